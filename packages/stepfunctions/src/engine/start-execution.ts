import { randomUUID } from "node:crypto";
import { executionArn } from "../lib/arn.ts";
import { Fault } from "../lib/fault.ts";
import { requireName } from "../lib/name.ts";
import { Payload } from "../lib/payload.ts";
import { recordStart } from "../run/history.ts";
import { type Execution, openRun, rootBranch } from "../run/run.ts";
import type { EngineContext } from "./engine-context.ts";
import { requireMachine } from "./state-machines.ts";

export interface Start {
  readonly machineArn: string;
  readonly name?: string;
  readonly input: string;
  readonly parent?: NonNullable<Execution["parent"]>;
}

export type Starter = ReturnType<typeof openStarter>;

/** Starts executions. Idempotent by name and input while the execution runs, as on AWS. */
export function openStarter(context: EngineContext) {
  const starting = new Map<string, { execution: Execution; saved: Promise<void> }>();
  let lastId = context.store.lastId();

  const returnExisting = async (existing: Execution, { input, parent }: Start): Promise<Execution> => {
    await starting.get(existing.arn)?.saved;
    const isSameStart =
      parent === undefined
        ? existing.status === "RUNNING" && existing.input.text === input
        : sameParent(existing, parent);
    if (isSameStart) return existing;
    throw new Fault("ExecutionAlreadyExists", `Execution Already Exists: '${existing.arn}'`);
  };
  const begin = (start: Start, name: string): { execution: Execution; saved: Promise<void> } => {
    const machine = requireMachine(context, start.machineArn);
    if (machine.status === "DELETING")
      throw new Fault("StateMachineDeleting", `State Machine Deleting: '${machine.arn}'`);
    const definition = context.definitions.get(machine.definition);
    const now = context.clock.now();
    lastId += 1;
    const execution: Execution = {
      id: lastId,
      arn: executionArn(machine.name, name),
      name,
      machineArn: machine.arn,
      machineName: machine.name,
      roleArn: machine.role,
      definitionId: machine.definition,
      input: Payload.ofText(start.input),
      startedAt: now,
      ...(start.parent === undefined ? {} : { parent: start.parent }),
      ...(definition.TimeoutSeconds === undefined ? {} : { deadlineAt: now + definition.TimeoutSeconds * 1000 }),
      status: "RUNNING",
      lastEventId: 0,
      lastBranchId: 1,
      lastAttempt: 0,
      redrives: 0,
    };
    const run = openRun(execution, definition, [rootBranch(execution, definition)]);
    run.isNew = true;
    run.changed.add(1);
    recordStart(run, now);
    return { execution, saved: context.queues.add(run) };
  };
  return async (start: Start): Promise<Execution> => {
    const { name: machineName } = requireMachine(context, start.machineArn);
    const name = requireName(start.name ?? randomUUID());
    const arn = executionArn(machineName, name);
    const existing = starting.get(arn)?.execution ?? context.store.executionByArn(arn);
    if (existing) return returnExisting(existing, start);
    const begun = begin(start, name);
    starting.set(arn, begun);
    try {
      await begun.saved;
    } finally {
      starting.delete(arn);
    }
    return begun.execution;
  };
}

const sameParent = (existing: Execution, parent: NonNullable<Execution["parent"]>): boolean =>
  existing.parent?.executionId === parent.executionId &&
  existing.parent.branchId === parent.branchId &&
  existing.parent.attempt === parent.attempt;
