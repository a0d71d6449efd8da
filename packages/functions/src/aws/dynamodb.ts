import type { Send } from "@yigong/core/lib/http-table.ts";
import type { SignedClient } from "./signed.ts";

/**
 * DynamoDB as an HTTP table asks for it: each request is sent once, since the table itself decides what comes again.
 *
 * @source DynamoDB Developer Guide, DynamoDB low-level API; Error handling with DynamoDB
 */
export const dynamoSend =
  (client: SignedClient): Send =>
  async (operation, body) => {
    const headers = { "content-type": "application/x-amz-json-1.0", "x-amz-target": `DynamoDB_20120810.${operation}` };
    const request = {
      method: "POST",
      url: client.endpoint.url,
      headers,
      body: JSON.stringify(body),
      tries: 1,
    } as const;
    const answer = await client.send(request).catch(unanswered);
    const said = objectIn(await answer.text().catch(unanswered));
    if (!answer.ok) throw faultOf(answer.status, said ?? {});
    return said ?? unanswered("an answer that is cut off");
  };

/** What was sent may have been done: the connection is gone, or the time is over. */
const unanswered = (cause: unknown): never => {
  throw Object.assign(new Error("DynamoDB did not answer.", { cause }), { code: "ECONNRESET" });
};

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const said: unknown = JSON.parse(text);
    return typeof said === "object" && said !== null ? { ...said } : undefined;
  } catch {
    return undefined;
  }
}

/** An error as AWS's own client would throw it. */
function faultOf(status: number, { __type: type, message, Message, ...more }: Record<string, unknown>): Error {
  const name = typeof type === "string" ? type.replace(/^.*#/, "") : "UnknownError";
  const words = String(message ?? Message ?? `DynamoDB answered ${status}.`);
  return Object.assign(new Error(words), more, { name, $metadata: { httpStatusCode: status } });
}
