import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { Said } from "./said.ts";

const Base = z.object({
  activityId: z.string(),
  memberId: z.string(),
  sessionId: z.string(),
  positionId: z.string(),
  /** Drawn in the order of signing up, one series for each position, from 1; gaps are possible. */
  number: z.int().positive(),
  /** On the activity's duty list. */
  duty: z.boolean(),
  /** When this person agreed to serve and accepted the risks that the recruitment states: nobody is forced. */
  consentedAt: Instant,
  signedUpAt: Instant,
  /** The session's time, kept here to find clashes. */
  startsAt: Instant,
  endsAt: Instant,
  /** Since when the state holds. */
  since: Instant,
  /** The leader who took them in on the spot; they said yes to the risks there. */
  walkInBy: z.string().exactOptional(),
  /** When a place was taken from them, since there were fewer; among those who wait they come first. */
  displacedAt: Instant.exactOptional(),
  /** Who wrote the sign-up down for somebody who has no phone, and how it was said. */
  entered: Said.exactOptional(),
  /** When an offer of a place that they did not answer had ended: they are asked no more by themselves. */
  passedAt: Instant.exactOptional(),
  /** They said after the start that they cannot come; the place stays theirs. */
  cannot: z.object({ at: Instant, note: z.string().max(500), said: Said.exactOptional() }).exactOptional(),
});

/**
 * Why somebody gave a place up. `left`: they are employed no longer on the day of the
 * session; `sessionCancelled`: it is not held, through no doing of theirs. */
export const Cause = z.enum(["own", "leave", "left", "sessionCancelled", "skill"]);
export type Cause = z.infer<typeof Cause>;

/**
 * One member's place in one session.
 *
 * Until the deadline has allocated, `placed` and `waiting` are provisional (see line.ts). `released`: on the duty list,
 * willing, and no place was left.
 * @source docs/domain.md A4–A6; State Council Order 685 (consent, risks)
 */
export const Info = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("placed") }),
  Base.extend({ state: z.literal("waiting") }),
  /** A place that came free is held for them until then. */
  Base.extend({ state: z.literal("offered"), expiresAt: Instant }),
  Base.extend({ state: z.literal("released") }),
  Base.extend({
    state: z.literal("withdrawn"),
    by: z.string(),
    cause: Cause,
    reason: z.string().max(1000).exactOptional(),
    said: Said.exactOptional(),
  }),
]);
export type Info = z.infer<typeof Info>;
export type State = Info["state"];
/** A place, one in the waiting list, or one that is offered. */
export type Active = Extract<Info, { state: "placed" | "waiting" | "offered" }>;
export type Placed = Extract<Info, { state: "placed" }>;
export type Waiting = Extract<Info, { state: "waiting" }>;
export type Offered = Extract<Info, { state: "offered" }>;
export type Withdrawn = Extract<Info, { state: "withdrawn" }>;

export const isActive = (info: Info): info is Active =>
  info.state === "placed" || info.state === "waiting" || info.state === "offered";

/** Whether a place of the head-count is theirs, or held for them: it is nobody else's meanwhile. */
export const holdsSeat = (info: Info): info is Placed | Offered => info.state === "placed" || info.state === "offered";

/** What somebody asks for who signs up; the route has checked that they may. */
export interface Wish {
  activityId: string;
  memberId: string;
  session: { id: string; startsAt: string; endsAt: string };
  position: { id: string; headCount: number };
  duty: boolean;
  at: string;
  /** By whom it was written down, when that was not the member. */
  entered?: Said | undefined;
}

/** Who gives up a place, and why. */
export interface Leaving {
  by: string;
  cause: Cause;
  reason?: string | undefined;
  at: string;
  /** By whom it was written down, when that was not the member. */
  said?: Said | undefined;
}

/** A new place under a drawn number. */
export const signedUp = (wish: Wish, number: number, state: "placed" | "waiting"): Placed | Waiting => ({
  activityId: wish.activityId,
  memberId: wish.memberId,
  sessionId: wish.session.id,
  positionId: wish.position.id,
  number,
  duty: wish.duty,
  consentedAt: wish.at,
  signedUpAt: wish.at,
  startsAt: wish.session.startsAt,
  endsAt: wish.session.endsAt,
  since: wish.at,
  ...(wish.entered === undefined ? {} : { entered: wish.entered }),
  state,
});

/** Gives a place up; the row stays, so that the record is whole. */
export const withdrawn = (
  { expiresAt: _, ...place }: Active & { expiresAt?: string },
  { by, cause, reason, at, said }: Leaving,
): Withdrawn => ({
  ...place,
  state: "withdrawn",
  by,
  cause,
  ...(reason === undefined ? {} : { reason }),
  ...(said === undefined ? {} : { said }),
  since: at,
});

/** A place that is given back, since its holder stays after all. */
export function regained(row: Withdrawn, state: "placed" | "waiting" | "released", at: string): Info {
  const { by: _by, cause: _cause, reason: _reason, said: _said, ...place } = row;
  return { ...place, state, since: at };
}

/** People (人数) who have a place: each counts once, in however many sessions. */
export const peoplePlaced = (all: readonly Info[]): number =>
  new Set(all.filter((info) => info.state === "placed").map((info) => info.memberId)).size;

/** Who stands in a line. */
type InLine = Pick<Info, "number" | "memberId" | "displacedAt">;

/** The order in which people wait and are served: who lost a place first, then by number; the member's id only if numbers were equal. */
export const inOrder = (a: InLine, b: InLine): number =>
  Number(a.displacedAt === undefined) - Number(b.displacedAt === undefined) ||
  a.number - b.number ||
  (a.memberId < b.memberId ? -1 : a.memberId > b.memberId ? 1 : 0);
