import type { JsonObject } from "../lib/json.ts";
import { type Branch, branchOf, type Run } from "./run.ts";

/** The item of a distributed Map that a branch belongs to, if any: its events are not stored. */
function hiddenItemOf(run: Run, branch: Branch): Branch | undefined {
  if (branch.hiddenEvents !== undefined) return branch;
  return branch.parentId === undefined ? undefined : hiddenItemOf(run, branchOf(run, branch.parentId));
}

/** Adds an event to the history of a branch and returns its id.
 * @source https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html */
export function record(run: Run, branch: Branch, at: number, type: string, details?: JsonObject): number {
  const hidden = hiddenItemOf(run, branch);
  if (hidden) {
    hidden.hiddenEvents = (hidden.hiddenEvents ?? 0) + 1;
    run.changed.add(hidden.id);
    return hidden.hiddenEvents;
  }
  run.execution.lastEventId += 1;
  const id = run.execution.lastEventId;
  const event = { id, previousEventId: branch.previousEventId, timestamp: at, type };
  run.events.push(details === undefined ? event : { ...event, details });
  branch.previousEventId = id;
  return id;
}

/** Leaves the branch's `previousEventId` at 0: on AWS the first state's event does not follow ExecutionStarted. */
export function recordStart(run: Run, at: number): void {
  run.execution.lastEventId = 1;
  const details = {
    input: run.execution.input.text,
    inputDetails: { truncated: false },
    roleArn: run.execution.roleArn,
  };
  run.events.push({ id: 1, previousEventId: 0, timestamp: at, type: "ExecutionStarted", details });
}

export const untruncated = { truncated: false };

/** Error and cause for an event; undefined ones are omitted. */
export function failureDetails(failure: { error?: string; cause?: string }): JsonObject {
  const details: JsonObject = {};
  if (failure.error !== undefined) details.error = failure.error;
  if (failure.cause !== undefined) details.cause = failure.cause;
  return details;
}
