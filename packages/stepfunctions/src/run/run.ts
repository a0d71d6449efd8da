import { type Definition, processorOf, type Scope, type State } from "../asl/definition.ts";
import type { JsonObject } from "../lib/json.ts";
import type { Branch, Execution, Run, Tally } from "./model.ts";

export type * from "./model.ts";

export const rootId = 1;

export function branchOf(run: Run, id: number): Branch {
  const branch = run.branches.get(id);
  if (!branch) throw new Error(`Execution ${run.execution.arn} has no branch ${id}`);
  return branch;
}

/** The child branches of a branch, by index. */
export const childrenOf = (run: Run, parentId: number): Branch[] =>
  [...(run.below.get(parentId) ?? [])].sort((a, b) => a.index - b.index);

export function addBranch(run: Run, branch: Branch): void {
  run.branches.set(branch.id, branch);
  if (branch.parentId === undefined) return;
  const siblings = run.below.get(branch.parentId) ?? new Set();
  run.below.set(branch.parentId, siblings.add(branch));
}

export function removeBranch(run: Run, branch: Branch): void {
  run.branches.delete(branch.id);
  run.below.delete(branch.id);
  if (branch.parentId !== undefined) run.below.get(branch.parentId)?.delete(branch);
  run.changed.delete(branch.id);
  run.removed.add(branch.id);
}

function scopeOf(run: Run, branch: Branch): Scope {
  if (branch.parentId === undefined) return run.definition;
  const parent = stateOf(run, branchOf(run, branch.parentId));
  const scope = parent.Type === "Parallel" ? parent.Branches?.[branch.index] : processorOf(parent);
  if (!scope) throw new Error(`State ${branch.state} has no scope`);
  return scope;
}

export function stateOf(run: Run, branch: Branch): State {
  const state = scopeOf(run, branch).States[branch.state];
  if (!state) throw new Error(`No state ${branch.state} in ${run.execution.machineName}`);
  return state;
}

export const startOf = (run: Run, branch: Branch): string => scopeOf(run, branch).StartAt;

/** Variables visible to a branch: those of its own scope shadow those of outer scopes. */
export function visibleVariables(run: Run, branch: Branch): JsonObject {
  if (branch.parentId === undefined) return branch.variables;
  return { ...visibleVariables(run, branchOf(run, branch.parentId)), ...branch.variables };
}

export function touch(run: Run, branch: Branch): void {
  run.changed.add(branch.id);
}

/** Counts of a branch's children. Maintained incrementally by the code that starts and ends them. */
export function tallyOf(run: Run, parentId: number): Tally {
  const tally = run.tallies.get(parentId) ?? { started: 0, done: 0, failed: 0 };
  run.tallies.set(parentId, tally);
  return tally;
}

export function countAll(branches: readonly Branch[]): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const { parentId, phase } of branches) {
    if (parentId === undefined) continue;
    const tally = tallies.get(parentId) ?? { started: 0, done: 0, failed: 0 };
    tally.started += 1;
    if (phase === "done") tally.done += 1;
    if (phase === "failed") tally.failed += 1;
    tallies.set(parentId, tally);
  }
  return tallies;
}

/** Builds the in-memory form of an execution from its rows. */
export function openRun(execution: Execution, definition: Definition, branches: readonly Branch[]): Run {
  const run: Run = {
    execution,
    definition,
    branches: new Map(),
    below: new Map(),
    ready: branches.filter(({ phase }) => phase === "enter" || phase === "redrive").map((branch) => branch.id),
    signals: [],
    events: [],
    effects: [],
    changed: new Set(),
    removed: new Set(),
    tallies: countAll(branches),
    isNew: false,
    executionChanged: false,
  };
  for (const branch of branches) addBranch(run, branch);
  return run;
}

/** The root branch of a new execution. */
export const rootBranch = (execution: Execution, definition: Definition): Branch => ({
  id: rootId,
  index: 0,
  state: definition.StartAt,
  phase: "enter",
  input: execution.input,
  variables: {},
  previousEventId: 0,
  enteredEventId: 0,
  enteredAt: 0,
  retries: 0,
  retriesByRule: [],
});
