import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import type { Engine } from "@yigong/stepfunctions";
import { type Caller, caller } from "./client.ts";

/** What a story is played on: one machine, or anything that runs the same application in virtual time. */
export interface Ground {
  secrets: { tokens: Uint8Array };
  engine: Pick<Engine, "call">;
  /** ARN of the activity lifecycle in the engine. */
  stateMachineArn: string;
  now(): string;
  /** Resolves when nothing that is due is under way. */
  settle(): Promise<void>;
  advanceTo(instant: string): Promise<void>;
}

/** What a step of a story has at hand. `notes` survive a kill: they are kept after each step. */
export interface Scene {
  machine: Ground;
  origin: string;
  notes: Record<string, string>;
  /** Somebody by employee number or member id, or `setup`. */
  as(who: string): Caller;
  /** Goes to an instant of the virtual calendar. */
  until(instant: string): Promise<void>;
}

/** A step of a story: safe to run again, since a kill may come before it is noted as done. */
export interface Step {
  title: string;
  run(scene: Scene): Promise<string | undefined>;
}

export function sceneOf(machine: Ground, origin: string, notes: Record<string, string>): Scene {
  const subject = (who: string) => (who === "setup" || who.startsWith("mem_") ? who : `employee:${who}`);
  return {
    machine,
    origin,
    notes,
    as: (who) =>
      caller(origin, () => tokenFor(subject(who), { secret: machine.secrets.tokens, at: machine.now(), hours: 1 })),
    until: (instant) => machine.advanceTo(instant),
  };
}

/** A note that an earlier step has made. */
export function noted({ notes }: Scene, name: string): string {
  const note = notes[name];
  if (note === undefined) throw new Error(`The story has not noted "${name}".`);
  return note;
}
