import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import type { By, ByAt } from "../permission/actor.ts";
import { isOneOf, type Party, requireOther } from "../permission/party.ts";
import { expenseRefusal } from "./expense.refusals.ts";

export const Id = idOf("exp");
export type Id = z.infer<typeof Id>;

/** Expenses of one activity; all of them are one row, whose size is limited. */
export const EXPENSES_MAXIMUM = 100;
/** Files that prove one expense. */
export const RECEIPTS_MAXIMUM = 5;
const RETURNS_MAXIMUM = 50;

/** Who gave the money and settles it. */
export const Granter = z.enum(["alliance"]);
export type Granter = z.infer<typeof Granter>;

/** An uploaded file, as `archive/material.ts` has its id; that folder imports this one. */
const ReceiptId = idOf("mat");

/** What is said of an expense: how much in fen, what for, on which local day it was paid, and the files that prove it. */
export const Writing = z.object({
  fen: z.int().positive().max(100_000_000),
  what: plainText(2, 200),
  paidOn: Day,
  receiptIds: z.array(ReceiptId).min(1).max(RECEIPTS_MAXIMUM),
});
export type Writing = z.infer<typeof Writing>;

/** Why an expense is voided, or expenses are returned. */
export const Reason = plainText(2, 500);

/** Who did something, and whom they stood in for as a deputy. */
const Who = z.object({ by: z.string(), byFor: z.string().optional(), at: Instant });
export type Who = z.infer<typeof Who>;

/** One expense with its receipts; a voided one stays to be seen and counts no more. */
export const One = z.object({
  ...Writing.shape,
  id: Id,
  recorded: Who,
  void: Who.extend({ reason: Reason }).optional(),
});
export type One = z.infer<typeof One>;

const Base = z.object({
  activityId: z.string(),
  granter: Granter,
  grantedFen: z.int().positive(),
  expenses: z.array(One).max(EXPENSES_MAXIMUM),
  /** Why what was handed in, or settled, was given back; oldest first. */
  returns: z.array(Who.extend({ reason: Reason })).max(RETURNS_MAXIMUM),
  version: z.int().nonnegative(),
});
const HandedIn = Base.extend({ handedIn: Who });
/** `returnedFen` is what was granted and not spent. */
const Settled = HandedIn.extend({ settled: Who, returnedFen: z.int().nonnegative() });

/** The granted money of an activity: spent, handed in, settled by a second person, closed with its archive. @source docs/domain.md A9 */
export const Info = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("open") }),
  HandedIn.extend({ state: z.literal("handedIn") }),
  Settled.extend({ state: z.literal("settled") }),
  Settled.extend({ state: z.literal("closed"), closedAt: Instant }),
]);
export type Info = z.infer<typeof Info>;

/** Fen as yuan, for texts. */
export const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));

/** Money of which nothing was spent yet. @param grantedFen - above 0 */
export const begin = (activityId: string, grantedFen: number): Info => ({
  activityId,
  granter: "alliance",
  grantedFen,
  expenses: [],
  returns: [],
  state: "open",
  version: 0,
});

/** What was spent, in fen: the expenses that stand. */
export const spentFen = ({ expenses }: Pick<Info, "expenses">): number =>
  expenses.reduce((sum, one) => (one.void ? sum : sum + one.fen), 0);

/** The sums in yuan, for texts. */
export function sums(money: Info): { granted: string; spent: string; left: string } {
  const spent = spentFen(money);
  return { granted: yuan(money.grantedFen), spent: yuan(spent), left: yuan(money.grantedFen - spent) };
}

const who = ({ actorId, deputyFor, at }: ByAt): Who => ({
  by: actorId,
  at,
  ...(deputyFor === undefined ? {} : { byFor: deputyFor }),
});

/** @throws `expense.handed_in`, `expense.settled`, `expense.closed` */
function requireOpen(money: Info): Extract<Info, { state: "open" }> {
  switch (money.state) {
    case "open":
      return money;
    case "handedIn":
      throw expenseRefusal("expense.handed_in");
    case "settled":
      throw expenseRefusal("expense.settled");
    case "closed":
      throw expenseRefusal("expense.closed");
  }
}

/**
 * Records an expense, never above the grant. Under an id that is there already it is the same one, and nothing changes.
 *
 * @param today - the local day of `at`
 * @throws `expense.in_future`, `expense.too_many`, `expense.receipt_used`, `expense.above_grant`, `expense.handed_in`,
 * `expense.settled`, `expense.closed`
 */
export function record(money: Info, said: Writing, { id, today, ...by }: ByAt & { id: Id; today: string }): Info {
  if (money.expenses.some((one) => one.id === id)) return money;
  const open = requireOpen(money);
  if (said.paidOn > today) throw expenseRefusal("expense.in_future");
  if (open.expenses.length >= EXPENSES_MAXIMUM) throw expenseRefusal("expense.too_many", { most: EXPENSES_MAXIMUM });
  const used = new Set(open.expenses.flatMap((one) => (one.void ? [] : one.receiptIds)));
  if (said.receiptIds.some((receiptId) => used.has(receiptId))) throw expenseRefusal("expense.receipt_used");
  if (spentFen(open) + said.fen > open.grantedFen) throw expenseRefusal("expense.above_grant", sums(open));
  return { ...open, expenses: [...open.expenses, { ...said, id, recorded: who(by) }] };
}

/** Takes an expense out of the sum and says why. @throws `expense.missing`, `expense.void`, those of a grant that is not open */
export function revoke(money: Info, { id, reason, ...by }: ByAt & { id: string; reason: string }): Info {
  const open = requireOpen(money);
  const held = open.expenses.find((one) => one.id === id);
  if (!held) throw expenseRefusal("expense.missing");
  if (held.void) throw expenseRefusal("expense.void");
  const voided = { ...held, void: { ...who(by), reason } };
  return { ...open, expenses: open.expenses.map((one) => (one === held ? voided : one)) };
}

/** Says that all receipts are in; twice is once. @throws `expense.settled`, `expense.closed` */
export function handIn(money: Info, by: ByAt): Info {
  if (money.state === "handedIn") return money;
  return { ...requireOpen(money), state: "handedIn", handedIn: who(by) };
}

/** Everybody who had a part in the money: nobody of them settles it. */
const partsOf = (money: Info, organizerId: string): (string | undefined)[] => [
  organizerId,
  ...("handedIn" in money ? [money.handedIn.by, money.handedIn.byFor] : []),
  ...money.expenses.flatMap(({ recorded }) => [recorded.by, recorded.byFor]),
];

/** Whether somebody, or whom they act for, is none of those who spent. */
export const maySettle = (money: Info, organizerId: string, party: Party): boolean =>
  !isOneOf(party, partsOf(money, organizerId));

/** What a second person says of expenses that were handed in. */
export const Verdict = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("settle") }),
  z.object({ verdict: z.literal("return"), reason: Reason }),
]);
export type Verdict = z.infer<typeof Verdict>;

const partyOf = ({ actorId, deputyFor }: By): Party => ({ by: actorId, deputyFor });

/**
 * Settles what was handed in, or gives it back with a reason; what is settled may be given back until it is closed.
 *
 * @throws `expense.own` by who organized, recorded or handed in, `expense.not_handed_in`, `expense.settled`, `expense.closed`
 */
export function decide(money: Info, verdict: Verdict, { organizerId, ...by }: ByAt & { organizerId: string }): Info {
  requireOther(partyOf(by), partsOf(money, organizerId), () => expenseRefusal("expense.own"));
  if (money.state === "open") throw expenseRefusal("expense.not_handed_in");
  if (money.state === "closed") throw expenseRefusal("expense.closed");
  if (verdict.verdict === "settle") {
    if (money.state === "settled") throw expenseRefusal("expense.settled");
    return { ...money, state: "settled", settled: who(by), returnedFen: money.grantedFen - spentFen(money) };
  }
  const { activityId, granter, grantedFen, expenses, returns, version } = money;
  const kept = [...returns, { ...who(by), reason: verdict.reason }].slice(-RETURNS_MAXIMUM);
  return { activityId, granter, grantedFen, expenses, returns: kept, version, state: "open" };
}

/** Whether the money keeps an archive from being filed. @param money - undefined while nothing was spent of a grant */
export const isUnsettled = (money: Info | undefined): boolean =>
  money === undefined || money.state === "open" || money.state === "handedIn";

/** Closes settled money with the archive that is filed. @param at - instant, ISO-8601 UTC */
export const close = (money: Info, at: string): Info =>
  money.state === "settled" ? { ...money, state: "closed", closedAt: at } : money;
