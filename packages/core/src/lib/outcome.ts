import { leftAsWritten } from "./left-as-written.ts";
import type { Item, Op } from "./op.ts";
import { cancellationReasons, mayBeDone } from "./retry.ts";

/** What a transaction came to: all of it, or nothing with the operations whose condition failed. */
export type Outcome =
  | { ok: true }
  | {
      ok: false;
      /** Positions in the list of operations, ascending. */
      failed: number[];
      /** By position of the operation: the item in the store that failed its condition, if there was one. */
      items: (Item | undefined)[];
    };

/** Translates an item from DynamoDB's own form. */
type Plain = (item: object) => Item;

/**
 * What a transaction came to that ended with an error: refused, or done by an earlier try that got no reply.
 *
 * @throws the error itself when it is not about a condition
 */
export function refusedOutcome(error: unknown, ops: readonly Op[], plain: Plain): Outcome {
  const refused = failedConditions(error, plain);
  if (!refused) throw error;
  const settled = mayBeDone(error) && refused.failed.some((at) => isLeft(ops[at], refused.items[at]));
  return settled ? { ok: true } : { ok: false, ...refused };
}

const isLeft = (op: Op | undefined, item: Item | undefined): boolean => op !== undefined && leftAsWritten(op, item);

function failedConditions(error: unknown, plain: Plain): { failed: number[]; items: (Item | undefined)[] } | undefined {
  const plainly = (item: unknown) =>
    item !== null && typeof item === "object" && Object.keys(item).length > 0 ? plain(item) : undefined;
  if (error instanceof Error && error.name === "ConditionalCheckFailedException")
    return { failed: [0], items: [plainly("Item" in error ? error.Item : undefined)] };
  const reasons = cancellationReasons(error);
  const failed = reasons?.flatMap(({ Code }, at) => (Code === "ConditionalCheckFailed" ? [at] : []));
  if (!reasons || !failed?.length) return undefined;
  return { failed, items: reasons.map(({ Item }) => plainly(Item)) };
}
