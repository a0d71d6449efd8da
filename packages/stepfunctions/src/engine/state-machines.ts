import { Fault } from "../lib/fault.ts";
import { prepared } from "../store/prepared-statement.ts";
import type { EngineContext } from "./engine-context.ts";

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

export function findMachine(context: EngineContext, arn: string): Machine | undefined {
  const select = prepared(context.database, "SELECT * FROM machine WHERE arn = ?");
  const found = select.get(arn) as unknown as Machine | undefined;
  if (found?.status !== "DELETING") return found;
  completeDeletion(context, arn);
  return select.get(arn) as unknown as Machine | undefined;
}

/** @throws {Fault} StateMachineDoesNotExist, InvalidArn */
export function requireMachine(context: EngineContext, arn: string): Machine {
  if (!/^arn:[^:]+:states:[^:]*:[^:]*:stateMachine:.+/.test(arn))
    throw new Fault("InvalidArn", `Invalid Arn: 'Invalid ARN prefix: ${arn}'`);
  const machine = findMachine(context, arn);
  if (!machine) throw new Fault("StateMachineDoesNotExist", `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

/** Writes a state machine synchronously, with its definition when that is new. */
export function saveMachine(context: EngineContext, machine: Machine, definition: string | undefined): Machine {
  const { database } = context;
  context.committer.flush();
  database.exec("BEGIN IMMEDIATE");
  try {
    const id = definition === undefined ? machine.definition : addDefinition(context, definition);
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

function addDefinition({ database }: EngineContext, text: string): number {
  return Number(prepared(database, "INSERT INTO definition (text) VALUES (?)").run(text).lastInsertRowid);
}

/** Completes a deletion when no execution of the state machine runs any more. */
export function completeDeletion({ database }: EngineContext, arn: string): void {
  const running = prepared(database, "SELECT 1 FROM execution WHERE machine = ? AND status = 'RUNNING' LIMIT 1").get(
    arn,
  );
  if (!running) prepared(database, "DELETE FROM machine WHERE arn = ? AND status = 'DELETING'").run(arn);
}

export function completeDeletions(context: EngineContext): void {
  const deleting = prepared(context.database, "SELECT arn FROM machine WHERE status = 'DELETING'").all() as {
    arn: string;
  }[];
  for (const { arn } of deleting) completeDeletion(context, arn);
}
