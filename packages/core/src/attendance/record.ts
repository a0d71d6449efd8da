import * as z from "zod";
import { Instant } from "../lib/time.ts";

/** Workdays are counted in halves; one session states at most one day. */
export const HalfDays = z.int().min(0).max(2);

/** What somebody says against an absence that was recorded, and what was decided on it. */
export const Appeal = z.object({
  by: z.string(),
  at: Instant,
  text: z.string().trim().min(1).max(2000),
  decided: z
    .object({ upheld: z.boolean(), by: z.string(), at: Instant, reason: z.string().min(1).max(1000) })
    .optional(),
});
export type Appeal = z.infer<typeof Appeal>;

/** Who entered it, and who approved it, when it was entered after the stage. @source Order 67: a second person and a reason */
const BackEntered = z.object({ by: z.string(), at: Instant, approvedBy: z.string(), reason: z.string() });

/** How somebody came to be put down as present. `steward`: by a person whom the organizer named for it. */
export const Method = z.enum(["code", "rollCall", "steward", "paper", "backEntry"]);

const present = z.object({
  state: z.literal("present"),
  checkedInAt: Instant,
  method: Method,
  by: z.string(),
  /** By code: the browser it was done in, as a digest that means nothing outside this session. */
  device: z.string().optional(),
  checkedOutAt: Instant.optional(),
  checkedOutBy: z.string().optional(),
  /** Said by the leader; it stands over the times. */
  stated: z.object({ halfDays: HalfDays, by: z.string(), at: Instant }).optional(),
  backEntered: BackEntered.optional(),
});

const absent = z.object({
  state: z.literal("absent"),
  excused: z.boolean(),
  by: z.string(),
  /** Whom they stood in for as a deputy. */
  byFor: z.string().optional(),
  at: Instant,
  /** From a list on paper. */
  paper: z.literal(true).optional(),
  why: z.string().min(1).max(1000),
  appeal: Appeal.optional(),
});

const replaced = { replacedBy: z.string(), replacedAt: Instant };

/** What was down before somebody said otherwise, and who replaced it when. */
export const Earlier = z.discriminatedUnion("state", [present.extend(replaced), absent.extend(replaced)]);
export type Earlier = z.infer<typeof Earlier>;

const Base = z.object({
  activityId: z.string(),
  sessionId: z.string(),
  memberId: z.string(),
  version: z.int().nonnegative(),
  /** Oldest first: nothing that a person put down is lost when somebody puts down something else. */
  earlier: z.array(Earlier).optional(),
  /** Keys of the entries of phones that this row was made of, the last ones: each is taken once. */
  entryKeys: z.array(z.string()).optional(),
  /** The leader's word that stands, until somebody else says something: when, and when it came in if a phone had kept it. */
  word: z.object({ by: z.string(), at: Instant, syncedAt: Instant.optional() }).optional(),
});

/**
 * How one member turned out in one session: an attendance (人次) or an absence, with who put it down.
 *
 * @source docs/domain.md lifecycle 3, "Decision, workdays"
 */
export const Info = z.discriminatedUnion("state", [Base.extend(present.shape), Base.extend(absent.shape)]);
export type Info = z.infer<typeof Info>;

/** A row's size is bounded: more than anybody corrects in one session. */
const MOST_EARLIER = 50;

/** The earlier records of a row once it is replaced. */
export function remembered(before: Info, { by, at }: { by: string; at: string }): Earlier[] {
  const { activityId: _a, sessionId: _s, memberId: _m, version: _v, entryKeys: _k, word: _w, ...rest } = before;
  const { earlier = [], ...said } = rest;
  const { device: _device, ...record } = said as typeof said & { device?: string };
  return [...earlier, { ...record, replacedBy: by, replacedAt: at }].slice(-MOST_EARLIER);
}

/** What somebody was present by before an absence was put down by mistake. */
export function lastPresent(row: Info): z.infer<typeof present> | undefined {
  const last = row.earlier?.findLast((one) => one.state === "present");
  if (last?.state !== "present") return undefined;
  const { replacedBy: _by, replacedAt: _at, ...record } = last;
  return record;
}
