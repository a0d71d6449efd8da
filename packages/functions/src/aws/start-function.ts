import { useCases } from "../composition/use-cases.ts";
import { printing } from "../documents/printing.ts";
import { type DeferredWake, deferredWake, invokeLater } from "./deferred-wake.ts";
import type { Env } from "./endpoint.ts";
import { portsOnAws } from "./ports.ts";
import { powertoolsObserve } from "./powertools-observe.ts";
import { nameOf } from "./resource.ts";
import { signedClient } from "./signed.ts";

/** Effects that the outbox itself causes are due while it runs, so the same run sends them. */
const NONE: DeferredWake = { request: () => undefined, flush: async () => undefined };

/** Invokes the outbox function when an invocation that wrote effects ends. */
function outboxWake(env: Env, report: (error: unknown) => void): DeferredWake {
  const lambda = signedClient("LAMBDA", { env });
  const outbox = nameOf("Outbox");
  return deferredWake({ invoke: () => invokeLater(lambda, outbox), report });
}

/**
 * Starts a function: the use cases on their links and its environment, and the runtime of its invocations.
 *
 * @param documents - all of them, for a function that reads tables or uploads
 * @throws Error that names a link which is missing or malformed: Lambda reports that the function does not start
 */
export function start(env: Env, { isOutbox = false, documents = printing } = {}) {
  const observing = powertoolsObserve(env);
  const { observe } = observing;
  const wake = isOutbox ? NONE : outboxWake(env, (error) => observe.fault("wake", error));
  const runtime = { ...observing, wake };
  return { runtime, useCases: useCases(portsOnAws(env, { wake: wake.request, observe, documents })) };
}
