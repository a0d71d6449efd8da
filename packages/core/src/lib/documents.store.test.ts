import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import * as z from "zod";
import { documents, type Item } from "./documents.ts";
import { Refusal } from "./error.ts";
import { transact } from "./table.ts";

const Note = z.object({
  id: z.string(),
  topic: z.string(),
  text: z.string().min(1),
  version: z.int().nonnegative(),
});
type Note = z.infer<typeof Note>;

const shape = {
  entity: "note",
  schema: Note,
  attributes: { id: "string", topic: "string", version: "number" },
  key: { pk: "note#${id}", sk: "row" },
  indexes: {
    byTopic: { on: "gsi1", when: ({ topic }: Item) => topic !== "none", pk: "notes#${topic}", sk: "${id}" },
  },
  itemOf: ({ id, topic, version }: Note) => ({ id, topic, version }),
  missing: ({ id }: { id: string }) => new Refusal("missing", "note.missing", `There is no note ${id}.`),
} as const;
const noteDocuments = documents(shape);
const draftDocuments = documents({
  ...shape,
  entity: "draft",
  key: { pk: "draft#${id}", sk: "row" },
  empty: ({ id }) => ({ id, topic: "none", text: "-", version: 0 }),
});

let opened: TestTable;
let notes: ReturnType<typeof noteDocuments>;
let ids = 0;
let note: Note;
beforeAll(async () => {
  opened = await testTable();
  notes = noteDocuments(opened.table);
});
afterAll(() => opened.stop());
beforeEach(() => {
  ids += 1;
  note = { id: `n${ids}`, topic: "none", text: "first", version: 0 };
});

const requests = () => Object.values(opened.meter.operations).reduce((sum, { requests: count }) => sum + count, 0);
const write = (text: string) => (known: Note) => ({ item: { ...known, text } });

it("is created once: the same key again is told, and hands back what is there", async () => {
  const created = [await notes.create(note), await notes.create({ ...note, text: "second" })];

  expect(created).toEqual([true, false]);
  expect(await notes.add({ ...note, text: "third" })).toEqual(note);
});

it("is refused by the entity's own refusal when it is missing, and found as nothing", async () => {
  await expect(notes.get({ id: note.id })).rejects.toMatchObject({ kind: "missing", code: "note.missing" });
  expect(await notes.find({ id: note.id })).toBeUndefined();
});

it("is read once more, consistently, before an eventually consistent read says that it is missing", async () => {
  const before = requests();
  await expect(notes.get({ id: note.id }, { eventual: true })).rejects.toMatchObject({ code: "note.missing" });

  expect(requests() - before).toBe(2);
});

it("counts its version up with each change, and hands back the very item that was decided", async () => {
  await notes.create(note);
  const decided = { ...note, text: "second" };
  const changed = await notes.change({ id: note.id }, () => ({ item: decided }));

  expect(changed).toBe(decided);
  expect(await notes.get({ id: note.id })).toEqual({ ...decided, version: 1 });
});

it("is handed back as it was written when the decision is the document alone", async () => {
  await notes.create(note);
  const revised = await notes.revise({ id: note.id }, (known) => ({ ...known, text: "second" }));

  expect(revised).toEqual({ ...note, text: "second", version: 1 });
  expect(await notes.get({ id: note.id })).toEqual(revised);
});

it("is not written when a decision hands back what was loaded", async () => {
  await notes.create(note);
  const before = requests();
  await notes.change({ id: note.id }, (known) => ({ item: known }));

  expect(requests() - before).toBe(1);
});

it("is decided anew from a fresh read after a clash, and loses neither change", async () => {
  await notes.create(note);
  const add = (text: string) => notes.change({ id: note.id }, (known) => write(`${known.text}${text}`)(known));
  await Promise.all([add("+"), add("+")]);

  expect(await notes.get({ id: note.id })).toMatchObject({ text: "first++", version: 2 });
});

it("is store.busy after twelve clashes in a row", async () => {
  await notes.create(note);
  let attempts = 0;
  const meddle = notes.change({ id: note.id }, async (known) => {
    attempts += 1;
    await transact(opened.table, [notes.ops.put({ ...known, version: known.version + 7 })]);
    return write("mine")(known);
  });

  await expect(meddle).rejects.toMatchObject({ kind: "unavailable", code: "store.busy" });
  expect(attempts).toBe(12);
});

it("is saved together with further writes or not at all", async () => {
  await notes.create(note);
  const other = { ...note, id: `${note.id}b` };
  await notes.change({ id: note.id }, write("second"), () => [notes.ops.create(other)]);
  await expect(notes.change({ id: note.id }, write("third"), () => [notes.ops.create(other)])).rejects.toMatchObject({
    code: "store.busy",
  });

  expect((await notes.get({ id: note.id })).text).toBe("second");
});

it("is changed or created by one decision, and what was just read is decided by first", async () => {
  const decide = (known: Note | undefined) => ({ item: known ? { ...known, text: "again" } : note });
  const before = requests();
  await notes.changeOrCreate({ id: note.id }, decide, undefined, { info: undefined });

  expect(requests() - before).toBe(1);
  expect(await notes.changeOrCreate({ id: note.id }, decide)).toMatchObject({ text: "again" });
  expect(await notes.get({ id: note.id })).toEqual({ ...note, text: "again", version: 2 });
});

it("is the empty one until it is first saved, which only one of two does", async () => {
  const drafts = draftDocuments(opened.table);
  const empty = await drafts.get({ id: note.id });
  const first = await transact(opened.table, [drafts.ops.save(empty, { ...empty, text: "one" })]);
  const second = await transact(opened.table, [drafts.ops.save(empty, { ...empty, text: "two" })]);

  expect([first.ok, second.ok]).toEqual([true, false]);
  expect(await drafts.get({ id: note.id })).toMatchObject({ text: "one", version: 1 });
});

it("keeps another's transaction from going through once it moved", async () => {
  await notes.create(note);
  const guarded = (before: Note | undefined) =>
    transact(opened.table, [
      notes.ops.unmoved({ id: note.id }, before),
      notes.ops.put({ ...note, id: `${note.id}${before?.version}` }),
    ]);
  const same = await guarded(note);
  await notes.change({ id: note.id }, write("second"));

  expect([same.ok, (await guarded(note)).ok, (await guarded(undefined)).ok]).toEqual([true, false, false]);
});

it("lists by an index in pages, either way, only what belongs in it", async () => {
  const topic = `t${ids}`;
  await notes.putMany(["a", "b", "c"].map((id) => ({ ...note, id: `${note.id}${id}`, topic })));
  await notes.create(note);
  const page = await notes.list("byTopic", { topic }, { limit: 2 });
  const rest = await notes.list("byTopic", { topic }, { limit: 2, cursor: page.cursor });
  const all = await notes.all("byTopic", { topic }, { order: "desc", range: { gte: { id: `${note.id}b` } } });

  expect([...page.items, ...rest.items].map(({ id }) => id.at(-1))).toEqual(["a", "b", "c"]);
  expect(all.map(({ id }) => id.at(-1))).toEqual(["c", "b"]);
  expect(await notes.all("byTopic", { topic: "none" })).toEqual([]);
  await expect(notes.list("byTopic", { topic }, { limit: 2, cursor: "x" })).rejects.toMatchObject({
    code: "page.bad_cursor",
  });
});

it("gets many in one request, in the order of the keys, without those that are missing", async () => {
  await notes.putMany(["a", "b"].map((id) => ({ ...note, id: `${note.id}${id}` })));
  const before = requests();
  const found = await notes.getMany(["b", "x", "a"].map((id) => ({ id: `${note.id}${id}` })));

  expect(found.map(({ id }) => id.at(-1))).toEqual(["b", "a"]);
  expect(requests() - before).toBe(1);
});

it("is not handed out when a stored row is not what the schema says", async () => {
  await transact(opened.table, [notes.ops.put({ ...note, text: "" })]);

  await expect(notes.get({ id: note.id })).rejects.toThrow(z.ZodError);
});
