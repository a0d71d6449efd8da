import { type Item, type Op, withItem } from "./op.ts";
import { type Outcome, refusedOutcome } from "./outcome.ts";
import { patiently, type Waiting } from "./retry.ts";
import { storeFault } from "./store-fault.ts";
import { fromWire, toWire } from "./wire.ts";

/**
 * Sends one request of DynamoDB's JSON protocol once, without trying again.
 *
 * An answer that is an error is thrown with the `name` that AWS gives it, `$metadata.httpStatusCode`, and the fields of
 * its body (`CancellationReasons`, `Item`); when there is no answer, what is thrown has a `code` such as ECONNRESET or
 * the name TimeoutError.
 */
export type Send = (operation: string, body: object) => Promise<object>;

/** The few requests of a function that is too small for the AWS client. */
export interface LightTable {
  /** The name of the table. */
  name: string;
  /** Reads one item, consistently. @throws as {@link LightTable.transact} */
  get(pk: string, sk: string): Promise<Item | undefined>;
  /**
   * Writes all of the operations or none; the answers and retries are those of `transact` on a whole table. A single Put
   * is sent as such, for half the write units.
   *
   * @throws `store.busy` when clashes outlast the retries, `store.unavailable` when the store cannot be reached
   */
  transact(ops: readonly Op[]): Promise<Outcome>;
}

/** A table that is asked by signed requests alone. */
export function lightTable({ name, send, ...waiting }: { name: string; send: Send } & Waiting): LightTable {
  const ask = async (operation: string, body: object): Promise<object> => {
    try {
      return await patiently(() => send(operation, body), waiting);
    } catch (error) {
      throw storeFault(error);
    }
  };
  return {
    name,
    async get(pk, sk) {
      const answer = await ask("GetItem", { TableName: name, Key: toWire({ pk, sk }), ConsistentRead: true });
      return "Item" in answer ? plain(answer.Item as object) : undefined;
    },
    async transact(ops) {
      try {
        const [only, ...more] = ops.map((op) => inWire(withItem(op)));
        if (only && "Put" in only && more.length === 0) await ask("PutItem", only.Put as object);
        else await ask("TransactWriteItems", { TransactItems: only ? [only, ...more] : [] });
        return { ok: true };
      } catch (error) {
        return refusedOutcome(error, ops, plain);
      }
    },
  };
}

const plain = (item: object): Item => fromWire(item as Item);

const WIRED = new Set(["Item", "Key", "ExpressionAttributeValues"]);

/** The parts of an operation that hold values, in DynamoDB's own form. */
const inWire = (op: object): object =>
  Object.fromEntries(
    Object.entries(op).map(([kind, parts]) => [
      kind,
      Object.fromEntries(
        Object.entries(parts as object).map(([part, value]) => [part, WIRED.has(part) ? toWire(value) : value]),
      ),
    ]),
  );
