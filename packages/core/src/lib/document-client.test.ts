import { PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { type ClientOptions, documentClient } from "./document-client.ts";

interface Sent {
  body: string;
  headers: Record<string, string>;
}

/** A client whose requests come back as they would have been sent. */
function captured(options: ClientOptions = {}) {
  const sent: Sent[] = [];
  const answer = { statusCode: 200, headers: { "content-type": "application/x-amz-json-1.0" } };
  const requestHandler = {
    handle: async (request: { body: string | Uint8Array; headers: Record<string, string> }) => {
      const body = typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body);
      sent.push({ body, headers: request.headers });
      return { response: { ...answer, body: new TextEncoder().encode("{}") } };
    },
  };
  const config = { region: "us-east-1", endpoint: "http://127.0.0.1:1", requestHandler } as ClientOptions["config"] &
    object;
  return { sent, client: documentClient({ config, ...options }) };
}

const transaction = { TransactItems: [{ Put: { TableName: "Alliance", Item: { pk: "年", sk: "b" } } }] };

describe("the client's own token on a transaction", () => {
  it("is left out where tokens pile up, and the length still fits", async () => {
    const { client, sent } = captured({ dropAutoToken: true });
    await client.send(new TransactWriteCommand(transaction));

    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      TransactItems: [{ Put: { TableName: "Alliance", Item: { pk: { S: "年" }, sk: { S: "b" } } } }],
    });
    expect(sent[0]?.headers["content-length"]).toBe(String(Buffer.byteLength(sent[0]?.body ?? "")));
  });

  it("is kept elsewhere, where it makes a repeated request safe", async () => {
    const { client, sent } = captured();
    await client.send(new TransactWriteCommand(transaction));

    expect(JSON.parse(sent[0]?.body ?? "").ClientRequestToken).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("is not confused with one that was asked for", async () => {
    const { client, sent } = captured({ dropAutoToken: true });
    await client.send(new TransactWriteCommand({ ...transaction, ClientRequestToken: "ours" }));

    expect(JSON.parse(sent[0]?.body ?? "").ClientRequestToken).toBe("ours");
  });
});

it("leaves out what is undefined", async () => {
  const { client, sent } = captured();
  await client.send(new PutCommand({ TableName: "Alliance", Item: { pk: "a", sk: "b", note: undefined } }));

  expect(JSON.parse(sent[0]?.body ?? "").Item).toEqual({ pk: { S: "a" }, sk: { S: "b" } });
});
