import { useCases } from "../composition/use-cases.ts";
import { printing } from "../documents/printing.ts";
import type { Env } from "./endpoint.ts";
import { type Bell, bell, invokeLater } from "./invoke.ts";
import { observeOnAws } from "./observe.ts";
import { portsOnAws } from "./ports.ts";
import { nameOf } from "./resource.ts";
import { signedClient } from "./signed.ts";

/** What an effect wakes the outbox for is due while the outbox runs, so that run takes it along. */
const SILENT: Bell = { ring: () => undefined, pass: async () => undefined };

/** A bell that invokes the outbox. */
function outboxBell(env: Env, report: (error: unknown) => void): Bell {
  const lambda = signedClient("LAMBDA", { env });
  const outbox = nameOf("Outbox");
  return bell({ invoke: () => invokeLater(lambda, outbox), report });
}

/**
 * Starts a function: the use cases on their links and its environment, and what happens around each invocation.
 *
 * @param documents - all of them, for a function that reads tables or uploads
 * @throws Error that names a link which is missing or malformed: Lambda reports that the function does not start
 */
export function start(env: Env, { isOutbox = false, documents = printing } = {}) {
  const observing = observeOnAws(env);
  const { observe } = observing;
  const wakes = isOutbox ? SILENT : outboxBell(env, (error) => observe.fault("wake", error));
  const around = { ...observing, bell: wakes };
  return { around, useCases: useCases(portsOnAws(env, { wake: wakes.ring, observe, documents })) };
}
