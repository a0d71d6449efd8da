import { setTimeout as sleep } from "node:timers/promises";

/** Calls an engine that may be gone at any moment: tries again until it hears an answer.
 * @param url - gives the address of the engine as it is now */
export async function callUntilHeard(
  url: () => string,
  action: string,
  input: object,
): Promise<Record<string, unknown>> {
  for (;;) {
    const heard = await once(url(), action, input).catch(() => undefined);
    if (heard) return heard;
    await sleep(5);
  }
}

/** One call; an error's name is in `__type`. */
async function once(url: string, action: string, input: object): Promise<Record<string, unknown>> {
  const headers = { "x-amz-target": `AWSStepFunctions.${action}`, "content-type": "application/x-amz-json-1.0" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(input) });
  return (await response.json()) as Record<string, unknown>;
}
