import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Keeping, typed } from "./typed.ts";

interface Form {
  reason: string;
  note: string;
}
const EMPTY: Form = { reason: "", note: "" };

/** A place that answers to a reading when it is told to. */
function place(kept?: Form) {
  let answer = () => {};
  const notes = new Map<string, object>();
  const held = new Map<string, unknown>(kept ? [["k", kept]] : []);
  const keeping: Keeping = {
    read: <T>(key: string) => {
      const found = held.get(key) as T | undefined;
      return new Promise<T | undefined>((resolve) => {
        answer = () => resolve(found);
      });
    },
    write: async (key, value) => void held.set(key, value),
    forget: async (key) => void held.delete(key),
    note: (key, value) => void notes.set(key, value),
    noted: (key) => notes.get(key),
    dropNote: (key) => void notes.delete(key),
  };
  return { keeping, held, notes, answer: () => answer() };
}

describe("what is being typed", () => {
  it("stays as it was typed when what was kept is read later", async () => {
    const { keeping, held, answer } = place({ reason: "昨天写的", note: "带水" });
    const shown: Form[] = [];
    const draft = typed("k", EMPTY, (value) => shown.push(value), keeping);
    const restored = draft.restore();
    draft.set({ reason: "当天要送孩子上学" });
    answer();
    await restored;

    expect(shown.at(-1)).toEqual({ reason: "当天要送孩子上学", note: "带水" });
    expect(held.get("k")).toEqual(shown.at(-1));
  });

  it("does not come back when it was sent before what was kept is read", async () => {
    const { keeping, held, answer } = place({ reason: "昨天写的", note: "" });
    const shown: Form[] = [];
    const draft = typed("k", EMPTY, (value) => shown.push(value), keeping);
    const restored = draft.restore();
    await draft.clear();
    answer();
    await restored;

    expect([shown.at(-1), held.size]).toEqual([EMPTY, 0]);
  });

  it("is there again when the page is loaded anew before it was written", async () => {
    const { keeping, held, notes, answer } = place({ reason: "昨天写的", note: "带水" });
    const dying = { ...keeping, write: () => new Promise<void>(() => {}) };
    typed("k", EMPTY, () => {}, dying).set({ reason: "刚写的" });
    const shown: Form[] = [];
    const restored = typed("k", EMPTY, (value) => shown.push(value), keeping).restore();
    answer();
    await restored;

    expect(shown.at(-1)).toMatchObject({ reason: "刚写的" });
    expect([held.get("k"), notes.size]).toEqual([shown.at(-1), 0]);
  });

  it("shows the last word of each field, whenever what was kept is read", async () => {
    const change = fc.oneof(fc.record({ reason: fc.string() }), fc.record({ note: fc.string() }));
    const kept = fc.record({ reason: fc.string(), note: fc.string() });
    await fc.assert(
      fc.asyncProperty(kept, fc.array(change), fc.array(change), async (before, early, late) => {
        const { keeping, answer } = place(before);
        let shown = EMPTY;
        const draft = typed<Form>("k", EMPTY, (value) => (shown = value), keeping);
        const restored = draft.restore();
        for (const one of early) draft.set(one);
        answer();
        await restored;
        for (const one of late) draft.set(one);

        expect(shown).toEqual(Object.assign({ ...before }, ...early, ...late));
      }),
    );
  });
});
