import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Ask, gatheringReads } from "./gathered-reads.ts";

type Item = Record<string, { S: string }>;
interface Batch {
  RequestItems: Record<string, { Keys: Item[]; ConsistentRead?: boolean }>;
}

/** A store with the items of even numbers, which leaves some keys of a batch undone and fails when it is told to. */
function storeOf({ undone = [], fails = false }: { undone?: readonly number[]; fails?: boolean } = {}) {
  const requests: [operation: string, input: object][] = [];
  const found = ({ pk, sk }: Item): Item | undefined =>
    Number(pk?.S) % 2 === 0 ? { sk: sk ?? { S: "" }, pk: pk ?? { S: "" }, row: { S: `row ${pk?.S}` } } : undefined;
  const ask: Ask = async (operation, input) => {
    requests.push([operation, input]);
    if (fails) throw new Error("down");
    if (operation === "Query") return {};
    if (operation === "GetItem") {
      const Item = found((input as { Key: Item }).Key);
      return { ...(Item ? { Item } : {}), ConsumedCapacity: { CapacityUnits: 0.5 } };
    }
    const [[table = "", { Keys }] = ["", { Keys: [] }]] = Object.entries((input as Batch).RequestItems);
    const left = Keys.filter(({ pk }) => undone.includes(Number(pk?.S)));
    const items = Keys.filter((key) => !left.includes(key))
      .map(found)
      .filter((item) => item !== undefined);
    return {
      Responses: { [table]: items.reverse() },
      UnprocessedKeys: left.length > 0 ? { [table]: { Keys: left } } : {},
      ConsumedCapacity: [{ CapacityUnits: 0.5 * (Keys.length - left.length) }],
    };
  };
  return { requests, ask };
}

const keyOf = (number: number): Item => ({ pk: { S: String(number) }, sk: { S: "x" } });
const get = (number: number, more: object = {}) => ({ TableName: "T", Key: keyOf(number), ...more });
const withoutUnits = ({ ConsumedCapacity: _, ...answer }: { ConsumedCapacity?: unknown }) => answer;

describe("reads that are asked for in one turn", () => {
  it.prop([fc.array(fc.nat(300), { minLength: 1, maxLength: 250 }), fc.array(fc.nat(300))])(
    "each answer what a read alone would, whatever is missing, asked twice or left undone",
    async (numbers, undone) => {
      const store = storeOf({ undone });
      const read = gatheringReads(store.ask);
      const gathered = await Promise.all(numbers.map((number) => read("GetItem", get(number))));
      const alone = await Promise.all(numbers.map((number) => storeOf().ask("GetItem", get(number))));

      expect(gathered.map(withoutUnits)).toEqual(alone.map(withoutUnits));
    },
  );

  it("are one request, a hundred keys at most, and their units add up to the request's", async () => {
    const { requests, ask } = storeOf();
    const read = gatheringReads(ask);
    const numbers = Array.from({ length: 150 }, (_, number) => number);
    const answers = (await Promise.all(numbers.map((number) => read("GetItem", get(number))))) as {
      ConsumedCapacity?: { CapacityUnits: number };
    }[];

    expect(requests.map(([operation]) => operation)).toEqual(["BatchGetItem", "BatchGetItem"]);
    expect(answers.reduce((sum, { ConsumedCapacity }) => sum + (ConsumedCapacity?.CapacityUnits ?? 0), 0)).toBe(75);
  });

  it("keep strong reads and other tables apart, and leave alone what asks for a part of an item", async () => {
    const { requests, ask } = storeOf();
    const read = gatheringReads(ask);
    await Promise.all([
      read("GetItem", get(1)),
      read("GetItem", get(2)),
      read("GetItem", get(3, { ConsistentRead: true })),
      read("GetItem", get(4, { ConsistentRead: true })),
      read("GetItem", get(5, { TableName: "U" })),
      read("GetItem", get(6, { ProjectionExpression: "pk" })),
      read("Query", get(7)),
    ]);

    expect(
      requests.map(([operation, input]) => [operation, JSON.stringify(input).includes('"ConsistentRead":true')]).sort(),
    ).toEqual([
      ...[
        ["BatchGetItem", false],
        ["BatchGetItem", true],
      ],
      ...[
        ["GetItem", false],
        ["GetItem", false],
        ["Query", false],
      ],
    ]);
  });

  it("each fail when the request does", async () => {
    const read = gatheringReads(storeOf({ fails: true }).ask);
    const answers = await Promise.allSettled([read("GetItem", get(1)), read("GetItem", get(2))]);

    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
