import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import type { Engine } from "@yigong/stepfunctions";
import { type Caller, caller } from "./client.ts";

/** The system under demonstration: one machine, or anything that runs the same application in virtual time. */
export interface DemoTarget {
  secrets: { tokens: Uint8Array };
  engine: Pick<Engine, "call">;
  /** ARN of the activity lifecycle in the engine. */
  stateMachineArn: string;
  now(): string;
  /** Resolves when nothing that is due is in progress. */
  settle(): Promise<void>;
  advanceTo(instant: string): Promise<void>;
}

/** The context of a step. `notes` are stored after each step, so they survive a kill. */
export interface Scene {
  machine: DemoTarget;
  /** Where the API answers now. */
  origin: string;
  notes: Record<string, string>;
  /** The API as a member, by employee number or member id, or as `setup`. */
  as(who: string): Caller;
  /** The address of a link or form, while its origin is not served yet: links are for the server that is started next. */
  reach(url: string): string;
  /** Advances virtual time to an instant. */
  until(instant: string): Promise<void>;
}

/** A step of the demo. It must be idempotent: after a kill, the last step may run again. */
export interface Step {
  title: string;
  run(scene: Scene): Promise<string | undefined>;
}

/** @param origins - where the API answers now, and, if another, that of the links in messages */
export function sceneOf(
  machine: DemoTarget,
  { now: origin, links = origin }: { now: string; links?: string },
  notes: Record<string, string>,
): Scene {
  const subject = (who: string) => (who === "setup" || who.startsWith("mem_") ? who : `employee:${who}`);
  return {
    machine,
    origin,
    notes,
    as: (who) =>
      caller(origin, () => tokenFor(subject(who), { secret: machine.secrets.tokens, at: machine.now(), hours: 1 })),
    reach: (url) => (url.startsWith(`${links}/`) ? `${origin}${url.slice(links.length)}` : url),
    until: (instant) => machine.advanceTo(instant),
  };
}

/** A note of an earlier step. @throws Error when there is none */
export function noted({ notes }: Scene, name: string): string {
  const note = notes[name];
  if (note === undefined) throw new Error(`The story has not noted "${name}".`);
  return note;
}
