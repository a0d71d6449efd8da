import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { localClient } from "./direct-client.ts";
import type { ClientOptions } from "./document-client.ts";
import { newMeter } from "./meter.ts";

interface Answer {
  statusCode?: number;
  body: object;
}

/** Two clients of one pretended store: one that asks directly, one whose requests pass the AWS client's middleware. */
function bothWays({ statusCode = 200, body }: Answer) {
  const asked: { body: unknown; target: string | undefined }[] = [];
  const signatures: string[] = [];
  const handle = async (request: { body: string | Uint8Array; headers: Record<string, string> }) => {
    const { "x-amz-target": target, authorization } = request.headers;
    asked.push({ body: JSON.parse(Buffer.from(request.body).toString()), target });
    signatures.push(/Signature=(\w+)/.exec(authorization ?? "")?.[1] ?? "");
    const headers = { "content-type": "application/x-amz-json-1.0" };
    return { response: { statusCode, headers, body: new TextEncoder().encode(JSON.stringify(body)) } };
  };
  const config = {
    region: "us-east-1",
    endpoint: "http://127.0.0.1:1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    requestHandler: { handle },
  } as ClientOptions["config"] & object;
  const clientOf = () => {
    const meter = newMeter();
    return { meter, client: localClient({ config, dropAutoToken: true, meter, pause: async () => {} }) };
  };
  const [direct, around] = [clientOf(), clientOf()];
  around.client.middlewareStack.add((next) => next, { step: "initialize" });
  return { asked, signatures, direct, around };
}

describe("a request with options", () => {
  it.each([
    ["ElectroDB's, which say nothing", { abortSignal: undefined }, "none"],
    ["an abort signal", { abortSignal: new AbortController().signal }, "signed"],
  ])("goes the direct way unless they ask for something: %s", async (_, options, signature) => {
    const { signatures, direct } = bothWays({ body: {} });
    await direct.client.send(new GetCommand({ TableName: "T", Key: { pk: "1", sk: "1" } }), options as object);

    expect(signatures.map((each) => (each === "0" ? "none" : "signed"))).toEqual([signature]);
  });
});

const item = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.uniqueArray(fc.integer(), { minLength: 1 }).map((numbers) => new Set(numbers)),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), tie("value"), { maxKeys: 3 }),
    ),
  })).value,
);
const TableName = "Alliance";

/** Each command with an item in every field that may hold one, and an answer that brings it back. */
const commands = (sent: Record<string, unknown>) => {
  const Item = marshall(sent, { removeUndefinedValues: true });
  const ConsumedCapacity = { TableName, CapacityUnits: 2 };
  const values = { ExpressionAttributeValues: sent, ExpressionAttributeNames: { "#a": "a" } };
  const one = { TableName, Key: sent, ...values };
  const paged = { Items: [Item, Item], Count: 2, ScannedCount: 2, LastEvaluatedKey: Item, ConsumedCapacity };
  return [
    [() => new GetCommand({ TableName, Key: sent, ConsistentRead: true }), { Item, ConsumedCapacity }],
    [() => new GetCommand({ TableName, Key: sent, ConsistentRead: undefined }), {}],
    [() => new PutCommand({ TableName, Item: { ...sent, gone: undefined } }), { Attributes: Item, ConsumedCapacity }],
    [() => new UpdateCommand({ ...one, UpdateExpression: "SET #a = :a" }), { Attributes: Item }],
    [() => new DeleteCommand(one), { Attributes: Item }],
    [() => new QueryCommand({ TableName, ...values, ExclusiveStartKey: sent, Limit: 5 }), paged],
    [() => new ScanCommand({ TableName, ...values, ExclusiveStartKey: undefined }), paged],
    [
      () =>
        new TransactWriteCommand({
          ClientRequestToken: "ours",
          TransactItems: [
            { Put: { TableName, Item: sent } },
            { Update: { ...one, UpdateExpression: "SET #a = :a" } },
            { Delete: one },
            { ConditionCheck: { ...one, ConditionExpression: "attribute_exists(pk)" } },
          ],
        }),
      { ConsumedCapacity: [ConsumedCapacity] },
    ],
    [
      () => new TransactGetCommand({ TransactItems: [{ Get: { TableName, Key: sent } }] }),
      { Responses: [{ Item }, {}], ConsumedCapacity: [ConsumedCapacity] },
    ],
    [
      () => new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [sent, sent], ConsistentRead: true } } }),
      { Responses: { [TableName]: [Item] }, UnprocessedKeys: { [TableName]: { Keys: [Item] } } },
    ],
    [
      () =>
        new BatchWriteCommand({
          RequestItems: { [TableName]: [{ PutRequest: { Item: sent } }, { DeleteRequest: { Key: sent } }] },
        }),
      { UnprocessedItems: { [TableName]: [{ PutRequest: { Item } }, { DeleteRequest: { Key: Item } }] } },
    ],
  ] as const;
};

const plainAnswer = ({ $metadata: _, ...answer }: { $metadata?: unknown }) => JSON.parse(shown(answer)) as unknown;
const shown = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) => (inner instanceof Set ? { set: [...inner] } : inner));

describe("a store that is asked directly", () => {
  it.prop([item], { numRuns: 40 })("is asked and understood as through the AWS client", async (sent) => {
    for (const [commandOf, body] of commands(sent)) {
      const { asked, direct, around } = bothWays({ body });
      const answers = [await direct.client.send(commandOf() as never), await around.client.send(commandOf() as never)];

      expect(asked[0]).toEqual(asked[1]);
      expect(plainAnswer(answers[0] as object)).toEqual(plainAnswer(answers[1] as object));
      expect(direct.meter).toEqual(around.meter);
    }
  });

  const reason = { Code: "ConditionalCheckFailed", Message: "no", Item: { pk: { S: "a" } } };
  it.each<[number, Record<string, unknown>]>([
    [
      400,
      { __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException", message: "no", Item: reason.Item },
    ],
    [400, { __type: "x#TransactionCanceledException", Message: "no", CancellationReasons: [{ Code: "None" }, reason] }],
    [400, { __type: "com.amazon.coral.validate#ValidationException", message: "wrong" }],
    [400, { __type: "x#ResourceNotFoundException", message: "no table" }],
    [400, { __type: "x#ThrottlingException", message: "slow down" }],
    [500, { __type: "x#InternalServerError", message: "sorry" }],
    [503, {}],
  ])("tells of a fault as the AWS client does: %i %o", async (statusCode, body) => {
    const { asked, direct, around } = bothWays({ statusCode, body });
    const command = () => new PutCommand({ TableName, Item: { pk: "a" } });
    const told = [direct, around].map(({ client }) =>
      client.send(command()).then(
        () => "nothing",
        (error: Error & Record<string, unknown>) => {
          const { name, message, code, Item, CancellationReasons, $metadata } = error;
          const { httpStatusCode } = ($metadata ?? {}) as { httpStatusCode?: number };
          return {
            name,
            message: body.message === undefined ? "" : message,
            code,
            Item,
            CancellationReasons,
            httpStatusCode,
          };
        },
      ),
    );
    const [first, second] = await Promise.all(told);

    expect(first).toEqual(second);
    expect(asked.length % 2).toBe(0);
  });
});
