import { world } from "../world.ts";
import type { Env } from "./endpoint.ts";
import { type Bell, bell, invokeLater } from "./invoke.ts";
import { observeOnAws } from "./observe.ts";
import type { Observing } from "./observing.ts";
import { portsOnAws } from "./ports.ts";
import { nameOf } from "./resource.ts";
import { signedClient } from "./signed.ts";

/** What a function on AWS has besides its work. */
export interface Around extends Observing {
  /** Passed on once, when the work is done. */
  bell: Bell;
}

/** Starts a function that is not the outbox: what it wakes is the outbox, once, at the end of its work. */
export function start(env: Env = process.env) {
  const { observe, invocation } = observeOnAws(env);
  const lambda = signedClient("LAMBDA", { env });
  const outbox = nameOf("Outbox");
  const around: Around = {
    observe,
    invocation,
    bell: bell({ invoke: () => invokeLater(lambda, outbox), report: (error) => observe.fault("wake", error) }),
  };
  return { ...around, world: world(portsOnAws(env, { wake: around.bell.ring, observe })) };
}
