import { fill } from "../jsonata/template.ts";
import type { Failure } from "../lib/fault.ts";
import { Payload } from "../lib/payload.ts";
import { placeOf, sightOf } from "../run/bindings.ts";
import { abortChildren, dropChildren } from "../run/end-branch.ts";
import { leave } from "../run/exit-state.ts";
import { attempt, failState } from "../run/fail-state.ts";
import { record } from "../run/history.ts";
import { type Branch, childrenOf, type Run, stateOf, tallyOf, touch } from "../run/run.ts";
import { openChild } from "./open-branch.ts";

export async function beginParallel(run: Run, branch: Branch, now: number): Promise<void> {
  const state = stateOf(run, branch);
  const given =
    state.Arguments === undefined
      ? branch.input
      : Payload.ofValue(await fill(state.Arguments, "Arguments", sightOf(run, branch, now), placeOf(branch)));
  record(run, branch, now, "ParallelStateStarted");
  branch.phase = "children";
  touch(run, branch);
  run.tallies.set(branch.id, { started: 0, done: 0, failed: 0 });
  for (const index of (state.Branches ?? []).keys()) openChild(run, branch, { index, input: given });
}

/** A branch ended well; with the last one the state has its result, one output per branch. */
export async function branchJoined(run: Run, parent: Branch, child: Branch, now: number): Promise<void> {
  const tally = tallyOf(run, parent.id);
  tally.done += 1;
  if (tally.done < tally.started) return;
  parent.previousEventId = child.previousEventId;
  const result = childrenOf(run, parent.id).map((each) => each.output?.value ?? null);
  dropChildren(run, parent);
  record(run, parent, now, "ParallelStateSucceeded");
  const leaving = { exit: stateOf(run, parent), extra: { result }, fallback: Payload.ofValue(result) };
  await attempt(run, parent, now, () => leave(run, parent, now, leaving));
}

/** The first branch to fail ends the others, and its error is the state's. */
export async function branchFailed(
  run: Run,
  parent: Branch,
  { child, failure, now }: { child: Branch; failure: Failure; now: number },
): Promise<void> {
  if (stateOf(run, child).Type === "Task") record(run, child, now, "TaskStateAborted");
  abortChildren(run, parent, now);
  parent.previousEventId = child.previousEventId;
  await failState(run, parent, now, failure);
}
