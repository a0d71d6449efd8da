import { processorOf, type Scope, type State } from "../asl/definition.ts";

/** A way from one state to another; `isError` when only a Catch takes it. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly isError: boolean;
}

export interface Graph {
  readonly start: string;
  /** In rows from top to bottom: a way leads down, unless it closes a loop. */
  readonly rows: readonly (readonly string[])[];
  readonly ways: readonly Way[];
}

/** The scopes inside a Parallel or Map. */
export const scopesOf = (state: State): readonly Scope[] => state.Branches ?? [processorOf(state) ?? []].flat();

/** Names of all states, those inside of others after them; no name is used twice. */
export const namesOf = ({ States }: Scope): string[] =>
  Object.entries(States).flatMap(([name, state]) => [name, ...scopesOf(state).flatMap(namesOf)]);

/** Ways in the order in which they are written, each pair once. */
function waysOf({ States }: Scope): Way[] {
  const ways = new Map<string, Way>();
  const add = (from: string, to: string | undefined, isError: boolean) => {
    const key = JSON.stringify([from, to]);
    if (to !== undefined && Object.hasOwn(States, to) && ways.get(key)?.isError !== false)
      ways.set(key, { from, to, isError });
  };
  for (const [name, { Next, Default, Choices = [], Catch = [] }] of Object.entries(States)) {
    for (const { Next: to } of Catch) add(name, to, true);
    for (const to of [Next, Default, ...Choices.map((rule) => rule.Next)]) add(name, to, false);
  }
  return [...ways.values()];
}

/**
 * Puts the states of one scope in rows.
 *
 * What can be reached without an error comes first, each state below those that lead to it; ways that close a loop are
 * left out of account. States that only errors lead to follow, one in a row.
 */
export function graphOf(scope: Scope): Graph {
  const ways = waysOf(scope);
  const normal = ways.filter(({ isError }) => !isError);
  const main = reachedFrom(scope.StartAt, normal);
  const rows: string[][] = [];
  for (const [state, depth] of depths(main, withoutLoops(scope.StartAt, normal))) {
    rows[depth] ??= [];
    rows[depth].push(state);
  }
  const reached = reachedFrom(scope.StartAt, ways);
  const aside = Object.keys(scope.States).filter((state) => reached.includes(state) && !main.includes(state));
  const inner = ways.filter(({ from, to }) => aside.includes(from) && aside.includes(to));
  const entries = aside.map((to) => ({ from: outside, to, isError: true }));
  const order = depths(aside, withoutLoops(outside, [...entries, ...inner]));
  const rest = aside.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  return { start: scope.StartAt, rows: [...rows, ...rest.map((state) => [state])], ways };
}

/** Stands for all that leads to a state from outside; no state has an empty name. */
const outside = "";

function reachedFrom(start: string, ways: readonly Way[]): string[] {
  const reached = new Set([start]);
  for (const state of reached) for (const { from, to } of ways) if (from === state) reached.add(to);
  return [...reached];
}

/** Ways without those that lead back to where a walk from the start has come through. */
function withoutLoops(start: string, ways: readonly Way[]): Way[] {
  const kept: Way[] = [];
  const left = new Map<string, Way[]>();
  const path: string[] = [];
  const enter = (state: string) => {
    left.set(
      state,
      ways.filter(({ from }) => from === state),
    );
    path.push(state);
  };
  enter(start);
  for (let state = path.at(-1); state !== undefined; state = path.at(-1)) {
    const way = left.get(state)?.shift();
    if (!way) path.pop();
    else if (!path.includes(way.to)) {
      kept.push(way);
      if (!left.has(way.to)) enter(way.to);
    }
  }
  return kept;
}

/** How many steps below the top each state lies, by its longest way. The ways must have no loop. */
function depths(states: readonly string[], ways: readonly Way[]): Map<string, number> {
  const depth = new Map(states.map((state) => [state, 0]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const { from, to } of ways) {
      const least = (depth.get(from) ?? 0) + 1;
      if ((depth.get(to) ?? 0) >= least) continue;
      depth.set(to, least);
      moved = true;
    }
  }
  return depth;
}
