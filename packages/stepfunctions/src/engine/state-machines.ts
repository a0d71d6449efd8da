import { Fault } from "../lib/fault.ts";
import { prepared } from "../store/prepared-statement.ts";
import type { Core } from "./engine-context.ts";

export interface Machine {
  arn: string;
  name: string;
  definition: number;
  role: string;
  status: "ACTIVE" | "DELETING";
  created: number;
  updated: number;
  revision: string;
  settings: string;
}

export function findMachine(core: Core, arn: string): Machine | undefined {
  const select = prepared(core.database, "SELECT * FROM machine WHERE arn = ?");
  const found = select.get(arn) as unknown as Machine | undefined;
  if (found?.status !== "DELETING") return found;
  removeIfDone(core, arn);
  return select.get(arn) as unknown as Machine | undefined;
}

/** @throws {Fault} StateMachineDoesNotExist, InvalidArn */
export function requireMachine(core: Core, arn: string): Machine {
  if (!/^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:.+/.test(arn))
    throw new Fault("InvalidArn", `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  const machine = findMachine(core, arn);
  if (!machine) throw new Fault("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

/** Writes a state machine at once, with its definition when that is new. */
export function saveMachine(core: Core, machine: Machine, definition: string | undefined): Machine {
  const { database } = core;
  core.committer.flush();
  database.exec("BEGIN IMMEDIATE");
  try {
    const id = definition === undefined ? machine.definition : addDefinition(core, definition);
    const saved = { ...machine, definition: id };
    const values = [
      saved.arn,
      saved.name,
      saved.definition,
      saved.role,
      saved.status,
      saved.created,
      saved.updated,
      saved.revision,
      saved.settings,
    ] as const;
    prepared(database, "INSERT OR REPLACE INTO machine VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(...values);
    database.exec("COMMIT");
    return saved;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function addDefinition({ database }: Core, text: string): number {
  return Number(prepared(database, "INSERT INTO definition (text) VALUES (?)").run(text).lastInsertRowid);
}

/** Removes a state machine that is being deleted once none of its executions runs. */
export function removeIfDone({ database }: Core, arn: string): void {
  const running = prepared(database, "SELECT 1 FROM execution WHERE machine = ? AND status = 'RUNNING' LIMIT 1").get(
    arn,
  );
  if (!running) prepared(database, "DELETE FROM machine WHERE arn = ? AND status = 'DELETING'").run(arn);
}

export function removeAllDone(core: Core): void {
  const deleting = prepared(core.database, "SELECT arn FROM machine WHERE status = 'DELETING'").all() as {
    arn: string;
  }[];
  for (const { arn } of deleting) removeIfDone(core, arn);
}
