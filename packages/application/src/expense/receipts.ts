import { expenseRefusal } from "@yigong/core/expense/expense.refusals.ts";
import type { Spendings } from "@yigong/core/expense/expense.store.ts";
import type { Info as Money } from "@yigong/core/expense/expense.ts";
import { photoRefusal } from "@yigong/core/photo/photo.refusals.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import { hasArrived, type Info as Photo, receiptOwner } from "@yigong/core/photo/photo.ts";

interface Deps {
  photos: Pick<Photos, "of">;
}

/** Requires that receipts were uploaded by who names them. @throws `expense.receipt_missing` */
export async function requireReceipts(
  { photos }: Deps,
  { activityId, memberId }: { activityId: string; memberId: string },
  receiptIds: readonly string[],
): Promise<void> {
  const own = await photos.of(activityId, receiptOwner(memberId));
  const arrived = new Set<string>(own.filter(hasArrived).map(({ id }) => id));
  if (receiptIds.some((id) => !arrived.has(id))) throw expenseRefusal("expense.receipt_missing");
}

/** The files of all receipts of an activity that its expenses name, by their ids. */
export async function receiptsOf({ photos }: Deps, money: Money): Promise<Map<string, Photo>> {
  const recorders = [...new Set(money.expenses.map(({ recorded }) => recorded.by))];
  const files = await Promise.all(recorders.map((by) => photos.of(money.activityId, receiptOwner(by))));
  return new Map(files.flat().map((photo) => [photo.id as string, photo]));
}

/** Requires that each receipt of an expense that stands passed its check. @throws `expense.receipt_unchecked` */
export async function requireChecked(deps: Deps, money: Money): Promise<void> {
  const files = await receiptsOf(deps, money);
  const standing = money.expenses.filter((one) => !one.void).flatMap(({ receiptIds }) => receiptIds);
  if (standing.some((id) => files.get(id)?.file.status !== "ready")) throw expenseRefusal("expense.receipt_unchecked");
}

/** Keeps a receipt that an expense names, also a voided one: the record stays whole. @throws `photo.in_use` */
export async function requireUnused(
  { spendings }: { spendings: Pick<Spendings, "find"> },
  activityId: string,
  receiptId: string,
): Promise<void> {
  const money = await spendings.find(activityId);
  if (money?.expenses.some(({ receiptIds }) => (receiptIds as readonly string[]).includes(receiptId)))
    throw photoRefusal("photo.in_use/receipt");
}
