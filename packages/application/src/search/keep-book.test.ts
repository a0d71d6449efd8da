import { journal } from "@yigong/core/lib/journal.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { expect, it } from "vitest";
import { FRESH_SECONDS, keepBook, STALE_SECONDS } from "./keep-book.ts";

const AT = "2026-09-01T00:00:00.000Z";

/** Rows and a book of them, at a clock of the test. */
function library() {
  const rows = new Map([["a", 1]]);
  const clock = { at: AT };
  const noted = { journal: journal() };
  const reads = { all: 0, some: 0, fails: false };
  const book = keepBook<number>(
    {
      journal: () => noted.journal,
      readAll: async () => {
        reads.all += 1;
        if (reads.fails) throw new Error("away");
        return new Map(rows);
      },
      readSome: async (ids) => {
        reads.some += 1;
        return new Map([...rows].filter(([id]) => ids.includes(id)));
      },
    },
    { now: () => clock.at },
  );
  return {
    rows,
    clock,
    noted,
    reads,
    said: async () => Object.fromEntries(await book()),
    later: (seconds: number) => {
      clock.at = plusHours(AT, seconds / 3600);
    },
    write: (id: string, value: number) =>
      noted.journal.noting(
        () => [id],
        async () => void rows.set(id, value),
      ),
  };
}

it("is read once for all who ask at the same time, and not again within half a minute", async () => {
  const { said, reads, later } = library();
  await Promise.all([said(), said(), said()]);
  later(FRESH_SECONDS - 1);
  await said();

  expect(reads).toMatchObject({ all: 1, some: 0 });
});

it("shows at once what this process wrote, of which it reads just that", async () => {
  const { said, reads, write } = library();
  await said();
  await write("b", 2);

  expect(await said()).toEqual({ a: 1, b: 2 });
  expect(reads).toMatchObject({ all: 1, some: 1 });
});

it("leaves out what is gone, also when the write failed after it was made", async () => {
  const { said, rows, noted } = library();
  await said();
  const gone = noted.journal.noting(
    () => ["a"],
    async () => {
      rows.delete("a");
      throw new Error("cut off");
    },
  );
  await expect(gone).rejects.toThrow();

  expect(await said()).toEqual({});
});

it("is read anew behind whoever asks after half a minute, so that nobody waits", async () => {
  const { said, rows, later, reads } = library();
  await said();
  rows.set("a", 9);
  later(FRESH_SECONDS);

  expect(await said()).toEqual({ a: 1 });
  expect(await said()).toEqual({ a: 9 });
  expect(reads.all).toBe(2);
});

it("is waited for when it is older than ten minutes, or the clock was put back", async () => {
  const { said, rows, later } = library();
  await said();
  rows.set("a", 9);
  later(STALE_SECONDS + 1);
  const late = await said();
  rows.set("a", 10);
  later(-1);

  expect([late, await said()]).toEqual([{ a: 9 }, { a: 10 }]);
});

it("stays as it was when reading it anew fails behind somebody", async () => {
  const { said, later, reads } = library();
  await said();
  later(FRESH_SECONDS);
  reads.fails = true;

  expect([await said(), await said()]).toEqual([{ a: 1 }, { a: 1 }]);
});

it("is read anew when more was written than is remembered, and by another journal", async () => {
  const { said, rows, noted, reads } = library();
  await said();
  await noted.journal.noting(
    () => Array.from({ length: 5000 }, (_, n) => `id${n}`),
    async () => void rows.set("b", 2),
  );
  const many = await said();
  noted.journal = journal();
  rows.set("c", 3);

  expect([many, await said()]).toEqual([
    { a: 1, b: 2 },
    { a: 1, b: 2, c: 3 },
  ]);
  expect(reads).toMatchObject({ all: 3, some: 0 });
});
