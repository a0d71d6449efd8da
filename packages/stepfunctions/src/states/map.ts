import { isDistributed } from "../asl/definition.ts";
import { fillTemplate, queryError, wrongType } from "../jsonata/template.ts";
import type { Failure } from "../lib/fault.ts";
import type { Json } from "../lib/json.ts";
import { Payload } from "../lib/payload.ts";
import { bindingsOf, stateEntryOf } from "../run/bindings.ts";
import { abortChildren, dropChildren, iteration } from "../run/end-branch.ts";
import { exitState } from "../run/exit-state.ts";
import { catchStateFailure, failState } from "../run/fail-state.ts";
import { failureDetails, record } from "../run/history.ts";
import { type Branch, childrenOf, type Run, stateOf, type Tally, tallyOf, touch } from "../run/run.ts";
import { batchItems } from "./item-batcher.ts";
import { numberField } from "./number-field.ts";
import { openChildBranch } from "./open-branch.ts";

const mapRunArn = (run: Run, branch: Branch): string =>
  `${run.execution.arn.replace(":execution:", ":mapRun:")}/${encodeURIComponent(branch.state)}:${branch.enteredEventId}`;

/** AWS's upper bounds of MaxConcurrency.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html */
const mostInline = 40;
const mostDistributed = 10_000;

export async function beginMap(run: Run, branch: Branch, now: number): Promise<void> {
  const list = await batchItems(run, branch, now, await itemsOf(run, branch, now));
  const limit = (field: "MaxConcurrency" | "ToleratedFailureCount" | "ToleratedFailurePercentage", max?: number) =>
    numberField(run, branch, now, {
      field,
      template: stateOf(run, branch)[field],
      bounds: { min: 0, ...(max === undefined ? {} : { max, whole: false }) },
    });
  const mostAtOnce = isDistributed(stateOf(run, branch)) ? mostDistributed : mostInline;
  branch.items = {
    list: Payload.ofValue(list),
    length: list.length,
    concurrency: Math.min((await limit("MaxConcurrency")) || mostAtOnce, mostAtOnce),
  };
  const [count, percentage] = [await limit("ToleratedFailureCount"), await limit("ToleratedFailurePercentage", 100)];
  if (count !== undefined) branch.items.toleratedCount = count;
  if (percentage !== undefined) branch.items.toleratedPercentage = percentage;
  record(run, branch, now, "MapStateStarted", { length: list.length });
  if (isDistributed(stateOf(run, branch)))
    record(run, branch, now, "MapRunStarted", { mapRunArn: mapRunArn(run, branch) });
  branch.phase = "children";
  run.tallies.set(branch.id, { started: 0, done: 0, failed: 0 });
  touch(run, branch);
  await startNextItems(run, branch, now);
}

async function itemsOf(run: Run, branch: Branch, now: number): Promise<Json[]> {
  const { Items } = stateOf(run, branch);
  const entry = stateEntryOf(branch);
  if (Items === undefined) {
    if (Array.isArray(branch.input.value)) return branch.input.value;
    throw queryError(`Map state input must be an array but was: ${branch.input.text}`, "Items", entry);
  }
  const items = await fillTemplate(Items, "Items", bindingsOf(run, branch, now), entry);
  if (!Array.isArray(items)) throw wrongType(Items, "Items", "array", items, entry);
  return items;
}

const allEnded = (tally: Tally, branch: Branch): boolean => tally.done + tally.failed >= (branch.items?.length ?? 0);

/** Starts items up to the concurrency limit; ends the state when all items have ended. */
export async function startNextItems(run: Run, branch: Branch, now: number): Promise<void> {
  const { items } = branch;
  const tally = tallyOf(run, branch.id);
  if (!items) return;
  if (allEnded(tally, branch)) return end(run, branch, now);
  const list = items.list.value as Json[];
  while (tally.started < items.length && tally.started - tally.done - tally.failed < items.concurrency) {
    const index = tally.started;
    await startItem(run, branch, now, { Index: index, Value: list[index] ?? null });
  }
}

async function startItem(run: Run, branch: Branch, now: number, item: { Index: number; Value: Json }): Promise<void> {
  const state = stateOf(run, branch);
  const hidden = isDistributed(state);
  const child = openChildBranch(run, branch, { index: item.Index, input: Payload.ofValue(item.Value), item, hidden });
  if (!hidden) record(run, child, now, "MapIterationStarted", iteration(run, child));
  if (state.ItemSelector === undefined) return;
  const bindings = bindingsOf(run, branch, now, { item });
  child.input = Payload.ofValue(await fillTemplate(state.ItemSelector, "ItemSelector", bindings, stateEntryOf(branch)));
}

async function end(run: Run, branch: Branch, now: number): Promise<void> {
  const result = childrenOf(run, branch.id).flatMap((child) =>
    child.phase === "done" ? [child.output?.value ?? null] : [],
  );
  if (!isDistributed(stateOf(run, branch))) branch.previousEventId = run.execution.lastEventId;
  dropChildren(run, branch);
  if (isDistributed(stateOf(run, branch))) record(run, branch, now, "MapRunSucceeded");
  record(run, branch, now, "MapStateSucceeded");
  const stateExit = { exit: stateOf(run, branch), extra: { result }, fallback: Payload.ofValue(result) };
  await catchStateFailure(run, branch, now, () => exitState(run, branch, now, stateExit));
}

export async function itemSucceeded(run: Run, parent: Branch, child: Branch, now: number): Promise<void> {
  tallyOf(run, parent.id).done += 1;
  if (!isDistributed(stateOf(run, parent))) {
    record(run, child, now, "MapIterationSucceeded", iteration(run, child));
  }
  await catchStateFailure(run, parent, now, () => startNextItems(run, parent, now));
}

/** An inline Map fails with the error of the first failed item, a distributed one when more failed than it tolerates. */
export async function itemFailed(
  run: Run,
  parent: Branch,
  { child, failure, now }: { child: Branch; failure: Failure; now: number },
): Promise<void> {
  const tally = tallyOf(run, parent.id);
  tally.failed += 1;
  if (!isDistributed(stateOf(run, parent))) {
    record(run, child, now, "MapIterationFailed", iteration(run, child));
    abortChildren(run, parent, now);
    parent.previousEventId = child.previousEventId;
    return failState(run, parent, now, failure);
  }
  if (tolerates(parent, tally.failed))
    return catchStateFailure(run, parent, now, () => startNextItems(run, parent, now));
  abortChildren(run, parent, now);
  const exceeded = { error: "States.ExceedToleratedFailureThreshold", cause: thresholdCause };
  record(run, parent, now, "MapRunFailed", failureDetails(exceeded));
  return failState(run, parent, now, exceeded);
}

const thresholdCause = "The specified tolerated failure threshold was exceeded";

/** False as soon as either threshold that is set is exceeded; without thresholds, at the first failure. */
function tolerates({ items }: Branch, failed: number): boolean {
  if (items?.toleratedCount === undefined && items?.toleratedPercentage === undefined) return false;
  const { length, toleratedCount = length, toleratedPercentage = 100 } = items;
  return failed <= toleratedCount && failed * 100 <= toleratedPercentage * length;
}
