import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { expect, it } from "vitest";
import { attachMeter, newMeter } from "./meter.ts";

/** A metered client whose every request gets the same answer. */
function metered(answer: object) {
  const asked: unknown[] = [];
  const requestHandler = {
    handle: async ({ body }: { body: string | Uint8Array }) => {
      asked.push(JSON.parse(typeof body === "string" ? body : new TextDecoder().decode(body)).ReturnConsumedCapacity);
      const bytes = new TextEncoder().encode(JSON.stringify(answer));
      return { response: { statusCode: 200, headers: {}, body: bytes } };
    },
  };
  const config = { region: "us-east-1", requestHandler } as DynamoDBClientConfig;
  const client = new DynamoDBClient({ ...config, credentials: { accessKeyId: "a", secretAccessKey: "b" } });
  const meter = newMeter();
  attachMeter(client, meter);
  return { asked, meter, client: DynamoDBDocumentClient.from(client) };
}

const Put = { TableName: "Alliance", Item: { pk: "a" } };

it("adds up a transaction over its tables", async () => {
  const ConsumedCapacity = [
    { TableName: "Alliance", CapacityUnits: 6, WriteCapacityUnits: 6 },
    { TableName: "Ledger", CapacityUnits: 4, WriteCapacityUnits: 4 },
  ];
  const { client, meter, asked } = metered({ ConsumedCapacity });
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put }] }));
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put }] }));

  expect(asked).toEqual(["TOTAL", "TOTAL"]);
  expect(meter).toEqual({
    writeUnits: 20,
    readUnits: 0,
    operations: { TransactWriteItems: { requests: 2, writeUnits: 20, readUnits: 0 } },
  });
});

it("takes a transaction that was answered from its token for the read that it is", async () => {
  const { client, meter } = metered({ ConsumedCapacity: [{ CapacityUnits: 2, ReadCapacityUnits: 2 }] });
  await client.send(new TransactWriteCommand({ TransactItems: [{ Put }] }));

  expect(meter).toMatchObject({ writeUnits: 0, readUnits: 2 });
});

it("counts halves, and requests that say nothing of units", async () => {
  const half = metered({ ConsumedCapacity: { CapacityUnits: 0.5 } });
  const mute = metered({});
  await half.client.send(new GetCommand({ TableName: "Alliance", Key: { pk: "a" } }));
  await mute.client.send(new BatchGetCommand({ RequestItems: { Alliance: { Keys: [{ pk: "a" }] } } }));

  expect(half.meter).toMatchObject({ readUnits: 0.5, operations: { GetItem: { requests: 1, readUnits: 0.5 } } });
  expect(mute.meter).toMatchObject({ readUnits: 0, operations: { BatchGetItem: { requests: 1 } } });
});
