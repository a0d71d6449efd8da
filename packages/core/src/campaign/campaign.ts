import * as z from "zod";
import { endOf, type Session, startOf } from "../activity/activity.ts";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, dayOf, Instant } from "../lib/time.ts";
import { campaignRefusal } from "./campaign.refusals.ts";

export const Id = idOf("cam");
export type Id = z.infer<typeof Id>;

/** What is said of a campaign: its name, its first and last local day, and what came of it. */
export const Writing = z.object({
  name: plainText(2, 80),
  from: Day,
  to: Day,
  summary: plainText(2, 2000).optional(),
});
export type Writing = z.infer<typeof Writing>;

/** A change of it; what is left out stays, and null takes the summary away. */
export const Patch = Writing.partial().extend({ summary: Writing.shape.summary.nullable() });
export type Patch = z.infer<typeof Patch>;

/** Groups activities; which ones, they say themselves, so that deliveries and others can say it too. @source docs/domain.md S7 */
export const Info = Writing.extend({
  id: Id,
  createdAt: Instant,
  createdBy: z.string(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

function requireOrder({ from, to }: Pick<Writing, "from" | "to">): void {
  if (to < from) throw campaignRefusal("campaign.ends_before_begin", { from, to });
}

/** Begins a campaign. @param at - ISO-8601 UTC @throws `campaign.ends_before_begin` */
export function begin(said: Writing, { id, at, by }: { id: Id; at: string; by: string }): Info {
  requireOrder(said);
  return { ...said, id, createdAt: at, createdBy: by, version: 0 };
}

/** Changes a campaign. @returns the campaign itself when nothing differs @throws `edit.changed`, `campaign.ends_before_begin` */
export function revise(campaign: Info, { summary, ...patch }: Patch, version?: number): Info {
  requireVersion(campaign, version);
  const said = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const { summary: old, ...kept } = campaign;
  const text = summary === undefined ? old : (summary ?? undefined);
  const after: Info = { ...kept, ...said, ...(text === undefined ? {} : { summary: text }) };
  requireOrder(after);
  return JSON.stringify(Writing.parse(after)) === JSON.stringify(Writing.parse(campaign)) ? campaign : after;
}

interface Timed {
  sessions: readonly Pick<Session, "startsAt" | "endsAt" | "cancelled">[];
}

/** The local days of a stretch of time; what ends at midnight is not on the next day. */
export const daysBetween = (span: { startsAt: string; endsAt: string }, zone: string) => ({
  starts: dayOf(span.startsAt, zone),
  ends: dayOf(new Date(Date.parse(span.endsAt) - 1).toISOString(), zone),
});

/** The first and last local day of an activity. */
export const daysOf = (activity: Timed, zone: string) =>
  daysBetween({ startsAt: startOf(activity), endsAt: endOf(activity) }, zone);

/** Whether days lie within a campaign's. */
export const holds = ({ from, to }: Pick<Writing, "from" | "to">, days: { starts: string; ends: string }): boolean =>
  from <= days.starts && days.ends <= to;

/** Takes an activity in whose days are the campaign's, or refuses. @throws `campaign.outside` */
export function requireWithin(campaign: Info, activity: Timed, zone: string): void {
  const [days, { name, from, to }] = [daysOf(activity, zone), campaign];
  if (!holds(campaign, days)) throw campaignRefusal("campaign.outside", { name, from, to, ...days });
}
