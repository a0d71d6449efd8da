import type { SignedClient } from "./signed.ts";

/**
 * Invokes a function without waiting for what it does.
 *
 * @throws `aws.unavailable`; Error when Lambda does not take it
 * @source AWS Lambda API Reference, Invoke, InvocationType Event
 */
export async function invokeLater(lambda: SignedClient, functionName: string): Promise<void> {
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`, lambda.endpoint.url);
  const headers = { "x-amz-invocation-type": "Event", "content-type": "application/json" };
  const answer = await lambda.send({ method: "POST", url, headers, body: "{}" });
  await answer.body?.cancel();
  if (answer.status !== 202) throw new Error(`Invoking ${functionName} was answered ${answer.status}.`);
}

/** Wakes the outbox once an invocation is over, however many effects it wrote. */
export interface DeferredWake {
  /** Only marks: an HTTP request may ask more than once, and a function is frozen after its answer. */
  request(): void;
  /** Invokes the outbox if that was requested since the last flush. Never fails: the sweep takes what is missed. */
  flush(): Promise<void>;
}

export function deferredWake({
  invoke,
  report,
}: {
  invoke: () => Promise<void>;
  report: (error: unknown) => void;
}): DeferredWake {
  let isRequested = false;
  return {
    request() {
      isRequested = true;
    },
    async flush() {
      if (!isRequested) return;
      isRequested = false;
      try {
        await invoke();
      } catch (error) {
        report(error);
      }
    },
  };
}
