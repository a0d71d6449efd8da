import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { expenseDocuments } from "./expense.row.ts";
import * as Expense from "./expense.ts";

/** Each round of receipts at the same moment lets one of them through, so this many may meet. */
const ROUNDS = 80;

/** What becomes of the money, with what it causes. */
export interface Decision extends Caused {
  item: Expense.Info;
}

/** Knows the granted money of activities. */
export interface Spendings {
  find(activityId: string): Promise<Expense.Info | undefined>;
  /** Those of the given activities that have one. Eventually consistent. */
  getMany(activityIds: readonly string[]): Promise<Expense.Info[]>;
  /** What was handed in and is not settled. */
  handedIn(page: PageRequest): Promise<Page<Expense.Info>>;
  /**
   * Saves under an optimistic lock, so that two receipts at once are judged one after the other.
   *
   * @param grantedFen - what the money is begun with when nothing was spent before
   * @throws `store.busy`, whatever `decide` throws
   */
  change(
    of: { activityId: string; grantedFen: number; at: string },
    decide: (money: Expense.Info) => Decision,
  ): Promise<Expense.Info>;
}

export function dynamoSpendings(table: Table): Spendings {
  const rows = expenseDocuments(table);
  return {
    find: (activityId) => rows.find({ activityId }),
    getMany: (activityIds) =>
      rows.getMany(
        activityIds.map((activityId) => ({ activityId })),
        recent,
      ),
    handedIn: (page) => rows.list("byState", { state: "handedIn" }, page),
    change: ({ activityId, grantedFen, at }, decide) =>
      untilSaved(async () => {
        const before = await rows.find({ activityId });
        const money = before ?? Expense.begin(activityId, grantedFen);
        const { item, ...caused } = decide(money);
        if (item === money) return money;
        const { ok } = await transact(table, [rows.ops.save(before, item), ...causedOps(table, caused, at)]);
        return ok ? rows.ops.next(before, item) : CLASH;
      }, ROUNDS),
  };
}
