import { setTimeout as sleep } from "node:timers/promises";

/** Calls an engine that may be killed at any moment; retries until there is an answer.
 * @param url - current address of the engine */
export async function callWithRetry(
  url: () => string,
  action: string,
  input: object,
): Promise<Record<string, unknown>> {
  for (;;) {
    const answer = await once(url(), action, input).catch(() => undefined);
    if (answer) return answer;
    await sleep(5);
  }
}

/** One call; an error's name is in `__type`. */
async function once(url: string, action: string, input: object): Promise<Record<string, unknown>> {
  const headers = { "x-amz-target": `AWSStepFunctions.${action}`, "content-type": "application/x-amz-json-1.0" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(input) });
  return (await response.json()) as Record<string, unknown>;
}
