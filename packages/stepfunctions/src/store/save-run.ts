import type { DatabaseSync } from "node:sqlite";
import { dueAt } from "../run/due-at.ts";
import { type Run, rootId } from "../run/run.ts";
import type { Write } from "./committer.ts";
import { branchColumns, eventsText, executionData } from "./rows.ts";

/** Drains the changes of a run since the last save, as writes for one transaction. */
export function openSave(database: DatabaseSync): (run: Run) => Write[] {
  const sql = (text: string) => database.prepare(text);
  const insertExecution = sql(
    "INSERT INTO execution (id, arn, machine, status, started, data, input) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const updateExecution = sql("UPDATE execution SET status = ?, stopped = ?, data = ?, output = ? WHERE id = ?");
  const upsertProgress = sql("INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?, ?)");
  const upsertBranch = sql("INSERT OR REPLACE INTO branch VALUES (?, ?, ?, ?, ?, ?, ?)");
  const deleteBranch = sql("DELETE FROM branch WHERE execution = ? AND id = ?");
  const insertHistory = sql("INSERT INTO history VALUES (?, ?, ?)");

  const head = (run: Run): Write => {
    const { id, arn, machineArn, status, startedAt, stoppedAt, input, output } = run.execution;
    const data = executionData(run.execution);
    if (!run.isNew) return () => updateExecution.run(status, stoppedAt ?? null, data, output ?? null, id);
    return () => {
      insertExecution.run(id, arn, machineArn, status, startedAt, data, input.text);
      if (status !== "RUNNING") updateExecution.run(status, stoppedAt ?? null, data, output ?? null, id);
    };
  };
  const progress = (run: Run): Write => {
    const { id, lastEventId, lastBranchId, lastAttempt } = run.execution;
    const active = isActive(run) ? 1 : 0;
    return () => upsertProgress.run(id, active, lastEventId, lastBranchId, lastAttempt);
  };
  const branch = (run: Run, id: number): Write => {
    const changed = run.branches.get(id);
    if (!changed) return () => undefined;
    const columns = branchColumns(changed);
    const due = run.execution.status === "RUNNING" ? (dueAt(run, changed) ?? null) : null;
    return () => upsertBranch.run(run.execution.id, id, due, ...columns);
  };
  const history = (run: Run): Write => {
    const events = run.events.splice(0);
    const text = eventsText(events);
    const first = events[0]?.id ?? 0;
    return () => insertHistory.run(run.execution.id, first, text);
  };
  return (run) => {
    const { id } = run.execution;
    const writes: Write[] = [progress(run)];
    if (run.isNew || run.executionChanged) writes.push(head(run));
    for (const branchId of run.removed) writes.push(() => deleteBranch.run(id, branchId));
    for (const branchId of run.changed) writes.push(branch(run, branchId));
    if (run.events.length > 0) writes.push(history(run));
    run.isNew = false;
    run.executionChanged = false;
    run.removed.clear();
    run.changed.clear();
    return writes;
  };
}

const startingPhases = new Set(["enter", "redrive", "invoking"]);

/** Whether `resume` must load an execution at start; one that only waits for a timer or a token is not loaded. */
function isActive(run: Run): boolean {
  if (run.execution.owesParent) return true;
  if (run.execution.status !== "RUNNING") return false;
  if (run.ready.length > 0 || !run.branches.has(rootId)) return true;
  for (const { phase } of run.branches.values()) if (startingPhases.has(phase)) return true;
  return false;
}
