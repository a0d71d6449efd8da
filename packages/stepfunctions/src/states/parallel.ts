import { fillTemplate } from "../jsonata/template.ts";
import type { Failure } from "../lib/fault.ts";
import { Payload } from "../lib/payload.ts";
import { bindingsOf, stateEntryOf } from "../run/bindings.ts";
import { abortChildren, dropChildren } from "../run/end-branch.ts";
import { exitState } from "../run/exit-state.ts";
import { catchStateFailure, failState } from "../run/fail-state.ts";
import { record } from "../run/history.ts";
import { type Branch, childrenOf, type Run, stateOf, tallyOf, touch } from "../run/run.ts";
import { openChildBranch } from "./open-branch.ts";

export async function beginParallel(run: Run, branch: Branch, now: number): Promise<void> {
  const state = stateOf(run, branch);
  const given =
    state.Arguments === undefined
      ? branch.input
      : Payload.ofValue(
          await fillTemplate(state.Arguments, "Arguments", bindingsOf(run, branch, now), stateEntryOf(branch)),
        );
  record(run, branch, now, "ParallelStateStarted");
  branch.phase = "children";
  touch(run, branch);
  run.tallies.set(branch.id, { started: 0, done: 0, failed: 0 });
  for (const index of (state.Branches ?? []).keys()) openChildBranch(run, branch, { index, input: given });
}

/** A branch succeeded. The last one completes the state; its result has one output per branch. */
export async function branchSucceeded(run: Run, parent: Branch, child: Branch, now: number): Promise<void> {
  const tally = tallyOf(run, parent.id);
  tally.done += 1;
  if (tally.done < tally.started) return;
  parent.previousEventId = child.previousEventId;
  const result = childrenOf(run, parent.id).map((each) => each.output?.value ?? null);
  dropChildren(run, parent);
  record(run, parent, now, "ParallelStateSucceeded");
  const stateExit = { exit: stateOf(run, parent), extra: { result }, fallback: Payload.ofValue(result) };
  await catchStateFailure(run, parent, now, () => exitState(run, parent, now, stateExit));
}

/** The first failed branch aborts the others and fails the state with its error. */
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
