import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { expenseRefusal } from "@yigong/core/expense/expense.refusals.ts";
import type { Spendings } from "@yigong/core/expense/expense.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import { grantedFen } from "@yigong/core/proposal/proposal.ts";
import type { Wake } from "../ports/wake.ts";

/** What spending granted money works on. */
export interface ExpenseDeps {
  activities: Pick<Activities, "get">;
  proposals: Pick<Proposals, "find">;
  spendings: Spendings;
  photos: Pick<Photos, "of">;
  newId: NewId;
  zone: string;
  wake: Wake;
  nameOf: (memberId: string) => Promise<string>;
}

/** The money that was granted for an activity, in fen. @throws `expense.no_grant` */
export async function requireGrant({ proposals }: Pick<ExpenseDeps, "proposals">, activityId: string): Promise<number> {
  const fen = grantedFen(await proposals.find(activityId));
  if (fen === 0) throw expenseRefusal("expense.no_grant");
  return fen;
}
