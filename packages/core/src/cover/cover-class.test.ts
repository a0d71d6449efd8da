import { expect, it } from "vitest";
import { coverer, need } from "./cover.builder.ts";
import { classify } from "./cover-class.ts";

const busy = [{ from: "2026-03-07T06:00:00.000Z", to: "2026-03-07T07:00:00.000Z" }];

it("makes one class of coverers whom no need can tell apart", () => {
  const { covererClasses } = classify(
    [need("n")],
    [
      coverer("b", { busy: [{ from: "2026-03-07T12:00:00.000Z", to: "2026-03-07T14:00:00.000Z" }] }),
      coverer("a"),
      coverer("y", { department: "repair", branchId: "south" }),
      coverer("x", { department: "lab", branchId: "west" }),
    ],
  );

  expect(covererClasses.map(({ memberIds }) => memberIds)).toEqual([
    ["a", "b"],
    ["x", "y"],
  ]);
});

it.each([
  ["another post", { post: "hotline" }],
  ["another department", { department: "repair" }],
  ["another branch", { branchId: "south" }],
  ["another number of covers", { coversThisYear: 1 }],
  ["other hours", { busy }],
])("keeps a coverer with %s apart", (_, change) => {
  const needs = [need("n"), need("m", { department: "repair", branchId: "south" })];
  const { covererClasses } = classify(needs, [coverer("a"), coverer("b", change)]);

  expect(covererClasses.map(({ memberIds }) => memberIds)).toEqual([["a"], ["b"]]);
});

it("keeps a coverer who declined apart, and the declined need too", () => {
  const needs = [need("n"), need("m", { declinedBy: ["a"] }), need("k")];
  const { needClasses, covererClasses } = classify(needs, [coverer("a"), coverer("b")]);

  expect(covererClasses.map(({ memberIds }) => memberIds)).toEqual([["a"], ["b"]]);
  expect(needClasses.map(({ needIds }) => needIds)).toEqual([["k", "n"], ["m"]]);
});

it("makes one class of needs that differ only in how their lists are written", () => {
  const { needClasses } = classify(
    [
      need("n", { coverableBy: ["a", "b"], declinedBy: ["x", "y"] }),
      need("m", { coverableBy: ["b", "a", "b"], declinedBy: ["y", "x"] }),
    ],
    [],
  );

  expect(needClasses.map(({ needIds }) => needIds)).toEqual([["m", "n"]]);
});

it("keeps needs at other hours apart", () => {
  const { needClasses } = classify([need("n"), need("m", { to: "2026-03-07T09:30:00.000Z" })], []);

  expect(needClasses.map(({ needIds }) => needIds)).toEqual([["m"], ["n"]]);
});
