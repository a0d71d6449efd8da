import { describe, expect, it } from "vitest";
import { counted, manifest, pseudonymOf } from "./award.builder.ts";
import { changesBetween } from "./diff.ts";
import { resultOf } from "./result.ts";

const result = (...points: number[]) =>
  resultOf(
    manifest(),
    points.map((each, at) => counted(at, { points: each })),
  );

describe("the changes between two runs", () => {
  it("are none when nothing changed", () => {
    expect(changesBetween(result(500, 400), result(500, 400))).toEqual([]);
  });

  it("tell who moved by their own figures and who because others did", () => {
    const changes = changesBetween(result(500, 400, 300), result(500, 600, 300));

    expect(changes.map(({ pseudonym, own, before, after }) => [pseudonym, own, before?.rank, after?.rank])).toEqual([
      [pseudonymOf(1), true, 2, 1],
      [pseudonymOf(0), false, 1, 2],
    ]);
  });

  it("tell who came, who went and who lost a place", () => {
    const before = result(600, 500, 400, 300, 200);
    const after = result(600, 500, 400, 300, 200, 250);
    const moved = changesBetween(before, after);
    const back = changesBetween(after, before);

    expect(moved.map(({ pseudonym, before: was, after: is }) => [pseudonym, was?.place, is?.place])).toEqual([
      [pseudonymOf(5), undefined, 5],
      [pseudonymOf(4), 5, null],
    ]);
    expect(back.at(-1)).toMatchObject({ pseudonym: pseudonymOf(5), after: null });
  });
});
