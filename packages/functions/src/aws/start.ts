import { type Observe, silent } from "../observe/observe.ts";
import { world } from "../world.ts";
import type { Env } from "./endpoint.ts";
import { type Bell, bell, invokeLater } from "./invoke.ts";
import { portsOnAws } from "./ports.ts";
import { nameOf } from "./resource.ts";
import { signedClient } from "./signed.ts";

/** What a function on AWS has besides its work. */
export interface Around {
  observe: Observe;
  /** Passed on once, when the work is done. */
  bell: Bell;
}

/** Starts a function that is not the outbox: what it wakes is the outbox, once, at the end of its work. */
export function start(env: Env = process.env) {
  const observe = silent;
  const lambda = signedClient("LAMBDA", { env });
  const outbox = nameOf("Outbox");
  const around: Around = {
    observe,
    bell: bell({ invoke: () => invokeLater(lambda, outbox), report: (error) => observe.fault("wake", error) }),
  };
  return { ...around, world: world(portsOnAws(env, { wake: around.bell.ring, observe })) };
}
