import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { ListStateMachinesCommand, SFNClient } from "@aws-sdk/client-sfn";
import { isSignedWith, type Received, signedBy } from "@yigong/testing/signature.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { receive } from "./aws-server.ts";

const SECRET = "secret-of-a-role";
const credentials = { accessKeyId: "ASIA1", secretAccessKey: SECRET, sessionToken: "session/+=" };

/** A request as AWS's own client sends it. */
async function sent(send: (endpoint: string) => Promise<unknown>): Promise<Received> {
  const { promise, resolve } = Promise.withResolvers<Received>();
  const server = createServer((request, response) => {
    receive(request).then(resolve, () => undefined);
    response.end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  server.close();
  server.closeAllConnections();
  return promise;
}

const accepted = (request: Received, secret = SECRET): boolean => {
  const by = signedBy(request);
  return by !== undefined && isSignedWith(secret, request, by);
};

describe.each([
  [
    "dynamodb",
    (endpoint: string) =>
      new DynamoDBClient({ endpoint, region: "eu-west-1", credentials }).send(new ListTablesCommand({ Limit: 7 })),
  ],
  [
    "states",
    (endpoint: string) =>
      new SFNClient({ endpoint, region: "eu-west-1", credentials }).send(
        new ListStateMachinesCommand({ maxResults: 7 }),
      ),
  ],
])("a signature of a request to %s", (service, send) => {
  let request: Received;
  beforeAll(async () => {
    request = await sent(send);
  });

  it("says whose it is and what for", () => {
    expect(signedBy(request)).toMatchObject({ accessKeyId: "ASIA1", service, region: "eu-west-1" });
    expect(accepted(request)).toBe(true);
  });

  it("is none of another secret, for another body, path or session", () => {
    const { headers } = request;

    expect([
      accepted(request, "another"),
      accepted({ ...request, body: Buffer.from("{}") }),
      accepted({ ...request, url: "/other" }),
      accepted({ ...request, headers: { ...headers, "x-amz-security-token": "another" } }),
    ]).toEqual([false, false, false, false]);
  });
});

it("is missing where nobody signed", () => {
  expect(signedBy({ method: "GET", url: "/", headers: {}, body: Buffer.alloc(0) })).toBeUndefined();
});
