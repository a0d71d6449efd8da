import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { dayOf, Instant, overlaps } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";

export const Id = idOf("shf");
export type Id = z.infer<typeof Id>;

/** The longest stretch of work that an import believes. */
export const LONGEST_HOURS = 24;

/** Somebody's hours at work, half-open [startsAt, endsAt); `coverableBy` lists the other posts whose holders may cover. @source docs/domain.md Words, A7 */
export const Info = z.object({
  id: Id,
  memberId: z.string(),
  postId: UnitId,
  startsAt: Instant,
  endsAt: Instant,
  coverableBy: z.array(UnitId),
  /** The local day on which it starts. */
  day: z.iso.date(),
});
export type Info = z.infer<typeof Info>;

/** What makes a shift the same one in a later import: whose it is and when. */
export const keyOf = ({ memberId, startsAt, endsAt }: Pick<Info, "memberId" | "startsAt" | "endsAt">): string =>
  `${memberId}/${startsAt}/${endsAt}`;

/** The local days on which a shift may start that touches [from, to). */
export function daysTouching({ from, to }: { from: string; to: string }, zone: string): string[] {
  const last = dayOf(new Date(Date.parse(to) - 1).toISOString(), zone);
  const days: string[] = [];
  const first = dayOf(new Date(Date.parse(from) - LONGEST_HOURS * 3_600_000).toISOString(), zone);
  for (let day = first; day <= last; day = nextDay(day)) days.push(day);
  return days;
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Whether a shift shares time with a span. */
export const touches = (shift: Pick<Info, "startsAt" | "endsAt">, span: { from: string; to: string }): boolean =>
  overlaps({ from: shift.startsAt, to: shift.endsAt }, span);
