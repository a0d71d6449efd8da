import { expect, it } from "vitest";
import { MOST_ROWS, rowsOf } from "./columns.ts";

const COLUMNS = { required: ["工号"], optional: [] };
const fileOf = (people: number) => ({
  rows: ["花名册", "工号", ...Array.from({ length: people }, (_, at) => String(at))].map((text, at) => ({
    number: at + 1,
    cells: [{ kind: "text" as const, text }],
  })),
});

it("takes as many rows as it says, a title and the header not counted", () => {
  expect(rowsOf([fileOf(MOST_ROWS)], COLUMNS).rows).toHaveLength(20_000);
});

it("refuses one row more, and says how many there may be", () => {
  expect(() => rowsOf([fileOf(MOST_ROWS + 1)], COLUMNS)).toThrow(
    expect.objectContaining({ code: "roster.too_many_rows", message: expect.stringContaining("20000") }),
  );
});

it("refuses a sheet of which not everything was read", () => {
  expect(() => rowsOf([{ ...fileOf(1), cut: true }], COLUMNS)).toThrow(
    expect.objectContaining({ code: "roster.too_many_rows" }),
  );
});
