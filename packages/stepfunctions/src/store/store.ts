import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { Branch, Execution, HistoryEvent } from "../run/run.ts";
import type { Write } from "./committer.ts";
import { type BranchRow, branchFrom, type ExecutionRow, eventsFrom, executionFrom } from "./rows.ts";
import { openSave } from "./save-run.ts";

export interface DueBranch {
  readonly execution: number;
  readonly id: number;
  readonly due: number;
}

export type Store = ReturnType<typeof openStore>;

export const selectExecution = "SELECT * FROM execution JOIN progress ON progress.execution = execution.id";

/** Executions, branches and history on disk. Reads are synchronous; writes are returned as functions for a committer. */
export function openStore(database: DatabaseSync) {
  const sql = (text: string) => database.prepare(text);
  const byId = sql(`${selectExecution} WHERE execution.id = ?`);
  const byArn = sql(`${selectExecution} WHERE execution.arn = ?`);
  const branches = sql("SELECT data, input, variables, work FROM branch WHERE execution = ? ORDER BY id");
  const due = sql(
    "SELECT execution, id, due FROM branch WHERE due IS NOT NULL AND due <= ? ORDER BY due, execution, id LIMIT ?",
  );
  const firstDue = sql("SELECT min(due) AS due FROM branch WHERE due IS NOT NULL");
  const active = sql("SELECT execution AS id FROM progress WHERE active = 1 ORDER BY execution");
  const lastId = sql("SELECT max(id) AS id FROM execution");
  const history = sql(
    `SELECT first, events FROM history WHERE execution = ?1 AND first <= ?3
     AND first >= coalesce((SELECT max(first) FROM history WHERE execution = ?1 AND first <= ?2), 0) ORDER BY first`,
  );
  const getMeta = sql("SELECT value FROM meta WHERE name = ?");
  const setMeta = sql("INSERT OR REPLACE INTO meta VALUES (?, ?)");
  const meta = <T extends string | number>(name: string): T | undefined =>
    (getMeta.get(name) as { value: T } | undefined)?.value;
  const find = (row: unknown): Execution | undefined =>
    row === undefined ? undefined : executionFrom(row as ExecutionRow);

  return {
    writesOf: openSave(database),
    execution: (id: number) => find(byId.get(id)),
    executionByArn: (arn: string) => find(byArn.get(arn)),
    branches: (execution: number): Branch[] => (branches.all(execution) as unknown as BranchRow[]).map(branchFrom),
    dueBranches: (at: number, limit: number): DueBranch[] => due.all(at, limit) as unknown as DueBranch[],
    firstDue: (): number | undefined => (firstDue.get() as { due: number | null }).due ?? undefined,
    activeIds: (): number[] => (active.all() as { id: number }[]).map((row) => row.id),
    lastId: (): number => (lastId.get() as { id: number | null }).id ?? 0,
    /** Events by id range. A row has all events of one commit. */
    events: (execution: number, first: number, last: number): HistoryEvent[] => {
      const groups = history.all(execution, first, last) as { first: number; events: string }[];
      return groups
        .flatMap((group) => eventsFrom(group.first, group.events))
        .filter(({ id }) => id >= first && id <= last);
    },
    meta,
    metaWrite:
      (name: string, value: string | number): Write =>
      () =>
        setMeta.run(name, value),
    /** The secret of this file, generated on first use. */
    secret: (): Buffer => {
      const known = meta<string>("secret");
      if (known !== undefined) return Buffer.from(known, "hex");
      const fresh = randomBytes(32);
      setMeta.run("secret", fresh.toString("hex"));
      return fresh;
    },
  };
}
