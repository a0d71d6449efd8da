import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { serviceRefusal } from "./service.refusals.ts";

export const Id = idOf("svc");
export type Id = z.infer<typeof Id>;

/** What is said of a long-term service: no names of whoever is helped are needed. @source docs/domain.md A11 */
export const Writing = z.object({
  title: plainText(2, 120),
  /** Who is helped, as far as others may know: "an old couple in 海陵 street", not their names. */
  forWhom: plainText(2, 500),
  /** A visit is due so many days after the last one. */
  cadenceDays: z.int().min(1).max(366),
  programme: plainText(1, 80).optional(),
});
export type Writing = z.infer<typeof Writing>;

const How = plainText(2, 1000);

/** Whether the real difficulty is solved: open until somebody says so, and how. */
export const Solved = z.discriminatedUnion("state", [
  z.object({ state: z.literal("open") }),
  z.object({ state: z.literal("partly"), how: How, since: Day }),
  z.object({ state: z.literal("yes"), how: How, since: Day }),
]);
export type Solved = z.infer<typeof Solved>;

/** What somebody says of a visit: an activity, a deed, or neither of both with a note. */
export const Visiting = z.object({
  day: Day,
  activityId: z.string().optional(),
  deedId: z.string().optional(),
  note: plainText(1, 500).optional(),
});
export type Visiting = z.infer<typeof Visiting>;

const Said = { at: Instant, by: z.string() };

export const Info = Writing.extend({
  id: Id,
  ownerId: z.string(),
  /** The local day on which it began: the first visit is due `cadenceDays` later. */
  startedOn: Day,
  solved: z.intersection(Solved, z.object(Said)),
  visits: z.array(Visiting.extend(Said)).max(500),
  ended: z.object({ ...Said, reason: z.string() }).optional(),
  createdAt: Instant,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** What may be changed; what is left out stays. With another owner it is handed over. */
export const Patch = Writing.partial().extend({ ownerId: z.string().optional() });
export type Patch = z.infer<typeof Patch>;

interface Act {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
  /** As its editor read it. */
  version?: number | undefined;
}

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** Begins a long-term service. @param today - the local day of `at` */
export const begin = (
  writing: Writing,
  { id, ownerId, at, today }: { id: Id; ownerId: string; at: string; today: string },
): Info => ({
  ...writing,
  ...{ id, ownerId, startedOn: today, visits: [], createdAt: at, version: 0 },
  solved: { state: "open", at, by: ownerId },
});

/** The local day of the last visit; undefined before the first. */
export const lastVisit = ({ visits }: Pick<Info, "visits">): string | undefined =>
  visits
    .map(({ day }) => day)
    .sort()
    .at(-1);

/** The local day on which the next visit is due; undefined once the difficulty is solved or the service was ended. */
export function dueOn(service: Info): string | undefined {
  if (service.ended || service.solved.state === "yes") return undefined;
  return later(lastVisit(service) ?? service.startedOn, service.cadenceDays);
}

function requireGoingOn(service: Info, version: number | undefined): void {
  requireVersion(service, version);
  if (service.ended) throw serviceRefusal("service.ended");
}

/** Changes what is said of a service, or hands it over. @throws `edit.changed`, `service.ended` */
export function revise(service: Info, patch: Patch, { version }: { version: number }): Info {
  requireGoingOn(service, version);
  const said = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...service, ...Object.fromEntries(said) };
}

/**
 * Records a visit.
 *
 * @param today - the local day of `at`
 * @throws `service.ended`, `service.in_future`, `service.visited` when its activity or deed is there already
 */
export function visit(service: Info, visiting: Visiting, { by, at, today }: Act & { today: string }): Info {
  requireGoingOn(service, undefined);
  if (visiting.day > today) throw serviceRefusal("service.in_future");
  const { activityId, deedId } = visiting;
  const isSame = (one: Visiting) =>
    (activityId !== undefined && one.activityId === activityId) || (deedId !== undefined && one.deedId === deedId);
  if (service.visits.some(isSame)) throw serviceRefusal("service.visited");
  return { ...service, visits: [...service.visits, { ...visiting, at, by }] };
}

/**
 * Says whether the real difficulty is solved; what was said before stands in the audit.
 *
 * @throws `edit.changed`, `service.ended`, `service.in_future`
 */
export function solve(service: Info, solved: Solved, { by, at, today, version }: Act & { today: string }): Info {
  requireGoingOn(service, version);
  if (solved.state !== "open" && solved.since > today) throw serviceRefusal("service.in_future");
  return { ...service, solved: { ...solved, at, by } };
}

/** Ends a service with a reason; its record stays. @throws `edit.changed`, `service.ended` */
export function end(service: Info, { by, at, reason, version }: Act & { reason: string }): Info {
  requireGoingOn(service, version);
  return { ...service, ended: { at, by, reason } };
}
