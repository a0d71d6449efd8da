import type { Box, Line } from "./drawing.ts";
import type { Graph, Way } from "./graph.ts";

/** All ways to one state that do not come from the row above it run together, in a lane beside the states. */
export interface Bus {
  readonly to: string;
  readonly side: "left" | "right";
  readonly sources: readonly Way[];
  /** Row of its target. */
  readonly row: number;
  /** Gaps that it runs along: gap 0 is above the first row. */
  readonly from: number;
  readonly until: number;
  /** 0 is next to the states. */
  lane: number;
}

const laneStep = 9;
const trackStep = 8;
const plainGap = 26;
const tracksMargin = 22;
const port = 20;
const aside = 12;

/** Which way runs where. */
export interface Plan {
  readonly ways: readonly Way[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly buses: readonly Bus[];
  /** How many states are in each row. */
  readonly widths: readonly number[];
  /** For each gap its tracks from top to bottom; two that cannot meet may share one. */
  readonly tracks: readonly (readonly (readonly Bus[])[])[];
}

export function planOf(graph: Graph): Plan {
  const rowOf = new Map(graph.rows.flatMap((row, at) => row.map((state) => [state, at] as const)));
  const ways = graph.ways.filter(({ from, to }) => from !== to && rowOf.has(from) && rowOf.has(to));
  const buses = busesOf(ways, rowOf);
  const tracks = Array.from({ length: graph.rows.length + 1 }, (_, gap) => {
    const isNarrow = [gap - 1, gap].every((row) => (graph.rows[row]?.length ?? 0) <= 1);
    return tracksOf(gap, isNarrow, { rowOf, buses });
  });
  return { ways, rowOf, buses, widths: graph.rows.map(({ length }) => length), tracks };
}

/** Lanes on the left for loops and jumps, on the right for what errors lead to further down. */
function busesOf(ways: readonly Way[], rowOf: Plan["rowOf"]): Bus[] {
  const gapBelow = (state: string) => (rowOf.get(state) ?? 0) + 1;
  const buses = [...rowOf].flatMap(([to, row]): Bus[] => {
    const sources = ways.filter((way) => way.to === to && gapBelow(way.from) !== row);
    if (sources.length === 0) return [];
    const gaps = [row, ...sources.map(({ from }) => gapBelow(from))];
    const errorsOnly = sources.every(({ from, isError }) => isError && gapBelow(from) < row);
    const [from, until] = [Math.min(...gaps), Math.max(...gaps)];
    return [{ to, side: errorsOnly ? "right" : "left", sources, row, from, until, lane: 0 }];
  });
  for (const side of ["left", "right"] as const) assignLanes(buses.filter((bus) => bus.side === side));
  return buses;
}

/** Short ones lie inside. */
function assignLanes(buses: Bus[]): void {
  const taken: Bus[][] = [];
  for (const bus of buses.toSorted((a, b) => a.until - a.from - (b.until - b.from))) {
    const free = taken.findIndex((lane) => lane.every((other) => other.until < bus.from || other.from > bus.until));
    bus.lane = free === -1 ? taken.length : free;
    taken[bus.lane] = [...(taken[bus.lane] ?? []), bus];
  }
}

/** The tracks of a gap: ways out to the outermost lane first, ways in last. */
function tracksOf(gap: number, isNarrow: boolean, { rowOf, buses }: Pick<Plan, "rowOf" | "buses">): Bus[][] {
  const ofSide = (side: Bus["side"]) => {
    const here = buses.filter((bus) => bus.side === side);
    const out = here.filter(({ sources }) => sources.some(({ from }) => (rowOf.get(from) ?? 0) + 1 === gap));
    const into = here.filter(({ row }) => row === gap);
    return [...out.toSorted((a, b) => b.lane - a.lane), ...into.toSorted((a, b) => a.lane - b.lane)];
  };
  const [left, right] = [ofSide("left"), ofSide("right")];
  if (!isNarrow) return [...left, ...right].map((bus) => [bus]);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    [left[at], right[at]].filter((bus) => bus !== undefined),
  );
}

/** How much room the ways need: on both sides, and in each gap. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly gaps: readonly number[];
}

export function roomFor({ buses, tracks, widths }: Plan): Room {
  const side = (which: Bus["side"]) => {
    const lanes = buses.filter((bus) => bus.side === which).map(({ lane }) => lane + 1);
    return 14 + Math.max(0, ...lanes) * laneStep;
  };
  const gaps = tracks.map(({ length }, gap) => {
    const turns = Math.max(0, (widths[gap] ?? 0) - 1) * trackStep;
    if (length > 0) return length * trackStep + tracksMargin + turns;
    return gap === 0 || gap === tracks.length - 1 ? 8 : plainGap + turns;
  });
  return { left: side("left"), right: side("right"), gaps };
}

type Corner = readonly [x: number, y: number];

/** A line for every way but those from a state to itself.
 * @param edges - where the states end on both sides, in pixels */
export function routesOf(plan: Plan, boxes: readonly Box[], edges: { left: number; right: number }): Line[] {
  const boxOf = new Map(boxes.map((box) => [box.state, box]));
  const tops = plan.tracks.map((tracks, gap) => gapTop(gap, tracks.length, { boxes, rowOf: plan.rowOf }));
  const laneX = ({ side, lane }: Bus): number =>
    side === "left" ? edges.left - 8 - lane * laneStep : edges.right + 8 + lane * laneStep;
  const trackY = (gap: number, bus: Bus): number =>
    (tops[gap] ?? 0) + 9 + trackStep * (plan.tracks[gap]?.findIndex((track) => track.includes(bus)) ?? 0);

  const along = (bus: Bus, from: Box, to: Box): Corner[] => {
    const out = trackY((plan.rowOf.get(from.state) ?? 0) + 1, bus);
    const into = trackY(bus.row, bus);
    const [lane, leaves, enters] = [laneX(bus), portX(from, bus.side), portX(to, bus.side)];
    const start: Corner[] = [
      [leaves, from.y + from.height],
      [leaves, out],
      [lane, out],
    ];
    return [...start, [lane, into], [enters, into], [enters, to.y]];
  };
  return plan.ways.flatMap((way) => {
    const [from, to] = [boxOf.get(way.from), boxOf.get(way.to)];
    if (!from || !to) return [];
    const bus = plan.buses.find(({ sources }) => sources.includes(way));
    if (bus) return [{ ...way, corners: along(bus, from, to) }];
    const at = boxes.filter(({ y }) => y === to.y).indexOf(to);
    return [{ ...way, corners: down(from, to, to.y - 13 - at * trackStep) }];
  });
}

/** Where the tracks of a gap may begin. */
function gapTop(
  gap: number,
  tracks: number,
  { boxes, rowOf }: { boxes: readonly Box[]; rowOf: Plan["rowOf"] },
): number {
  if (gap === 0) return Math.min(...boxes.map(({ y }) => y)) - tracks * trackStep - tracksMargin;
  return Math.max(0, ...boxes.filter(({ state }) => rowOf.get(state) === gap - 1).map(({ y, height }) => y + height));
}

const portX = ({ x, width }: Box, side: Bus["side"]): number => (side === "left" ? x + port : x + width - port);

/** From one row to the next. What comes from the side enters beside the middle, where others may leave above it.
 * @param turn - where ways to this state run sideways, in pixels: each state of a row has its own height for that */
function down(from: Box, to: Box, turn: number): Corner[] {
  const [leaves, middle] = [from.x + from.width / 2, to.x + to.width / 2];
  const start: Corner = [leaves, from.y + from.height];
  if (leaves === middle) return [start, [middle, to.y]];
  const enters = middle + Math.sign(leaves - middle) * Math.min(aside, Math.abs(leaves - middle));
  if (leaves === enters) return [start, [enters, to.y]];
  return [start, [leaves, turn], [enters, turn], [enters, to.y]];
}
