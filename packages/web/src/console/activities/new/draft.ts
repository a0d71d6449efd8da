import type { ActivitySoFar } from "@yigong/functions/api/activity-preview.ts";
import type { Activity } from "../../../shared/api/routes.ts";
import { newId } from "../../../shared/new-id.ts";
import { instantAt, wallAt } from "../../../shared/wall-time.ts";
import { dayAfter } from "../span.ts";
import type { Clock } from "./clock.ts";
import { isOneDay, ONCE, type RepeatDraft } from "./repeat.ts";

export type { Clock } from "./clock.ts";

export interface PositionDraft {
  key: string;
  name: string;
  headCount: number | null;
  requiredSkills: string[];
}
export interface SessionDraft {
  key: string;
  startsAt: string | undefined;
  endsAt: string | undefined;
  positions: PositionDraft[];
}

/** A new activity as its form holds it. */
export interface ActivityDraft extends RepeatDraft {
  /** Sending it twice makes one activity. */
  once: string;
  origin: Activity["origin"];
  title: string;
  description: string;
  place: string;
  risks: string;
  insurance: NonNullable<Activity["insurance"]> | null;
  contactName: string;
  contactPhone: string;
  scope: Activity["scope"];
  beneficiary: Activity["beneficiary"];
  programme: string;
  campaignId: string | undefined;
  purposes: Activity["purposes"];
  branchId: string | undefined;
  teamId: string | undefined;
  /** Everybody, or the units below. */
  asks: "all" | "units";
  branchIds: string[];
  teamIds: string[];
  minimumPeople: number | null;
  served: "definite" | "none";
  servedDescription: string;
  servedReason: string;
  /** Absent as long as it follows the start by itself. */
  recruitUntil: string | undefined;
  coverUntil: string | undefined;
  surveyDays: number | null;
  sessions: SessionDraft[];
  plan: string;
  guidance: boolean;
  moneyYuan: number | null;
  volunteerTeamIds: string[];
  volunteerCount: number | null;
}

/** Texts that a form begins with. */
export interface Usual {
  risks: string;
  servedReason: string;
  position: string;
}

const HOUR_MS = 3_600_000;
const WEEK_DAYS = 7;
const SATURDAY = 6;
const PLACES = 10;
/** How long before the start recruiting ends, in days, the longest that fits first. */
const RECRUIT_DAYS = [3, 2, 1] as const;
/** The least time that people have to answer. */
const RECRUIT_HOURS = 24;

const dayOf = (instant: string, zone: string) => wallAt(instant, zone).slice(0, 10);

export const newPosition = (name: string): PositionDraft => ({
  key: newId(),
  name,
  headCount: PLACES,
  requiredSkills: [],
});

/** The first Saturday that is a week away or more, from 09:00 to 12:00. */
function usualSession({ zone, now }: Clock, position: string): SessionDraft {
  let day = dayAfter(dayOf(now, zone), WEEK_DAYS);
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== SATURDAY) day = dayAfter(day, 1);
  return {
    key: newId(),
    startsAt: instantAt(`${day}T09:00`, zone),
    endsAt: instantAt(`${day}T12:00`, zone),
    positions: [newPosition(position)],
  };
}

/** A form in which only what, where and why is missing. */
export const blank = (
  { origin, teamId }: Pick<ActivityDraft, "origin" | "teamId">,
  usual: Usual,
  clock: Clock,
): ActivityDraft => ({
  ...ONCE,
  once: newId(),
  origin,
  teamId,
  title: "",
  description: "",
  place: "",
  risks: usual.risks,
  insurance: null,
  contactName: "",
  contactPhone: "",
  scope: "general",
  beneficiary: "society",
  programme: "",
  campaignId: undefined,
  purposes: [],
  branchId: undefined,
  asks: "all",
  branchIds: [],
  teamIds: [],
  minimumPeople: null,
  served: "none",
  servedDescription: "",
  servedReason: usual.servedReason,
  recruitUntil: undefined,
  coverUntil: undefined,
  surveyDays: 14,
  sessions: [usualSession(clock, usual.position)],
  plan: "",
  guidance: false,
  moneyYuan: null,
  volunteerTeamIds: [],
  volunteerCount: null,
});

/** What a form can begin with: an activity of before. */
export interface Old
  extends Pick<
    Activity,
    | "title"
    | "description"
    | "place"
    | "risks"
    | "insurance"
    | "contact"
    | "scope"
    | "beneficiary"
    | "programme"
    | "purposes"
    | "branchId"
    | "teamId"
    | "audience"
    | "minimumPeople"
    | "servedParty"
    | "recruitUntil"
    | "surveyDays"
  > {
  sessions: readonly {
    startsAt: string;
    endsAt: string;
    cancelled?: unknown;
    positions: readonly { name: string; headCount: number; requiredSkills: string[] }[];
  }[];
}
const heldOf = ({ sessions }: Old) => sessions.filter(({ cancelled }) => !cancelled);

/** The same as an activity of before, as many whole weeks later as leave a week to recruit. */
export function fromOld(old: Old, start: ActivityDraft, { zone, now }: Clock): ActivityDraft {
  const first = old.sessions.map(({ startsAt }) => startsAt).sort()[0] ?? now;
  const away = (Date.parse(now) - Date.parse(first)) / (24 * HOUR_MS) + WEEK_DAYS;
  const days = Math.max(0, Math.ceil(away / WEEK_DAYS)) * WEEK_DAYS;
  const later = (instant: string) => {
    const wall = wallAt(instant, zone);
    return instantAt(`${dayAfter(wall.slice(0, 10), days)}${wall.slice(10)}`, zone);
  };
  const { title, description, place, risks, scope, beneficiary, purposes, branchId, surveyDays, servedParty } = old;
  const { branchIds, teamIds } = old.audience;
  const recruitUntil = later(old.recruitUntil);
  return {
    ...start,
    ...{ title, description, place, risks, scope, beneficiary, purposes, branchId, surveyDays },
    insurance: old.insurance ?? null,
    contactName: old.contact?.name ?? "",
    contactPhone: old.contact?.phone ?? "",
    programme: old.programme ?? "",
    teamId: start.teamId ?? old.teamId,
    asks: branchIds.length + teamIds.length > 0 ? "units" : "all",
    branchIds,
    teamIds,
    minimumPeople: old.minimumPeople || null,
    served: servedParty.kind,
    servedDescription: servedParty.kind === "definite" ? servedParty.description : "",
    servedReason: servedParty.kind === "none" ? servedParty.reason : start.servedReason,
    recruitUntil: Date.parse(recruitUntil) > Date.parse(now) + RECRUIT_HOURS * HOUR_MS ? recruitUntil : undefined,
    sessions: heldOf(old).map(({ startsAt, endsAt, positions }) => ({
      key: newId(),
      startsAt: later(startsAt),
      endsAt: later(endsAt),
      positions: positions.map(({ name, headCount, requiredSkills }) => ({
        key: newId(),
        name,
        headCount,
        requiredSkills,
      })),
    })),
  };
}

/** When recruiting ends: as said, else at 18:00 three days before the start, or as long before as still leaves a day. */
export function recruitUntilOf(
  { recruitUntil, sessions }: Pick<ActivityDraft, "recruitUntil" | "sessions">,
  { zone, now }: Clock,
): string | undefined {
  if (recruitUntil) return recruitUntil;
  const first = sessions.flatMap(({ startsAt }) => startsAt ?? []).sort()[0];
  if (first === undefined) return undefined;
  const earliest = Date.parse(now) + RECRUIT_HOURS * HOUR_MS;
  const usual = RECRUIT_DAYS.map((days) => instantAt(`${dayAfter(dayOf(first, zone), -days)}T18:00`, zone));
  const fits = usual.find((at) => Date.parse(at) >= earliest);
  if (fits) return fits;
  const half = (Date.parse(now) + Date.parse(first)) / 2;
  return half > Date.parse(now) ? new Date(Math.floor(half / HOUR_MS) * HOUR_MS).toISOString() : undefined;
}

const FEN = 100;

function wishesOf({ guidance, moneyYuan, volunteerTeamIds: teamIds, volunteerCount }: ActivityDraft) {
  return {
    guidance,
    ...(moneyYuan ? { moneyFen: Math.round(moneyYuan * FEN) } : {}),
    ...(teamIds.length > 0 ? { volunteers: { teamIds, headCount: volunteerCount ?? 1 } } : {}),
  };
}

/** Texts that are empty have not been said yet. */
const said = (text: string) => text.trim() || undefined;

/** Whoever is asked has a name and a number; without both it is the organizer. */
const contactOf = ({ contactName, contactPhone }: ActivityDraft) => {
  const [name, phone] = [said(contactName), said(contactPhone)];
  return name && phone ? { name, phone } : undefined;
};

/** What is sent: to look at, or to start it. */
export const bodyOf = (draft: ActivityDraft, clock: Clock) =>
  ({
    origin: draft.origin,
    title: said(draft.title),
    description: said(draft.description),
    place: said(draft.place),
    risks: said(draft.risks),
    insurance: draft.insurance ?? undefined,
    contact: contactOf(draft),
    scope: draft.scope,
    beneficiary: draft.beneficiary,
    programme: said(draft.programme),
    campaignId: draft.repeats === "none" ? draft.campaignId : undefined,
    purposes: draft.purposes,
    branchId: draft.branchId,
    teamId: draft.origin === "self" ? undefined : draft.teamId,
    audience:
      draft.asks === "all" ? { branchIds: [], teamIds: [] } : { branchIds: draft.branchIds, teamIds: draft.teamIds },
    minimumPeople: draft.minimumPeople ?? 0,
    servedParty:
      draft.served === "definite"
        ? { kind: "definite", description: said(draft.servedDescription) }
        : { kind: "none", reason: said(draft.servedReason) },
    recruitUntil: recruitUntilOf(draft, clock),
    coverUntil: draft.coverUntil,
    surveyDays: draft.surveyDays ?? undefined,
    sessions: draft.sessions.map(({ startsAt, endsAt, positions }) => ({
      startsAt,
      endsAt,
      positions: positions.map(({ name, headCount, requiredSkills }) => ({
        name: said(name),
        headCount: headCount ?? undefined,
        requiredSkills,
      })),
    })),
    ...(draft.origin === "alliance" ? {} : { proposal: { plan: said(draft.plan), wishes: wishesOf(draft) } }),
  }) satisfies Record<keyof Omit<ActivitySoFar, "proposal">, unknown> & { proposal?: unknown };

/** The fields that are still to be filled in before it can be sent, in the order of the form. */
export function missingIn(draft: ActivityDraft, clock: Clock): string[] {
  const blankText = (text: string, path: string) => (text.trim() === "" ? [path] : []);
  return [
    ...blankText(draft.title, "title"),
    ...(draft.origin === "team" && !draft.teamId ? ["teamId"] : []),
    ...blankText(draft.description, "description"),
    ...blankText(draft.place, "place"),
    ...blankText(draft.risks, "risks"),
    ...(draft.contactName.trim() !== "" && draft.contactPhone.trim() === "" ? ["contact.phone"] : []),
    ...draft.sessions.flatMap(({ startsAt, endsAt, positions }, at) => [
      ...(startsAt ? [] : [`sessions.${at}.startsAt`]),
      ...(endsAt ? [] : [`sessions.${at}.endsAt`]),
      ...positions.flatMap(({ name, headCount }, post) => [
        ...blankText(name, `sessions.${at}.positions.${post}.name`),
        ...(headCount ? [] : [`sessions.${at}.positions.${post}.headCount`]),
      ]),
    ]),
    ...(draft.asks === "units" && draft.branchIds.length + draft.teamIds.length === 0 ? ["audience.branchIds"] : []),
    ...(recruitUntilOf(draft, clock) ? [] : ["recruitUntil"]),
    ...(draft.repeats !== "none" && !draft.until ? ["until"] : []),
    ...(draft.repeats !== "none" && !isOneDay(draft.sessions, clock) ? ["sessions"] : []),
    ...(draft.served === "definite"
      ? blankText(draft.servedDescription, "servedParty.description")
      : blankText(draft.servedReason, "servedParty.reason")),
    ...(draft.origin === "alliance" ? [] : blankText(draft.plan, "proposal.plan")),
  ];
}
