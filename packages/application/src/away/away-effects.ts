import type * as Away from "@yigong/core/away/away.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import * as Message from "@yigong/core/message/message.ts";
import type { Audience, Effect } from "@yigong/core/outbox/outbox.ts";

const WEEK = "一二三四五六日";

/** The days of a period in digits and signs, which are read alike in both languages. */
export const daysOf = ({ from, to, weekdays }: Away.Said): string => {
  const span = from === to ? from : `${from} – ${to}`;
  return weekdays ? `${span} (${weekdays.map((day) => `周${WEEK[day - 1]}`).join(" ")})` : span;
};

/** Asks whoever decides in the branch, else the alliance. */
export function asked(
  { memberId, period, name }: { memberId: string; period: Away.Period; name: string },
  { deciders, at }: { deciders: readonly string[]; at: string },
): Effect {
  const to: Audience =
    deciders.length > 0 ? { kind: "members", memberIds: [...deciders] } : { kind: "role", role: "alliance" };
  const page = PAGE.approval("away", memberId, period.id);
  const params = { name, days: daysOf(period) };
  return Message.tell({ template: "away.asked", params, to, dueAt: at, cause: period.id, page });
}

/** Tells the person what was written down for them. */
export function enteredFor(memberId: string, period: Away.Period, { name, at }: { name: string; at: string }): Effect {
  const to: Audience = { kind: "members", memberIds: [memberId] };
  const params = { name, days: daysOf(period) };
  return Message.tell({ template: "away.enteredFor", params, to, dueAt: at, cause: period.id });
}

/** Tells the person what was decided. */
export function decided(memberId: string, period: Away.Period, at: string): Effect[] {
  const to: Audience = { kind: "members", memberIds: [memberId] };
  const about = { to, dueAt: at, cause: period.id };
  const days = daysOf(period);
  if (period.status === "approved") return [Message.tell({ ...about, template: "away.approved", params: { days } })];
  if (period.status !== "refused") return [];
  return [Message.tell({ ...about, template: "away.refused", params: { days, reason: period.reason } })];
}
