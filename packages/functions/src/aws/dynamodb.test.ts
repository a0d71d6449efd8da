import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { isTransient } from "@yigong/core/lib/retry.ts";
import { afterEach, describe, expect, it } from "vitest";
import { dynamoSend } from "./dynamodb.ts";
import { signedClient } from "./signed.ts";

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((closed) => (server ? server.close(closed) : closed(undefined)));
  server = undefined;
});

/** DynamoDB as the listener plays it. */
async function sendTo(listener: RequestListener) {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((ready) => started.listen(0, "127.0.0.1", ready));
  const { port } = started.address() as AddressInfo;
  const env = { AWS_REGION: "eu-west-1", AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" };
  const place = { AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${port}`, AWS_SESSION_TOKEN: "session" };
  return dynamoSend(signedClient("DYNAMODB", { env: { ...env, ...place } }));
}
const saying = (status: number, body: string) =>
  sendTo((request, response) => {
    request.resume();
    response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(body);
  });
const thrown = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a request to DynamoDB", () => {
  it("is the signed JSON of its operation, sent once", async () => {
    const seen: { headers: object; body: string }[] = [];
    const send = await sendTo(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      seen.push({ headers: request.headers, body });
      response.end('{"Item":{"pk":{"S":"a"}}}');
    });

    expect(await send("GetItem", { TableName: "Alliance", Key: { pk: { S: "义" } } })).toEqual({
      Item: { pk: { S: "a" } },
    });
    expect(seen).toEqual([
      {
        body: '{"TableName":"Alliance","Key":{"pk":{"S":"义"}}}',
        headers: expect.objectContaining({
          "x-amz-target": "DynamoDB_20120810.GetItem",
          "content-type": "application/x-amz-json-1.0",
          "x-amz-security-token": "session",
          authorization: expect.stringMatching(
            /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-west-1\/dynamodb\/aws4_request/,
          ),
        }),
      },
    ]);
  });

  it("that is refused is thrown with AWS's name, its reasons and its status", async () => {
    const CancellationReasons = [{ Code: "None" }, { Code: "ConditionalCheckFailed", Item: { pk: { S: "a" } } }];
    const __type = "com.amazonaws.dynamodb.v20120810#TransactionCanceledException";
    const send = await saying(400, JSON.stringify({ __type, CancellationReasons, Message: "cancelled" }));
    const error = await thrown(send("TransactWriteItems", {}));

    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "TransactionCanceledException",
      message: "cancelled",
      $metadata: { httpStatusCode: 400 },
      CancellationReasons,
    });
    expect(isTransient(error)).toBe(false);
  });

  it.each([
    ["is answered 500 without JSON", () => saying(500, "<html>")],
    ["is answered 503", () => saying(503, '{"__type":"x#ServiceUnavailable"}')],
    ["is answered in part", () => saying(200, '{"Item":')],
    ["has its connection closed", () => sendTo((request) => request.socket.destroy())],
    [
      "has its connection closed within the answer",
      () =>
        sendTo((request, response) => {
          response.writeHead(200, { "content-length": "100" }).write('{"It');
          setImmediate(() => request.socket.destroy());
        }),
    ],
  ])("that %s may come again", async (_, make) => {
    const send = await make();

    expect(isTransient(await thrown(send("GetItem", {})))).toBe(true);
  });
});
