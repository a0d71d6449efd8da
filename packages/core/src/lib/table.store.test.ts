import { type Faults, faults } from "@yigong/testing/faults.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { Entity } from "electrodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { batchGet, batchPut, check, put, remove, transact, update } from "./table.ts";

const entity = (table: string, client: TestTable["table"]["client"]) =>
  new Entity(
    {
      model: { service: "alliance", entity: "place", version: "1" },
      attributes: {
        id: { type: "string", required: true },
        taken: { type: "number" },
        version: { type: "number" },
        note: { type: "string" },
        team: { type: "string" },
      },
      indexes: {
        byId: { pk: { field: "pk", composite: ["id"] }, sk: { field: "sk", composite: [] } },
        byTeam: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["team"] },
          sk: { field: "gsi1sk", composite: [] },
        },
      },
    },
    { table, client },
  );

let opened: TestTable;
let fault: Faults;
let places: ReturnType<typeof entity>;
let ids = 0;
let id = "";

beforeAll(async () => {
  opened = await testTable({ random: () => 0, pause: async () => {} });
  fault = faults(opened.table.client);
  places = entity(opened.table.alliance, opened.table.client);
});
afterAll(() => opened.stop());
beforeEach(() => {
  fault.mend();
  ids += 1;
  id = `p${ids}`;
});

const stored = async (of = id) => (await places.get({ id: of }).go({ consistent: true })).data;

describe("a transaction from ElectroDB's parameters", () => {
  it("creates, patches, counts, checks and deletes together", async () => {
    await places
      .put([{ id: `${id}a`, version: 1 }, { id: `${id}b`, taken: 1 }, { id: `${id}c` }, { id: `${id}d` }])
      .go();

    const outcome = await transact(opened.table, [
      put(places.create({ id, note: "new" }).params()),
      update(
        places
          .patch({ id: `${id}a` })
          .set({ version: 2 })
          .where(({ version }, { eq }) => eq(version, 1))
          .params(),
      ),
      update(
        places
          .update({ id: `${id}b` })
          .add({ taken: 1 })
          .where(({ taken }, { lt }) => lt(taken, 20))
          .params(),
      ),
      remove(places.remove({ id: `${id}c` }).params()),
      check(
        places
          .remove({ id: `${id}d` })
          .where(({ note }, { notExists }) => notExists(note))
          .params(),
      ),
    ]);

    expect(outcome).toEqual({ ok: true });
    expect(await stored()).toEqual({ id, note: "new" });
    expect(await stored(`${id}a`)).toEqual({ id: `${id}a`, version: 2 });
    expect(await stored(`${id}b`)).toEqual({ id: `${id}b`, taken: 2 });
    expect(await stored(`${id}c`)).toBeNull();
    expect(await stored(`${id}d`)).toEqual({ id: `${id}d` });
  });

  it("writes nothing when a condition fails, and says which and what stood there", async () => {
    await places
      .put([
        { id: `${id}a`, version: 7 },
        { id: `${id}b`, taken: 20 },
      ])
      .go();

    const outcome = await transact(opened.table, [
      put(places.create({ id }).params()),
      update(
        places
          .patch({ id: `${id}a` })
          .set({ version: 2 })
          .where(({ version }, { eq }) => eq(version, 1))
          .params(),
      ),
      check(
        places
          .delete({ id: `${id}b` })
          .where(({ taken }, { lt }) => lt(taken, 20))
          .params(),
      ),
    ]);

    expect(outcome).toMatchObject({ ok: false, failed: [1, 2], items: [undefined, { version: 7 }, { taken: 20 }] });
    expect(await stored()).toBeNull();
  });

  it("has no item to show when the condition was that there is one", async () => {
    const outcome = await transact(opened.table, [update(places.patch({ id }).set({ note: "x" }).params())]);

    expect(outcome).toEqual({ ok: false, failed: [0], items: [undefined] });
  });

  it("does nothing and is well when there is nothing to do", async () => {
    expect(await transact(opened.table, [])).toEqual({ ok: true });
  });

  it("leaves out fields that are undefined", async () => {
    await transact(opened.table, [put({ ...places.put({ id }).params(), Item: { pk: id, sk: "x", note: undefined } })]);

    expect(await batchGet(opened.table, [{ TableName: opened.table.alliance, Key: { pk: id, sk: "x" } }])).toEqual([
      { pk: id, sk: "x" },
    ]);
  });

  it("throws a malformed request as the bug it is", async () => {
    const twice = put(places.put({ id }).params());

    await expect(transact(opened.table, [twice, twice])).rejects.toMatchObject({ name: "ValidationException" });
  });
});

describe("a single operation", () => {
  it("is sent as such, which costs half of a transaction", async () => {
    const before = structuredClone(opened.meter);
    await transact(opened.table, [put(places.create({ id }).params())]);
    const { operations } = opened.meter;

    expect(opened.meter.writeUnits - before.writeUnits).toBe(1);
    expect(operations.PutItem?.requests).toBe((before.operations.PutItem?.requests ?? 0) + 1);
    expect(operations.TransactWriteItems).toEqual(before.operations.TransactWriteItems);
  });

  it("tells the item that failed its condition", async () => {
    await places.put({ id, version: 3 }).go();

    expect(await transact(opened.table, [put(places.create({ id, version: 1 }).params())])).toMatchObject({
      ok: false,
      failed: [0],
      items: [{ id, version: 3 }],
    });
    expect(
      await transact(opened.table, [
        remove(
          places
            .delete({ id })
            .where(({ version }, { eq }) => eq(version, 1))
            .params(),
        ),
      ]),
    ).toMatchObject({ ok: false, failed: [0], items: [{ version: 3 }] });
  });

  it("may be a check", async () => {
    await places.put({ id }).go();

    expect(await transact(opened.table, [check(places.remove({ id }).params())])).toEqual({ ok: true });
    expect(await transact(opened.table, [check(places.remove({ id: `${id}x` }).params())])).toMatchObject({
      ok: false,
      failed: [0],
    });
    expect(await stored()).toEqual({ id });
  });
});

describe("the meter", () => {
  it("counts the item and its indexes, by operation", async () => {
    const before = structuredClone(opened.meter);
    await places.put({ id, team: "red" }).go();
    await places.query.byTeam({ team: "red" }).go({ limit: 1 });

    expect(opened.meter.writeUnits - before.writeUnits).toBe(2);
    expect(opened.meter.readUnits - before.readUnits).toBe(0.5);
    expect(opened.meter.operations.Query).toMatchObject({ requests: (before.operations.Query?.requests ?? 0) + 1 });
  });
});

describe("a clash or throttling", () => {
  it.each(["conflict", "throttled"] as const)("is not seen by the caller when it passes: %s", async (kind) => {
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) fault.at(n, kind);

    expect(
      await transact(opened.table, [
        put(places.create({ id }).params()),
        put(places.create({ id: `${id}b` }).params()),
      ]),
    ).toEqual({ ok: true });
  });

  it.each(["conflict", "throttled"] as const)("is store.busy after 20 tries: %s", async (kind) => {
    fault.always(kind);
    const before = fault.tried.length;

    await expect(transact(opened.table, [put(places.create({ id }).params())])).rejects.toMatchObject({
      code: "store.busy",
      kind: "unavailable",
    });
    expect(fault.tried.length - before).toBe(20);
  });
});

describe("a lost connection", () => {
  it("is not seen by the caller when it passes", async () => {
    for (const n of [1, 2, 3, 4, 5]) fault.at(n, "unsent");

    expect(await transact(opened.table, [put(places.create({ id }).params())])).toEqual({ ok: true });
  });

  it("is store.unavailable when it does not, through ElectroDB as well", async () => {
    fault.always("unsent");

    await expect(transact(opened.table, [put(places.create({ id }).params())])).rejects.toMatchObject({
      code: "store.unavailable",
      cause: { code: "ECONNREFUSED" },
    });
    await expect(places.get({ id }).go()).rejects.toMatchObject({ name: "store.unavailable" });
    await expect(places.query.byId({ id }).go()).rejects.toMatchObject({ name: "store.unavailable" });
    await expect(places.put([{ id }]).go()).rejects.toMatchObject({ name: "store.unavailable" });
    await expect(places.patch({ id }).set({ taken: 1 }).go()).rejects.toMatchObject({ name: "store.unavailable" });
  });

  it("does not turn a write that was done into a failed condition", async () => {
    fault.at(1, "lost-reply");
    const created = await transact(opened.table, [put(places.create({ id, version: 1 }).params())]);
    fault.at(1, "lost-reply");
    const change = places
      .patch({ id })
      .set({ version: 2 })
      .where(({ version }, { eq }) => eq(version, 1));
    const changed = await transact(opened.table, [update(change.params())]);
    fault.at(1, "lost-reply");
    const counted = await transact(opened.table, [
      update(places.patch({ id }).add({ taken: 1 }).params()),
      put(places.create({ id: `${id}own` }).params()),
    ]);

    expect([created, changed, counted]).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await stored()).toEqual({ id, version: 2, taken: 1 });
  });

  it("does not hide that somebody else was first", async () => {
    await places.put({ id, version: 1, note: "theirs" }).go();
    fault.at(1, "lost-reply");

    expect(await transact(opened.table, [put(places.create({ id, version: 1, note: "ours" }).params())])).toMatchObject(
      { ok: false, failed: [0], items: [{ note: "theirs" }] },
    );
  });

  it("does not make a second writer of the same content the first", async () => {
    const twin = put(places.create({ id, version: 1 }).params());
    await transact(opened.table, [twin]);

    expect(await transact(opened.table, [twin])).toMatchObject({ ok: false, failed: [0] });
  });
});

describe("a crash", () => {
  it("leaves the write undone before it is sent and done after, and stops all that follows", async () => {
    const crash = async (kind: "crash-before" | "crash-after", of: string) => {
      fault.at(1, kind);
      const writing = transact(opened.table, [put(places.create({ id: of }).params())]);
      await expect(writing).rejects.toThrow("the process ended");
      await expect(places.put({ id: `${of}later` }).go()).rejects.toThrow("the process ended");
      fault.mend();
      return [await stored(of), await stored(`${of}later`)];
    };

    expect(await crash("crash-before", `${id}a`)).toEqual([null, null]);
    expect(await crash("crash-after", `${id}b`)).toEqual([{ id: `${id}b` }, null]);
  });
});

describe("batches", () => {
  it("write and read any number, in the order asked for", async () => {
    const all = Array.from({ length: 260 }, (_, index) => ({ id: `${id}n${index}`, taken: index }));
    await batchPut(
      opened.table,
      all.map((place) => places.put(place).params()),
    );
    const asked = [...all.toReversed(), { id: `${id}none` }, { id: `${id}n0` }];
    const found = await batchGet(
      opened.table,
      asked.map((place) => places.get({ id: place.id }).params()),
      { consistent: true },
    );

    expect(found.map((item) => item?.taken)).toEqual([...all.map(({ taken }) => taken).toReversed(), undefined, 0]);
    expect(places.parse({ Item: found[0] ?? {} }).data).toEqual({ id: `${id}n259`, taken: 259 });
  });

  it("refuse conditions, which they cannot keep", async () => {
    await expect(batchPut(opened.table, [places.create({ id }).params()])).rejects.toThrow(TypeError);
  });
});
