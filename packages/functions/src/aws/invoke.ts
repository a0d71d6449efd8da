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

/** A mark that effects were written, and what is done about it once. */
export interface Bell {
  /** Only marks: a request may wake more than once, and a Lambda function freezes after its answer. */
  ring(): void;
  /** Invokes the outbox when it was rung since the last time. Never fails: the sweep takes what is missed. */
  pass(): Promise<void>;
}

export function bell({ invoke, report }: { invoke: () => Promise<void>; report: (error: unknown) => void }): Bell {
  let isRung = false;
  return {
    ring() {
      isRung = true;
    },
    async pass() {
      if (!isRung) return;
      isRung = false;
      try {
        await invoke();
      } catch (error) {
        report(error);
      }
    },
  };
}
