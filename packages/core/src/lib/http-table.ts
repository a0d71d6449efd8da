import { type Item, type Op, tellItem } from "./op.ts";
import { type Outcome, refusedOutcome } from "./outcome.ts";
import type { Reading } from "./reading.ts";
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
export interface HttpTable {
  /** The name of the table. */
  name: string;
  /** Reads one item. @throws as {@link HttpTable.put} */
  get(pk: string, sk: string, reading?: Reading): Promise<Item | undefined>;
  /**
   * Writes one item under its condition; the answers and retries are those of `transact` on a whole table.
   *
   * @throws `store.busy` when throttling outlasts the retries, `store.unavailable` when the store cannot be reached
   */
  put(op: Put): Promise<Outcome>;
}

type Put = Extract<Op, { Put: unknown }>;

/** A table that is asked by signed requests alone. */
export function httpTable({ name, send, ...waiting }: { name: string; send: Send } & Waiting): HttpTable {
  const ask = async (operation: string, body: object): Promise<object> => {
    try {
      return await patiently(() => send(operation, body), waiting);
    } catch (error) {
      throw storeFault(error);
    }
  };
  return {
    name,
    async get(pk, sk, { eventual = false } = {}) {
      const answer = await ask("GetItem", { TableName: name, Key: toWire({ pk, sk }), ConsistentRead: !eventual });
      return "Item" in answer ? plain(answer.Item as object) : undefined;
    },
    async put(op) {
      try {
        await ask("PutItem", { ...op.Put, ...tellItem, Item: toWire(op.Put.Item) });
        return { ok: true };
      } catch (error) {
        return refusedOutcome(error, [op], plain);
      }
    },
  };
}

const plain = (item: object): Item => fromWire(item as Item);
