import type { Json } from "../lib/json.ts";
import type { Payload } from "../lib/payload.ts";
import { addBranch, type Branch, type Run, startOf, tallyOf, touch } from "../run/run.ts";

interface Child {
  readonly index: number;
  readonly input: Payload;
  readonly item?: { Index: number; Value: Json };
  readonly hidden?: boolean;
}

/** Adds a child branch to a Parallel or Map, ready to enter its first state. */
export function openChildBranch(run: Run, parent: Branch, { index, input, item, hidden }: Child): Branch {
  run.execution.lastBranchId += 1;
  const child: Branch = {
    id: run.execution.lastBranchId,
    parentId: parent.id,
    index,
    ...(item === undefined ? {} : { item }),
    ...(hidden === true ? { hiddenEvents: 0 } : {}),
    state: "",
    phase: "enter",
    input,
    variables: {},
    previousEventId: parent.previousEventId,
    enteredEventId: 0,
    enteredAt: 0,
    retries: 0,
    retriesByRule: [],
  };
  addBranch(run, child);
  child.state = startOf(run, child);
  tallyOf(run, parent.id).started += 1;
  touch(run, child);
  run.ready.push(child.id);
  return child;
}
