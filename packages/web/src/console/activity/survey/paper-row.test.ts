import { expect, it } from "vitest";
import { emptyRow, faultsIn, isFull, rowsFor, sheetOf } from "./paper-row.ts";

it("offers the forms that are still to come, by their numbers", () => {
  expect(rowsFor({ handedOut: 5, typed: [1, 3] }, 2).map(({ number }) => number)).toEqual(["2", "4"]);
});

it("goes on to the next column once a digit can mean nothing more", () => {
  expect([isFull("satisfaction", "5"), isFull("satisfaction", "9"), isFull("recommend", "1")]).toEqual([
    true,
    false,
    false,
  ]);
  expect([isFull("recommend", "10"), isFull("recommend", "0"), isFull("solved", "3")]).toEqual([true, true, true]);
});

it("names the columns that cannot be as they stand, and none of a form that was not begun", () => {
  expect(faultsIn(emptyRow(""))).toEqual([]);
  expect(faultsIn({ ...emptyRow("3"), attitude: "7" })).toEqual(["satisfaction", "attitude"]);
});

it("sends what was said and leaves out what was not", () => {
  const row = { ...emptyRow("12"), satisfaction: "4", solved: "2", recommend: "10", comment: " 很好 " };

  expect(JSON.parse(JSON.stringify(sheetOf(row, "client")))).toEqual({
    clientId: "cli_0012",
    answer: { satisfaction: 4, solved: "partly", recommend: 10, comment: "很好" },
  });
  expect(sheetOf(row, "sheet")).toMatchObject({ sheet: 12 });
});
