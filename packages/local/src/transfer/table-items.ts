import { type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Item } from "./item.ts";

/** The document client also sends commands of the base client, which keep items in DynamoDB's own form. */
export const rawClient = (client: DynamoDBDocumentClient): DynamoDBClient => client as unknown as DynamoDBClient;

/** Scans a table page by page, in no order. For offline commands only: it reads every item. */
export async function* itemsOf(client: DynamoDBDocumentClient, TableName: string): AsyncGenerator<Item> {
  let ExclusiveStartKey: Item | undefined;
  do {
    const page = await rawClient(client).send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

export async function isEmpty(client: DynamoDBDocumentClient, TableName: string): Promise<boolean> {
  const { Items = [] } = await rawClient(client).send(new ScanCommand({ TableName, ConsistentRead: true, Limit: 1 }));
  return Items.length === 0;
}
