import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Scope, State } from "../asl/definition.ts";
import type { Drawing } from "./drawing.ts";
import { graphOf, stateNamesOf } from "./graph.ts";
import { layout } from "./layout.ts";

const stageNames = ["Draft", "Offer", "Order", "Pay", "Pack", "Send", "Review"];
const caught = (error: string, Next: string) => ({ ErrorEquals: [error], Next });

/** Each stage may be the first one, may be entered again, times out to the next one, and can be cancelled. */
const stages: Scope = {
  StartAt: "Begin",
  States: {
    Begin: {
      Type: "Choice",
      Choices: stageNames.slice(1).map((Next) => ({ Condition: true, Next })),
      Default: "Draft",
    },
    ...Object.fromEntries(
      stageNames.map((name, at): [string, State] => {
        const Next = stageNames[at + 1] ?? "Done";
        const routes = [caught("changed", name), caught("States.Timeout", Next), caught("cancelled", "Cancelled")];
        return [name, { Type: "Task", Next, Catch: [...routes, caught("States.ALL", "Stopped")] }];
      }),
    ),
    Done: { Type: "Succeed" },
    Cancelled: { Type: "Succeed" },
    Stopped: { Type: "Fail" },
  },
};

type Inside = (x: number, y: number) => boolean;
const insideOf =
  ({ x, y, width, height }: Drawing["boxes"][number]): Inside =>
  (atX, atY) =>
    atX > x && atX < x + width && atY > y && atY < y + height;

/** Lines that run through a state, checked at three points of each straight part. */
function crossings({ boxes, lines }: Drawing): string[] {
  return lines.flatMap(({ from, to, corners }) =>
    corners.slice(1).flatMap(([x, y], at) => {
      const [beforeX, beforeY] = corners[at] ?? [x, y];
      const points = [0.25, 0.5, 0.75].map((part) => [beforeX + (x - beforeX) * part, beforeY + (y - beforeY) * part]);
      const hit = boxes.filter((box) => points.some(([atX = 0, atY = 0]) => insideOf(box)(atX, atY)));
      return hit.map(({ state }) => `${from}-${to} through ${state}`);
    }),
  );
}
const overlaps = ({ boxes }: Drawing): string[] =>
  boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map((b) => `${a.state} on ${b.state}`),
  );
const outside = ({ width, height, boxes, lines }: Drawing): unknown[] => [
  ...boxes.filter((box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height),
  ...lines.filter(({ corners }) => corners.some(([x, y]) => x < 0 || y < 0 || x > width || y > height)),
];

describe("a line of stages with ends that only errors lead to", () => {
  it("has the stages in their order, and the ends below", () => {
    expect(graphOf(stages).rows.flat()).toEqual(["Begin", ...stageNames, "Done", "Cancelled", "Stopped"]);
  });

  it("fits a phone of 360 px and lets no line run through a state", () => {
    const drawing = layout(stages);

    expect(drawing.width).toBeLessThanOrEqual(312);
    expect([crossings(drawing), overlaps(drawing), outside(drawing)]).toEqual([[], [], []]);
    expect(confusions(drawing)).toEqual([]);
  });

  it("marks ways that only errors take", () => {
    const { edges } = graphOf(stages);
    const isError = (from: string, to: string) => edges.find((edge) => edge.from === from && edge.to === to)?.isError;

    expect([isError("Pay", "Pack"), isError("Pay", "Cancelled"), isError("Send", "Send")]).toEqual([false, true, true]);
  });
});

type Segment = { from: string; to: string; fixed: string; low: number; high: number };
/** Overlapping parts of two lines that have no end in common: they could not be distinguished. */
function confusions({ lines }: Drawing): string[] {
  const segments = lines.flatMap(({ from, to, corners }) =>
    corners.slice(1).map(([x, y], at): Segment => {
      const [beforeX, beforeY] = corners[at] ?? [x, y];
      const [low, high] =
        x === beforeX ? [beforeY, y].toSorted((a, b) => a - b) : [beforeX, x].toSorted((a, b) => a - b);
      return { from, to, fixed: x === beforeX ? `x${x}` : `y${y}`, low: low ?? 0, high: high ?? 0 };
    }),
  );
  return segments.flatMap((a, at) =>
    segments
      .slice(at + 1)
      .filter((b) => a.from !== b.from && a.to !== b.to && a.fixed === b.fixed && a.low < b.high && b.low < a.high)
      .map((b) => `${a.from}-${a.to} on ${b.from}-${b.to} at ${a.fixed}`),
  );
}

/** States with random targets. */
const scopes = fc
  .array(fc.record({ next: fc.nat(), choices: fc.array(fc.nat(), { maxLength: 3 }), caught: fc.option(fc.nat()) }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((given): Scope => {
    const name = (at: number) => `S${at % given.length}`;
    const states = given.map(({ next, choices, caught }, at): [string, State] => [
      name(at),
      {
        Type: "Choice",
        Default: name(next),
        Choices: choices.map((to) => ({ Condition: true, Next: name(to) })),
        ...(caught === null ? {} : { Catch: [{ ErrorEquals: ["States.ALL"], Next: name(caught) }] }),
      },
    ]);
    return { StartAt: "S0", States: Object.fromEntries(states) };
  });

describe("any graph, loops included", () => {
  property.prop([scopes], { numRuns: 300 })(
    "has each state that can be reached once, nothing on top of anything and all ways",
    (scope) => {
      const { rows, edges } = graphOf(scope);
      const drawing = layout(scope);
      const reached = rows.flat();
      const expected = edges.filter(({ from, to }) => from !== to && reached.includes(from));

      expect(new Set(reached).size).toBe(reached.length);
      expect(drawing.boxes.map(({ state }) => state).toSorted()).toEqual(reached.toSorted());
      expect(drawing.lines).toHaveLength(expected.length);
      expect([overlaps(drawing), outside(drawing), crossings(drawing)]).toEqual([[], [], []]);
      expect(confusions(drawing)).toEqual([]);
    },
  );
});

it("puts the states of a Parallel and a Map inside of them", () => {
  const pass: State = { Type: "Pass", End: true };
  const scope: Scope = {
    StartAt: "Both",
    States: {
      Both: {
        Type: "Parallel",
        End: true,
        Branches: [
          { StartAt: "A", States: { A: pass } },
          {
            StartAt: "Each",
            States: { Each: { Type: "Map", End: true, ItemProcessor: { StartAt: "B", States: { B: pass } } } },
          },
        ],
      },
    },
  };
  const [both] = layout(scope).boxes;
  const [left, right] = both?.inner ?? [];

  expect(stateNamesOf(scope)).toEqual(["Both", "A", "Each", "B"]);
  expect(left?.drawing.boxes[0]?.state).toBe("A");
  expect(right?.drawing.boxes[0]?.inner[0]?.drawing.boxes[0]?.state).toBe("B");
  expect((right?.x ?? 0) + (right?.drawing.width ?? 0)).toBeLessThanOrEqual(both?.width ?? 0);
  expect((right?.y ?? 0) + (right?.drawing.height ?? 0)).toBeLessThanOrEqual(both?.height ?? 0);
});
