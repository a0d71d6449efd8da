import { html } from "hono/html";
import type { Box, Drawing, Line } from "./drawing.ts";
import { headHeight } from "./layout.ts";
import type { Say } from "./messages.ts";
import { fitted } from "./text-width.ts";
import { type StateStatus, stateStatusOf, type Trace } from "./trace.ts";

/** A drawing and the execution whose progress it shows. */
export interface GraphView {
  say: Say;
  nameOf: (name: string) => string;
  drawing: Drawing;
  trace: Trace;
  running: boolean;
}

type Corners = Line["corners"];

/** SVG path through the corners, rounded. */
function pathOf(corners: Corners): string {
  const parts = corners.map(([x, y], at) => {
    const [before, after] = [corners[at - 1], corners[at + 1]];
    if (!before) return `M${x} ${y}`;
    if (!after) return `L${x} ${y}`;
    const [fromX, fromY] = towards([x, y], before);
    const [toX, toY] = towards([x, y], after);
    return `L${fromX} ${fromY}Q${x} ${y} ${toX} ${toY}`;
  });
  return parts.join("");
}

const radius = 4;

/** The point where the rounding of a corner begins, in the direction of another corner. */
function towards([x, y]: Corners[number], [toX, toY]: Corners[number]): [number, number] {
  const near = (from: number, to: number) => from + Math.sign(to - from) * Math.min(radius, Math.abs(to - from) / 2);
  return [near(x, toX), near(y, toY)];
}

const arrow = ([x, y]: Corners[number]) => html`<path class="tip" d="M${x - 4} ${y - 8}h8l-4 8z"/>`;

/** Drawn from its end, so that the dashes of edges that share a line coincide. */
function edge({ corners, isError }: Line, isTaken: boolean) {
  const end = corners.at(-1) ?? [0, 0];
  const names = ["way", ...(isError ? ["error"] : []), ...(isTaken ? ["taken"] : [])].join(" ");
  return html`<g class="${names}"><path d="${pathOf(corners.toReversed())}"/>${arrow(end)}</g>`;
}

function loop({ x, y, width }: Box, isTaken: boolean) {
  const [right, top] = [x + width, y + 14];
  const d = `M${right} ${top + 20}h8a6 6 0 0 0 6 -6v-8a6 6 0 0 0 -6 -6h-2`;
  return html`<g class="way error${isTaken ? " taken" : ""}"><path d="${d}"/><path class="tip" d="M${right + 8} ${top - 4}v8l-8 -4z"/></g>`;
}

const marks: Record<StateStatus, string> = {
  current: "● ",
  retrying: "● ",
  done: "✓ ",
  failed: "✕ ",
  stopped: "■ ",
  unreached: "",
};

function box(given: Box, view: GraphView) {
  const { say, nameOf } = view;
  const { state, type, x, y, width, height, ends, inner } = given;
  const visits = view.trace.visits.filter((visit) => visit.state === state);
  const status = stateStatusOf(visits, view.running);
  const times = visits.length > 1 ? ` · ${say("times", { count: visits.length })}` : "";
  const note = `${marks[status]}${say(`type.${type}`)} · ${say(`standing.${status}`)}${times}`;
  const middle = x + width / 2;
  return html`<g class="box ${status}"><title>${nameOf(state)}: ${note}</title>
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${ends ? Math.min(24, headHeight / 2) : 8}"/>
<text x="${middle}" y="${y + 20}" class="name">${fitted(nameOf(state), 14, width - 20)}</text>
<text x="${middle}" y="${y + 38}" class="note">${fitted(note, 12, width - 12)}</text>
${inner.map((one) => html`<g transform="translate(${x + one.x} ${y + one.y})">${scope({ ...view, drawing: one.drawing })}</g>`)}</g>`;
}

function scope(view: GraphView): ReturnType<typeof html> {
  const { drawing, trace } = view;
  const isTaken = (from: string, to: string) => trace.steps.some((step) => step.from === from && step.to === to);
  const first = drawing.boxes.find(({ state }) => state === drawing.start);
  const entered = trace.visits.some(({ state }) => state === drawing.start);
  const [x, y] = first ? [first.x + first.width / 2, first.y] : [0, 0];
  const start = html`<g class="way${entered ? " taken" : ""}"><circle cx="${x}" cy="8" r="5"/><path d="M${x} 8V${y - 4}"/>${arrow([x, y])}</g>`;
  const lines = drawing.lines.map((line) => ({ line, taken: isTaken(line.from, line.to) }));
  const inOrder = lines.toSorted((a, b) => Number(a.taken) - Number(b.taken));
  return html`${inOrder.map(({ line, taken }) => edge(line, taken))}${start}
${drawing.boxes.map((one) => html`${one.loops ? loop(one, isTaken(one.state, one.state)) : ""}${box(one, view)}`)}`;
}

/** The state machine as SVG, each state marked with its status. */
export function drawSvg(view: GraphView) {
  const { width, height } = view.drawing;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${scope(view)}</svg>`;
}
