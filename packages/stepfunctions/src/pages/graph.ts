import { processorOf, type Scope, type State } from "../asl/definition.ts";

/** A transition from one state to another; `isError` when only a Catch takes it. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly isError: boolean;
}

export interface Graph {
  readonly start: string;
  /** Layers from top to bottom: an edge leads down, unless it closes a loop. */
  readonly rows: readonly (readonly string[])[];
  readonly edges: readonly Edge[];
}

/** The inner scopes of a Parallel or Map. */
export const innerScopesOf = (state: State): readonly Scope[] => state.Branches ?? [processorOf(state) ?? []].flat();

/** Names of all states, inner ones after their container. They are unique in a state machine. */
export const stateNamesOf = ({ States }: Scope): string[] =>
  Object.entries(States).flatMap(([name, state]) => [name, ...innerScopesOf(state).flatMap(stateNamesOf)]);

/** Edges in the order of the definition, each pair once. */
function edgesOf({ States }: Scope): Edge[] {
  const edges = new Map<string, Edge>();
  const add = (from: string, to: string | undefined, isError: boolean) => {
    const key = JSON.stringify([from, to]);
    if (to !== undefined && Object.hasOwn(States, to) && edges.get(key)?.isError !== false)
      edges.set(key, { from, to, isError });
  };
  for (const [name, { Next, Default, Choices = [], Catch = [] }] of Object.entries(States)) {
    for (const { Next: to } of Catch) add(name, to, true);
    for (const to of [Next, Default, ...Choices.map((rule) => rule.Next)]) add(name, to, false);
  }
  return [...edges.values()];
}

/**
 * Layers the states of one scope.
 *
 * States that are reachable without an error come first, each below its predecessors, ignoring edges that close a loop.
 * States that only errors lead to follow, one per layer.
 */
export function graphOf(scope: Scope): Graph {
  const edges = edgesOf(scope);
  const normal = edges.filter(({ isError }) => !isError);
  const main = reachedFrom(scope.StartAt, normal);
  const rows: string[][] = [];
  for (const [state, depth] of depths(main, withoutLoops(scope.StartAt, normal))) {
    rows[depth] ??= [];
    rows[depth].push(state);
  }
  const reached = reachedFrom(scope.StartAt, edges);
  const errorOnly = Object.keys(scope.States).filter((state) => reached.includes(state) && !main.includes(state));
  const inner = edges.filter(({ from, to }) => errorOnly.includes(from) && errorOnly.includes(to));
  const entries = errorOnly.map((to) => ({ from: virtualRoot, to, isError: true }));
  const order = depths(errorOnly, withoutLoops(virtualRoot, [...entries, ...inner]));
  const rest = errorOnly.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { start: scope.StartAt, rows: [...rows, ...rest.map((state) => [state])], edges };
}

/** Predecessor of all states that errors lead to; no state has an empty name. */
const virtualRoot = "";

function reachedFrom(start: string, edges: readonly Edge[]): string[] {
  const reached = new Set([start]);
  for (const state of reached) for (const { from, to } of edges) if (from === state) reached.add(to);
  return [...reached];
}

/** The edges without the back edges of a depth-first search from the start. */
function withoutLoops(start: string, edges: readonly Edge[]): Edge[] {
  const acyclic: Edge[] = [];
  const unvisited = new Map<string, Edge[]>();
  const path: string[] = [];
  const enter = (state: string) => {
    unvisited.set(
      state,
      edges.filter(({ from }) => from === state),
    );
    path.push(state);
  };
  enter(start);
  for (let state = path.at(-1); state !== undefined; state = path.at(-1)) {
    const edge = unvisited.get(state)?.shift();
    if (!edge) path.pop();
    else if (!path.includes(edge.to)) {
      acyclic.push(edge);
      if (!unvisited.has(edge.to)) enter(edge.to);
    }
  }
  return acyclic;
}

/** Length of the longest path to each state. The edges must be acyclic. */
function depths(states: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const depth = new Map(states.map((state) => [state, 0]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to } of edges) {
      const least = (depth.get(from) ?? 0) + 1;
      if ((depth.get(to) ?? 0) >= least) continue;
      depth.set(to, least);
      moved = true;
    }
  }
  return depth;
}
