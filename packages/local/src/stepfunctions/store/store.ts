import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { dueAt } from "../run/drive.ts";
import { type Branch, type Execution, type HistoryEvent, type Run, rootId } from "../run/run.ts";
import type { Write } from "./committer.ts";
import { type BranchRow, branchColumns, branchFrom, type ExecutionRow, executionData, executionFrom } from "./rows.ts";

export interface DueBranch {
  readonly execution: number;
  readonly id: number;
  readonly due: number;
}

export type Store = ReturnType<typeof openStore>;

/** Executions, branches and history on disk. Reading is at once; writing gives functions for one transaction. */
export function openStore(database: DatabaseSync) {
  const sql = (text: string) => database.prepare(text);
  const insertExecution = sql(
    "INSERT INTO execution (id, arn, machine, status, active, started, parent, data, input) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const updateExecution = sql(
    "UPDATE execution SET status = ?, active = ?, stopped = ?, data = ?, output = ? WHERE id = ?",
  );
  const upsertBranch = sql("INSERT OR REPLACE INTO branch VALUES (?, ?, ?, ?, ?, ?, ?)");
  const deleteBranch = sql("DELETE FROM branch WHERE execution = ? AND id = ?");
  const insertHistory = sql("INSERT INTO history VALUES (?, ?, ?)");
  const byId = sql("SELECT * FROM execution WHERE id = ?");
  const byArn = sql("SELECT * FROM execution WHERE arn = ?");
  const branches = sql("SELECT * FROM branch WHERE execution = ?");
  const due = sql(
    "SELECT execution, id, due FROM branch WHERE due IS NOT NULL AND due <= ? ORDER BY due, execution, id LIMIT ?",
  );
  const firstDue = sql("SELECT min(due) AS due FROM branch WHERE due IS NOT NULL");
  const active = sql("SELECT id FROM execution WHERE active = 1 ORDER BY id");
  const lastId = sql("SELECT max(id) AS id FROM execution");
  const getMeta = sql("SELECT value FROM meta WHERE name = ?");
  const setMeta = sql("INSERT OR REPLACE INTO meta VALUES (?, ?)");

  /** Takes all that has changed in a run since the last time and gives it as writes. */
  const writesOf = (run: Run): Write[] => {
    const { execution } = run;
    const writes: Write[] = [];
    const flags = isActive(run) ? 1 : 0;
    const head = [
      execution.status,
      flags,
      execution.stoppedAt ?? null,
      executionData(execution),
      execution.output ?? null,
    ] as const;
    if (run.isNew) {
      const created = [
        execution.id,
        execution.arn,
        execution.machineArn,
        execution.status,
        flags,
        execution.startedAt,
      ] as const;
      const rest = [execution.parent?.executionId ?? null, executionData(execution), execution.input.text] as const;
      writes.push(() => insertExecution.run(...created, ...rest));
      run.isNew = false;
    }
    writes.push(() => updateExecution.run(...head, execution.id));
    for (const id of run.removed) writes.push(() => deleteBranch.run(execution.id, id));
    for (const id of run.changed) writes.push(branchWrite(run, id));
    if (run.events.length > 0) writes.push(historyWrite(execution.id, run.events.splice(0)));
    run.removed.clear();
    run.changed.clear();
    return writes;
  };

  const branchWrite = (run: Run, id: number): Write => {
    const branch = run.branches.get(id);
    if (!branch) return () => undefined;
    const columns = branchColumns(branch);
    const dueOrNull = run.execution.status === "RUNNING" ? (dueAt(run, branch) ?? null) : null;
    return () => upsertBranch.run(run.execution.id, id, dueOrNull, ...columns);
  };

  const historyWrite = (execution: number, events: HistoryEvent[]): Write => {
    const text = JSON.stringify(events);
    const first = events[0]?.id ?? 0;
    return () => insertHistory.run(execution, first, text);
  };

  const meta = <T extends string | number>(name: string): T | undefined =>
    (getMeta.get(name) as { value: T } | undefined)?.value;
  const find = (row: unknown): Execution | undefined =>
    row === undefined ? undefined : executionFrom(row as ExecutionRow);

  return {
    writesOf,
    execution: (id: number) => find(byId.get(id)),
    executionByArn: (arn: string) => find(byArn.get(arn)),
    branches: (execution: number): Branch[] => (branches.all(execution) as unknown as BranchRow[]).map(branchFrom),
    dueBranches: (at: number, limit: number): DueBranch[] => due.all(at, limit) as unknown as DueBranch[],
    firstDue: (): number | undefined => (firstDue.get() as { due: number | null }).due ?? undefined,
    activeIds: (): number[] => (active.all() as { id: number }[]).map((row) => row.id),
    lastId: (): number => (lastId.get() as { id: number | null }).id ?? 0,
    meta,
    metaWrite:
      (name: string, value: string | number): Write =>
      () =>
        setMeta.run(name, value),
    /** A secret of this file, made when it is first opened. */
    secret: (): Buffer => {
      const known = meta<string>("secret");
      if (known !== undefined) return Buffer.from(known, "hex");
      const fresh = randomBytes(32);
      setMeta.run("secret", fresh.toString("hex"));
      return fresh;
    },
  };
}

/** Whether something must be done for an execution when the engine starts: time and tokens come by themselves. */
function isActive(run: Run): boolean {
  if (run.execution.owesParent) return true;
  if (run.execution.status !== "RUNNING") return false;
  if (run.ready.length + run.signals.length > 0 || !run.branches.has(rootId)) return true;
  for (const branch of run.branches.values()) if (branch.phase === "invoking" || branch.phase === "enter") return true;
  return false;
}
