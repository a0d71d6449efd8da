import * as z from "zod";
import { type Info as Activity, startOf } from "../activity/activity.ts";
import { fill, type Language } from "../language/catalogue.ts";
import { instantText, periodText } from "../language/when.ts";
import * as Lifecycle from "../lifecycle/lifecycle.ts";
import { beginsAt, endsAt } from "../participation/moment.ts";
import { isActive, type Info as Place } from "../participation/participation.ts";
import { isOpenByItself } from "../participation/sign-up.ts";
import { cannotWords } from "./cannot.words.ts";
import { holds, type Info as Leave } from "./leave.ts";

/** What "I cannot come" is for one person at one moment. */
export const Means = z.enum([
  "withdraw",
  "withdrawLate",
  "leave",
  "lateLeave",
  "tell",
  "declineOffer",
  "declineCover",
  "giveCoverBack",
  "dropOut",
]);
export type Means = z.infer<typeof Means>;

/** One thing that the act does, and about what. */
export interface Way {
  means: Means;
  /** Of a place in a session. */
  sessionId?: string | undefined;
  /** Of a cover. */
  needId?: string | undefined;
}

/** What a means asks of the person: a text in their own words, a reason of leave, evidence. */
export const NEEDS = {
  withdraw: { note: false, reason: false, evidence: false },
  withdrawLate: { note: true, reason: false, evidence: false },
  leave: { note: true, reason: true, evidence: false },
  lateLeave: { note: true, reason: true, evidence: true },
  tell: { note: true, reason: false, evidence: false },
  declineOffer: { note: false, reason: false, evidence: false },
  declineCover: { note: false, reason: false, evidence: false },
  giveCoverBack: { note: false, reason: false, evidence: false },
  dropOut: { note: true, reason: false, evidence: false },
} as const satisfies Record<Means, { note: boolean; reason: boolean; evidence: boolean }>;

/** By how a cover stands. */
const OF_COVER = { offered: "declineCover", accepted: "giveCoverBack", confirmed: "dropOut" } as const;

/** What decides it, as of one instant. */
export interface Circumstances {
  activity: Pick<Activity, "sessions">;
  lifecycle: Lifecycle.Info;
  onDuty: boolean;
  /** The member's places as they stand. */
  places: readonly Place[];
  leave: Leave | undefined;
  /** Sessions in which the member was seen. */
  seen: ReadonlySet<string>;
  /** Covers for this activity that the member is asked for or has agreed to. */
  covers: readonly { id: string; status: keyof typeof OF_COVER; from: string }[];
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/** Whoever withdraws does so from each session by itself, until it begins; whoever is obliged asks for leave from the whole. */
function placeWays(facts: Circumstances): Way[] {
  const { activity, lifecycle, onDuty, places, leave, at } = facts;
  const late = !Lifecycle.isOpen(lifecycle, "Recruit", at);
  const active = places.filter(isActive);
  if (onDuty && at < startOf(activity)) {
    const released =
      places.some(({ state }) => state === "released") && !places.some(({ state }) => state === "placed");
    if (released || holds(leave)) return [];
    return [{ means: late || leave?.status === "refused" ? "lateLeave" : "leave" }];
  }
  const ahead = onDuty ? [] : active.filter((place) => at < beginsAt(activity, place));
  const running = active.filter((place) => !ahead.includes(place));
  return [
    ...ahead.map(({ sessionId, state }): Way => {
      if (state === "offered") return { means: "declineOffer", sessionId };
      const session = activity.sessions.find(({ id }) => id === sessionId);
      const isOpen = !late || (session !== undefined && isOpenByItself(session, lifecycle, at));
      return { means: isOpen ? "withdraw" : "withdrawLate", sessionId };
    }),
    ...running.filter((place) => isTellable(facts, place)).map(({ sessionId }): Way => ({ means: "tell", sessionId })),
  ];
}

/** Once it is too late for anything else the leader is told, until the session is over or the person was seen or has said so. */
const isTellable = ({ activity, lifecycle, seen, at }: Circumstances, place: Place): boolean =>
  place.state === "placed" &&
  place.cannot === undefined &&
  at < endsAt(activity, place) &&
  !seen.has(place.sessionId) &&
  !Lifecycle.outcomeOf(lifecycle, "Execute");

/**
 * What "I cannot come" does for somebody now; nothing when there is nothing to say.
 *
 * @source docs/domain.md A5, A6, A7
 */
export function waysOf(facts: Circumstances): Way[] {
  if (Lifecycle.isOver(facts.lifecycle) || facts.lifecycle.status === "proposing") return [];
  const covers = facts.covers.filter(({ from }) => facts.at < from);
  return [...placeWays(facts), ...covers.map(({ id, status }): Way => ({ means: OF_COVER[status], needId: id }))];
}

/** What a person was shown, in one word: what holds a moment later may be another thing, and is shown anew then. */
export const seenAs = (ways: readonly Way[]): string =>
  ways.map(({ means, sessionId, needId }) => [means, sessionId ?? needId ?? ""].join(":")).join(",");

type Word = keyof (typeof cannotWords)["en"];

/** One consequence, put into words when it is shown. Values in `At` are instants, in `Period` spans `from/to`. */
export interface Consequence {
  word: Word;
  params: Readonly<Record<string, string>>;
}

/** What is known of the surroundings of a way. */
export interface Surroundings {
  /** The place's position. */
  position: string;
  /** Who waits for it. */
  waiting: number;
  /** Shifts of the member that others are to cover meanwhile. */
  covered: readonly { from: string; to: string }[];
  onDuty: boolean;
  /** Nobody in the branch decides any more. */
  allianceDecides: boolean;
  /** Whom a cover is for, and when. */
  cover?: { name: string; from: string; to: string } | undefined;
}

const say = (word: Word, params: Consequence["params"] = {}): Consequence => ({ word, params });

/** What a way comes to, the most important first. */
export function consequencesOf({ means }: Way, now: Surroundings): Consequence[] {
  const { position, waiting, covered, onDuty, allianceDecides, cover } = now;
  const back = covered.map(({ from, to }) => say("cannot.coverVoid", { shiftPeriod: `${from}/${to}` }));
  const next = say(waiting > 0 ? "cannot.next" : "cannot.nobodyWaits", { count: String(waiting) });
  switch (means) {
    case "withdraw":
      return [say("cannot.free", { position }), say("cannot.again")];
    case "withdrawLate":
      return [say("cannot.gives", { position }), next, say("cannot.organizer"), ...back];
    case "leave":
    case "lateLeave":
      return [
        say(means === "leave" ? "cannot.leave" : "cannot.lateLeave"),
        say(allianceDecides ? "cannot.allianceDecides" : "cannot.branchDecides"),
        say("cannot.untilDecided"),
        ...back,
      ];
    case "declineOffer":
      return [say("cannot.declineOffer", { position }), say("cannot.next", { count: String(waiting) })];
    case "tell":
      return [say("cannot.tell"), say(onDuty ? "cannot.absence" : "cannot.noShow")];
    case "declineCover":
    case "giveCoverBack":
    case "dropOut":
      return [
        say(`cannot.${means}`, { name: cover?.name ?? "", shiftPeriod: `${cover?.from ?? ""}/${cover?.to ?? ""}` }),
        say("cannot.coverNext"),
      ];
  }
}

/** A consequence in words. @param zone - the alliance's time zone */
export function inWords({ word, params }: Consequence, language: Language, zone: string): string {
  const spoken = Object.entries(params).map(([name, value]) => {
    if (name.endsWith("At")) return [name, instantText(language, value, { zone })];
    const [from = "", to = ""] = value.split("/");
    return [name, name.endsWith("Period") ? periodText(language, from, to, { zone }) : value];
  });
  return fill(cannotWords[language][word], Object.fromEntries(spoken));
}
