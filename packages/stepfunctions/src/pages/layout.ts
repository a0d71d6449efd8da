import type { Scope, State } from "../asl/definition.ts";
import type { Box, Drawing } from "./drawing.ts";
import { type Edge, graphOf, innerScopesOf } from "./graph.ts";
import { type RoutingSpace, routeEdges, routingPlanOf, spaceFor } from "./route-edges.ts";
import { textWidth } from "./text-width.ts";

export const headHeight = 48;
const [least, most] = [160, 232];
const padding = 12;
const between = 28;
/** Width of the line of an edge from a state to itself. */
const loopWidth = 16;
const topRoom = 28;

type Sized = Omit<Box, "x" | "y">;

function sized(state: string, given: State, edges: readonly Edge[]): Sized {
  const drawings = innerScopesOf(given).map(layout);
  let x = padding;
  const inner = drawings.map((drawing) => {
    const placed = { x, y: headHeight, drawing };
    x += drawing.width + padding;
    return placed;
  });
  const text = Math.min(most, Math.max(least, textWidth(state, 14) + 28));
  const height = Math.max(0, ...drawings.map((drawing) => drawing.height + padding)) + headHeight;
  const ends = !edges.some(({ from }) => from === state);
  const loops = edges.some(({ from, to }) => from === state && to === state);
  return { state, type: given.Type, ends, loops, width: Math.max(text, x), height, inner };
}

/** Computes the rectangle of each state and the polyline of each edge of a scope. Deterministic. */
export function layout(scope: Scope): Drawing {
  const graph = graphOf(scope);
  const rows = graph.rows.map((row) =>
    row.flatMap((name) => {
      const state = scope.States[name];
      return state ? [sized(name, state, graph.edges)] : [];
    }),
  );
  const plan = routingPlanOf(graph);
  const space = spaceFor(plan);
  const widths = rows.map((row) => row.reduce((sum, { width }) => sum + width + between, -between));
  const content = Math.max(...widths);
  const { boxes, height } = placed(rows, { widths, content, space });
  const right = space.left + content + (boxes.some(({ loops }) => loops) ? loopWidth : 0);
  const lines = routeEdges(plan, boxes, { left: space.left, right });
  return { width: right + space.right, height, start: graph.start, boxes, lines };
}

interface RowSpace {
  widths: readonly number[];
  content: number;
  space: RoutingSpace;
}

function placed(rows: readonly Sized[][], { widths, content, space }: RowSpace): { boxes: Box[]; height: number } {
  const boxes: Box[] = [];
  let y = topRoom + (space.gaps[0] ?? 0);
  for (const [at, row] of rows.entries()) {
    let x = space.left + (content - (widths[at] ?? 0)) / 2;
    for (const box of row) {
      boxes.push({ ...box, x, y });
      x += box.width + between;
    }
    y += Math.max(...row.map((box) => box.height)) + (space.gaps[at + 1] ?? 0);
  }
  return { boxes, height: y };
}
