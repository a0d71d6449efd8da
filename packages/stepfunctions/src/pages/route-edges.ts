import type { Box, Line } from "./drawing.ts";
import type { Edge, Graph } from "./graph.ts";

/** The edges to one state that do not come from the row above it: they share one line, in a lane beside the states. */
export interface Bus {
  readonly to: string;
  readonly side: "left" | "right";
  readonly sources: readonly Edge[];
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
const portOffset = 20;
const entryOffset = 12;

/** Lane and track of each edge. */
export interface RoutingPlan {
  readonly edges: readonly Edge[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly buses: readonly Bus[];
  /** How many states are in each row. */
  readonly widths: readonly number[];
  /** The tracks of each gap from top to bottom; two buses that cannot meet share one. */
  readonly tracks: readonly (readonly (readonly Bus[])[])[];
}

export function routingPlanOf(graph: Graph): RoutingPlan {
  const rowOf = new Map(graph.rows.flatMap((row, at) => row.map((state) => [state, at] as const)));
  const edges = graph.edges.filter(({ from, to }) => from !== to && rowOf.has(from) && rowOf.has(to));
  const buses = busesOf(edges, rowOf);
  const tracks = Array.from({ length: graph.rows.length + 1 }, (_, gap) => {
    const isNarrow = [gap - 1, gap].every((row) => (graph.rows[row]?.length ?? 0) <= 1);
    return tracksOf(gap, isNarrow, { rowOf, buses });
  });
  return { edges, rowOf, buses, widths: graph.rows.map(({ length }) => length), tracks };
}

/** Lanes on the left are for loops and jumps, those on the right for error edges to states further down. */
function busesOf(edges: readonly Edge[], rowOf: RoutingPlan["rowOf"]): Bus[] {
  const gapBelow = (state: string) => (rowOf.get(state) ?? 0) + 1;
  const buses = [...rowOf].flatMap(([to, row]): Bus[] => {
    const sources = edges.filter((edge) => edge.to === to && gapBelow(edge.from) !== row);
    if (sources.length === 0) return [];
    const gaps = [row, ...sources.map(({ from }) => gapBelow(from))];
    const errorsOnly = sources.every(({ from, isError }) => isError && gapBelow(from) < row);
    const [from, until] = [Math.min(...gaps), Math.max(...gaps)];
    return [{ to, side: errorsOnly ? "right" : "left", sources, row, from, until, lane: 0 }];
  });
  for (const side of ["left", "right"] as const) assignLanes(buses.filter((bus) => bus.side === side));
  return buses;
}

/** Shorter buses get inner lanes. */
function assignLanes(buses: Bus[]): void {
  const taken: Bus[][] = [];
  for (const bus of buses.toSorted((a, b) => a.until - a.from - (b.until - b.from))) {
    const free = taken.findIndex((lane) => lane.every((other) => other.until < bus.from || other.from > bus.until));
    bus.lane = free === -1 ? taken.length : free;
    taken[bus.lane] = [...(taken[bus.lane] ?? []), bus];
  }
}

/** The tracks of a gap: edges that leave to the outermost lane first, edges that enter last. */
function tracksOf(gap: number, isNarrow: boolean, { rowOf, buses }: Pick<RoutingPlan, "rowOf" | "buses">): Bus[][] {
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

/** Space for the edges on both sides and in each gap, in pixels. */
export interface RoutingSpace {
  readonly left: number;
  readonly right: number;
  readonly gaps: readonly number[];
}

export function spaceFor({ buses, tracks, widths }: RoutingPlan): RoutingSpace {
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

/** A polyline for every edge except those from a state to itself.
 * @param bounds - left and right end of the states, in pixels */
export function routeEdges(plan: RoutingPlan, boxes: readonly Box[], bounds: { left: number; right: number }): Line[] {
  const boxOf = new Map(boxes.map((box) => [box.state, box]));
  const tops = plan.tracks.map((tracks, gap) => gapTop(gap, tracks.length, { boxes, rowOf: plan.rowOf }));
  const laneX = ({ side, lane }: Bus): number =>
    side === "left" ? bounds.left - 8 - lane * laneStep : bounds.right + 8 + lane * laneStep;
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
  return plan.edges.flatMap((edge) => {
    const [from, to] = [boxOf.get(edge.from), boxOf.get(edge.to)];
    if (!from || !to) return [];
    const bus = plan.buses.find(({ sources }) => sources.includes(edge));
    if (bus) return [{ ...edge, corners: along(bus, from, to) }];
    const at = boxes.filter(({ y }) => y === to.y).indexOf(to);
    return [{ ...edge, corners: down(from, to, to.y - 13 - at * trackStep) }];
  });
}

/** Y of a gap's first track. */
function gapTop(
  gap: number,
  tracks: number,
  { boxes, rowOf }: { boxes: readonly Box[]; rowOf: RoutingPlan["rowOf"] },
): number {
  if (gap === 0) return Math.min(...boxes.map(({ y }) => y)) - tracks * trackStep - tracksMargin;
  return Math.max(0, ...boxes.filter(({ state }) => rowOf.get(state) === gap - 1).map(({ y, height }) => y + height));
}

const portX = ({ x, width }: Box, side: Bus["side"]): number =>
  side === "left" ? x + portOffset : x + width - portOffset;

/** Corners of an edge to the next row. One from the side ends beside the middle, which is left to edges from above.
 * @param turn - y of the horizontal part, in pixels; each state of a row has its own */
function down(from: Box, to: Box, turn: number): Corner[] {
  const [leaves, middle] = [from.x + from.width / 2, to.x + to.width / 2];
  const start: Corner = [leaves, from.y + from.height];
  if (leaves === middle) return [start, [middle, to.y]];
  const enters = middle + Math.sign(leaves - middle) * Math.min(entryOffset, Math.abs(leaves - middle));
  if (leaves === enters) return [start, [enters, to.y]];
  return [start, [leaves, turn], [enters, turn], [enters, to.y]];
}
