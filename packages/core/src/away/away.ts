import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, dayOf, Instant } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { awayRefusal } from "./away.refusals.ts";

export const Id = idOf("away");
export type Id = z.infer<typeof Id>;

/** The farthest end of a period: a weekly one has to be said anew each year. */
export const MOST_DAYS = 366;
const MOST_STANDING = 30;
/** Periods that ended this long ago decide nothing any more: they and their notes are dropped. */
const KEPT_DAYS = 400;

/** What somebody says: from which local day to which, both included, perhaps on some days of the week only. */
export const Said = z.object({
  from: Day,
  to: Day,
  /** Monday is 1, Sunday 7; without any, each day. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  note: plainText(1, 500).optional(),
});
export type Said = z.infer<typeof Said>;

/** Who wrote a period down, how the person said it, and for whom they acted then. */
const Entered = z.object({
  by: z.string(),
  how: z.enum(["telephone", "inPerson"]),
  at: Instant,
  role: z.string().exactOptional(),
  deputyFor: z.string().exactOptional(),
});
export type Entered = z.infer<typeof Entered>;

const Base = Said.extend({
  id: Id,
  saidAt: Instant,
  /** Who wrote it down for somebody without a phone; they do not decide it. */
  entered: Entered.exactOptional(),
});

/**
 * A planned absence. `standing`: nobody has to approve it, since no duty depends on it. `ended`: taken back; the days before
 * `endedOn` were away all the same.
 *
 * @source docs/domain.md A5, "Decision, planned absence"
 */
export const Period = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("standing") }),
  Base.extend({ status: z.literal("asked") }),
  Base.extend({ status: z.literal("approved"), by: z.string(), byFor: z.string().optional(), at: Instant }),
  Base.extend({ status: z.literal("refused"), by: z.string(), at: Instant, reason: z.string().max(1000) }),
  Base.extend({
    status: z.literal("ended"),
    endedOn: Day,
    /** When it had been approved before. */
    approvedAt: Instant.optional(),
  }),
]);
export type Period = z.infer<typeof Period>;

/** All planned absences of one person. */
export const Info = z.object({
  memberId: z.string(),
  /** The branch whose secretary approves; the one at the time of asking. */
  branchId: z.string().optional(),
  periods: z.array(Period),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

export const nowhere = (memberId: string): Info => ({ memberId, periods: [], version: 0 });

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const weekdayOf = (day: string): number => new Date(day).getUTCDay() || 7;

/**
 * Adds a period that lies ahead. The same period said twice is one.
 *
 * @param today - the local day of `at`
 * @param onDuty - a party volunteer: the duty list heeds it once it is approved
 * @throws `away.past`, `away.ends_before`, `away.too_long`, `away.no_day`, `away.too_many`
 */
export function say(
  before: Info,
  said: Said,
  {
    id,
    at,
    today,
    onDuty,
    branchId,
    entered,
  }: {
    id: Id;
    at: string;
    today: string;
    onDuty: boolean;
    branchId?: string | undefined;
    entered?: Entered | undefined;
  },
): Info {
  if (said.from < today) throw awayRefusal("away.past");
  if (said.to < said.from) throw awayRefusal("away.ends_before");
  if (daysBetween(said.from, said.to) >= MOST_DAYS) throw awayRefusal("away.too_long", { most: MOST_DAYS });
  const weekdays = said.weekdays && [...new Set(said.weekdays)].sort();
  const period = { ...said, ...(weekdays ? { weekdays } : {}) };
  if (!hasDay(period)) throw awayRefusal("away.no_day");
  const kept = before.periods.filter(({ to }) => daysBetween(to, today) < KEPT_DAYS);
  const open = kept.filter((one) => one.status !== "ended" && one.status !== "refused" && one.to >= today);
  if (open.some((one) => isSame(one, period))) return before;
  if (open.length >= MOST_STANDING) throw awayRefusal("away.too_many", { most: MOST_STANDING });
  const status = onDuty ? ("asked" as const) : ("standing" as const);
  const { branchId: _, ...rest } = before;
  return {
    ...rest,
    ...(branchId === undefined ? {} : { branchId }),
    periods: [...kept, { ...period, id, saidAt: at, status, ...(entered ? { entered } : {}) }],
  };
}

const isSame = (one: Said, other: Said): boolean =>
  one.from === other.from && one.to === other.to && one.weekdays?.join() === other.weekdays?.join();

/** Whether a weekly period has any of its days between its ends. */
function hasDay({ from, to, weekdays }: Said): boolean {
  if (!weekdays) return true;
  const days = Math.min(daysBetween(from, to), 6);
  return weekdays.some((weekday) => (weekday - weekdayOf(from) + 7) % 7 <= days);
}

/** @throws `away.missing` */
function periodOf({ periods }: Info, id: string): Period {
  const period = periods.find((one) => one.id === id);
  if (!period) throw awayRefusal("away.missing");
  return period;
}

const replaced = (before: Info, period: Period): Info => ({
  ...before,
  periods: before.periods.map((one) => (one.id === period.id ? period : one)),
});

/** Takes a period back from today on; what lay before stays. Doing it twice is one. @throws `away.missing`, `away.over` */
export function end(before: Info, id: string, today: string): Info {
  const period = periodOf(before, id);
  if (period.status === "ended") return before;
  if (period.to < today) throw awayRefusal("away.over");
  const approvedAt = period.status === "approved" ? period.at : undefined;
  const { from, to, weekdays, note, saidAt, entered } = period;
  return replaced(before, {
    ...{ id: period.id, from, to, saidAt, status: "ended", endedOn: today },
    ...(weekdays ? { weekdays } : {}),
    ...(note === undefined ? {} : { note }),
    ...(approvedAt === undefined ? {} : { approvedAt }),
    ...(entered ? { entered } : {}),
  });
}

/**
 * Decides on a period, so that the duty list heeds it; the same decision twice is one.
 *
 * @param said - `reason`: refused, for this reason
 * @throws `away.missing`, `away.own` by the member or who acts for them, `away.entered` by who wrote it down, `away.decided`,
 * `away.over`
 */
export function decide(
  before: Info,
  id: string,
  { by, deputyFor, at, today, reason }: Party & { at: string; today: string; reason?: string | undefined },
): Info {
  const period = periodOf(before, id);
  requireOther({ by, deputyFor }, [before.memberId], () => awayRefusal("away.own"));
  const { entered } = period;
  requireOther({ by, deputyFor }, [entered?.by, entered?.deputyFor], () => awayRefusal("away.entered"));
  const status = reason === undefined ? "approved" : "refused";
  if (period.status === status) return before;
  if (period.status !== "asked") throw awayRefusal("away.decided");
  if (period.to < today) throw awayRefusal("away.over");
  if (reason !== undefined) return replaced(before, { ...period, status: "refused", by, at, reason });
  const byFor = deputyFor === undefined ? {} : { byFor: deputyFor };
  return replaced(before, { ...period, status: "approved", by, at, ...byFor });
}

interface Span {
  from: string;
  to: string;
}

function covers(period: Period, { from, to }: Span, zone: string): boolean {
  const lastInstant = new Date(Date.parse(to) - 1).toISOString();
  const last = dayOf(lastInstant > from ? lastInstant : from, zone);
  for (let day = dayOf(from, zone); day <= last; day = nextDay(day)) {
    const within =
      day >= period.from && day <= period.to && (!period.weekdays || period.weekdays.includes(weekdayOf(day)));
    if (within && !(period.status === "ended" && day >= period.endedOn)) return true;
  }
  return false;
}

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Whether somebody has said that they are away on a day of [from, to): nobody asks them to cover then. A refusal takes no word back: only the duty list goes by it. */
export const isAway = ({ periods }: Info, span: Span, zone: string): boolean =>
  periods.some((period) => covers(period, span, zone));

/** Whether that was approved before the span began, so that duty is excused. */
export const isExcused = ({ periods }: Info, span: Span, zone: string): boolean =>
  periods.some((period) => {
    const approvedAt =
      period.status === "approved" ? period.at : period.status === "ended" ? period.approvedAt : undefined;
    return approvedAt !== undefined && approvedAt < span.from && covers(period, span, zone);
  });

/** Whether a period waits for somebody's decision. */
export const isAsked = ({ periods }: Info): boolean => periods.some(({ status }) => status === "asked");
