import { html } from "hono/html";
import type { Box, Drawing, Line } from "./drawing.ts";
import { headHeight } from "./layout.ts";
import type { Say } from "./messages.ts";
import { fitted } from "./text-width.ts";
import { type Course, type Standing, standingOf } from "./trace.ts";

/** What is drawn, and how the execution stands in it. */
export interface Scene {
  say: Say;
  drawing: Drawing;
  course: Course;
  running: boolean;
}

type Corners = Line["corners"];

/** A path with rounded corners. */
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

/** A point a little away from a corner, on the way to the next one. */
function towards([x, y]: Corners[number], [toX, toY]: Corners[number]): [number, number] {
  const near = (from: number, to: number) => from + Math.sign(to - from) * Math.min(radius, Math.abs(to - from) / 2);
  return [near(x, toX), near(y, toY)];
}

const arrow = ([x, y]: Corners[number]) => html`<path class="tip" d="M${x - 4} ${y - 8}h8l-4 8z"/>`;

/** Drawn from its end, so that the dashes of ways that run together fall upon one another. */
function way({ corners, isError }: Line, isTaken: boolean) {
  const end = corners.at(-1) ?? [0, 0];
  const names = ["way", ...(isError ? ["error"] : []), ...(isTaken ? ["taken"] : [])].join(" ");
  return html`<g class="${names}"><path d="${pathOf(corners.toReversed())}"/>${arrow(end)}</g>`;
}

function loop({ x, y, width }: Box, isTaken: boolean) {
  const [right, top] = [x + width, y + 14];
  const d = `M${right} ${top + 20}h8a6 6 0 0 0 6 -6v-8a6 6 0 0 0 -6 -6h-2`;
  return html`<g class="way error${isTaken ? " taken" : ""}"><path d="${d}"/><path class="tip" d="M${right + 8} ${top - 4}v8l-8 -4z"/></g>`;
}

const marks: Record<Standing, string> = {
  current: "● ",
  retrying: "● ",
  done: "✓ ",
  failed: "✕ ",
  stopped: "■ ",
  unreached: "",
};

function box(given: Box, scene: Scene) {
  const { say } = scene;
  const { state, type, x, y, width, height, ends, inner } = given;
  const stays = scene.course.stays.filter((stay) => stay.state === state);
  const standing = standingOf(stays, scene.running);
  const times = stays.length > 1 ? ` · ${say("times", { count: stays.length })}` : "";
  const note = `${marks[standing]}${type} · ${say(`standing.${standing}`)}${times}`;
  const middle = x + width / 2;
  return html`<g class="box ${standing}"><title>${state}: ${note}</title>
<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${ends ? Math.min(24, headHeight / 2) : 8}"/>
<text x="${middle}" y="${y + 20}" class="name">${fitted(state, 14, width - 20)}</text>
<text x="${middle}" y="${y + 38}" class="note">${fitted(note, 12, width - 12)}</text>
${inner.map((one) => html`<g transform="translate(${x + one.x} ${y + one.y})">${scope({ ...scene, drawing: one.drawing })}</g>`)}</g>`;
}

function scope(scene: Scene): ReturnType<typeof html> {
  const { drawing, course } = scene;
  const isTaken = (from: string, to: string) => course.steps.some((step) => step.from === from && step.to === to);
  const first = drawing.boxes.find(({ state }) => state === drawing.start);
  const entered = course.stays.some(({ state }) => state === drawing.start);
  const [x, y] = first ? [first.x + first.width / 2, first.y] : [0, 0];
  const start = html`<g class="way${entered ? " taken" : ""}"><circle cx="${x}" cy="8" r="5"/><path d="M${x} 8V${y - 4}"/>${arrow([x, y])}</g>`;
  const lines = drawing.lines.map((line) => ({ line, taken: isTaken(line.from, line.to) }));
  const inOrder = lines.toSorted((a, b) => Number(a.taken) - Number(b.taken));
  return html`${inOrder.map(({ line, taken }) => way(line, taken))}${start}
${drawing.boxes.map((one) => html`${one.loops ? loop(one, isTaken(one.state, one.state)) : ""}${box(one, scene)}`)}`;
}

/** The state machine as a picture, each state marked by where the execution stands. */
export function drawn(scene: Scene) {
  const { width, height } = scene.drawing;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">${scope(scene)}</svg>`;
}
