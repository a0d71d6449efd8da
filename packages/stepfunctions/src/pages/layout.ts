import type { Scope, State } from "../asl/definition.ts";
import type { Box, Drawing } from "./drawing.ts";
import { graphOf, scopesOf, type Way } from "./graph.ts";
import { planOf, type Room, roomFor, routesOf } from "./route-edges.ts";
import { textWidth } from "./text-width.ts";

export const headHeight = 48;
const [least, most] = [160, 232];
const padding = 12;
const between = 28;
/** What the line of a state that can lead to itself takes beside it. */
const loopWidth = 16;
const topRoom = 28;

type Sized = Omit<Box, "x" | "y">;

function sized(state: string, given: State, ways: readonly Way[]): Sized {
  const drawings = scopesOf(given).map(layout);
  let x = padding;
  const inner = drawings.map((drawing) => {
    const placed = { x, y: headHeight, drawing };
    x += drawing.width + padding;
    return placed;
  });
  const text = Math.min(most, Math.max(least, textWidth(state, 14) + 28));
  const height = Math.max(0, ...drawings.map((drawing) => drawing.height + padding)) + headHeight;
  const ends = !ways.some(({ from }) => from === state);
  const loops = ways.some(({ from, to }) => from === state && to === state);
  return { state, type: given.Type, ends, loops, width: Math.max(text, x), height, inner };
}

/** Gives each state of a scope its place and each way its line. Deterministic. */
export function layout(scope: Scope): Drawing {
  const graph = graphOf(scope);
  const rows = graph.rows.map((row) =>
    row.flatMap((name) => {
      const state = scope.States[name];
      return state ? [sized(name, state, graph.ways)] : [];
    }),
  );
  const plan = planOf(graph);
  const room = roomFor(plan);
  const widths = rows.map((row) => row.reduce((sum, { width }) => sum + width + between, -between));
  const content = Math.max(...widths);
  const { boxes, height } = placed(rows, { widths, content, room });
  const right = room.left + content + (boxes.some(({ loops }) => loops) ? loopWidth : 0);
  const lines = routesOf(plan, boxes, { left: room.left, right });
  return { width: right + room.right, height, start: graph.start, boxes, lines };
}

interface Space {
  widths: readonly number[];
  content: number;
  room: Room;
}

function placed(rows: readonly Sized[][], { widths, content, room }: Space): { boxes: Box[]; height: number } {
  const boxes: Box[] = [];
  let y = topRoom + (room.gaps[0] ?? 0);
  for (const [at, row] of rows.entries()) {
    let x = room.left + (content - (widths[at] ?? 0)) / 2;
    for (const box of row) {
      boxes.push({ ...box, x, y });
      x += box.width + between;
    }
    y += Math.max(...row.map((box) => box.height)) + (room.gaps[at + 1] ?? 0);
  }
  return { boxes, height: y };
}
