import type { Faults } from "@yigong/testing/faults.ts";
import { httpTableOn } from "@yigong/testing/http-table.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { HttpTable } from "./http-table.ts";

let opened: TestTable;
let table: HttpTable;
let fault: Faults;
let ids = 0;

beforeAll(async () => {
  opened = await testTable();
  ({ table, fault } = httpTableOn(opened));
});
afterAll(() => opened.stop());
beforeEach(() => {
  fault.mend();
  ids += 1;
});

const keyOf = (part: string) => ({ pk: `http#${ids}`, sk: part });
const stored = (part: string) => table.get(keyOf(part).pk, part);
/** A new item. */
const make = (note: string, condition = "attribute_not_exists(pk)") =>
  table.put({ Put: { TableName: table.name, Item: { ...keyOf("a"), note }, ConditionExpression: condition } });
const code = (of: string) => expect.objectContaining({ code: of, kind: "unavailable" });

describe("reading an item", () => {
  it("gives what is there, or nothing", async () => {
    await make("there");

    expect(await stored("a")).toEqual({ ...keyOf("a"), note: "there" });
    expect(await stored("nowhere")).toBeUndefined();
  });

  it.each(["unsent", "lost-reply", "throttled"] as const)("comes again after a try that was %s", async (what) => {
    await make("there");
    fault.at(1, what);

    expect(await stored("a")).toMatchObject({ note: "there" });
  });

  it.each([
    ["unsent", "store.unavailable", 8],
    ["throttled", "store.busy", 20],
  ] as const)("gives up when every try is %s, with %s after %i tries", async (what, refusal, tries) => {
    fault.always(what);
    const before = fault.tried.length;

    await expect(stored("a")).rejects.toThrow(code(refusal));
    expect(fault.tried.length - before).toBe(tries);
  });

  it("is unavailable when there is no such table", async () => {
    const { table: other } = httpTableOn({ ...opened, table: { ...opened.table, alliance: "Nowhere" } });

    await expect(other.get("a", "b")).rejects.toThrow(code("store.unavailable"));
  });
});

describe("writing an item", () => {
  it("is refused by its condition, and tells what is there", async () => {
    expect(await make("first")).toEqual({ ok: true });
    expect(await make("second")).toEqual({ ok: false, failed: [0], items: [{ ...keyOf("a"), note: "first" }] });
    expect(await stored("a")).toMatchObject({ note: "first" });
  });

  it.each(["unsent", "conflict", "throttled"] as const)("is done after a try that was %s", async (what) => {
    fault.at(1, what);

    expect(await make("mine")).toEqual({ ok: true });
    expect(await stored("a")).toMatchObject({ note: "mine" });
  });

  it("is known by what it left when the reply was lost, also when it clashes next", async () => {
    fault.at(1, "lost-reply");
    fault.at(2, "conflict");

    expect(await make("mine")).toEqual({ ok: true });
  });

  it("is refused all the same after a lost reply when somebody else's is there", async () => {
    await make("theirs");
    fault.at(1, "lost-reply");

    expect(await make("mine")).toMatchObject({ ok: false, items: [{ note: "theirs" }] });
  });

  it("is refused when what is there equals it and no reply was lost", async () => {
    await make("mine");

    expect(await make("mine")).toMatchObject({ ok: false, failed: [0] });
  });

  it.each([
    ["conflict", "store.busy"],
    ["unsent", "store.unavailable"],
  ] as const)("gives up when every try is a %s", async (what, refusal) => {
    fault.always(what);

    await expect(make("mine")).rejects.toThrow(code(refusal));
  });

  it("that the store does not understand is a mistake of ours", async () => {
    await expect(make("mine", "not a condition(")).rejects.toThrow(
      expect.objectContaining({ name: "ValidationException" }),
    );
  });
});
