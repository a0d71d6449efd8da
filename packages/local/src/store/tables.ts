import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  ResourceInUseException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import { keyAttributes, keysOf, TABLE_SHAPES, type TableShape } from "@yigong/core/lib/table-shape.ts";

/** Names of the two tables on one machine. */
export const TABLE_NAMES = { alliance: "Alliance", ledger: "Ledger" };

/**
 * Creates the two tables if they are missing. Idempotent.
 *
 * @throws `store.old_tables` when a table of that name lacks an index
 */
export async function createTables(
  client: DynamoDBClient | DynamoDBDocumentClient,
  names: { alliance: string; ledger: string },
): Promise<void> {
  // Both clients send every command; their types differ only in the form of items.
  const sender = client as DynamoDBClient;
  await Promise.all([
    createTable(sender, definition(names.alliance, TABLE_SHAPES.alliance)),
    createTable(sender, definition(names.ledger, TABLE_SHAPES.ledger)),
  ]);
}

const keySchema = (index?: string) => {
  const { partition, sort } = keysOf(index);
  return [
    { AttributeName: partition, KeyType: "HASH" as const },
    { AttributeName: sort, KeyType: "RANGE" as const },
  ];
};

function definition(TableName: string, shape: TableShape) {
  return {
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    KeySchema: keySchema(),
    AttributeDefinitions: keyAttributes(shape).map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    GlobalSecondaryIndexes: shape.indexes.map((IndexName) => ({
      IndexName,
      KeySchema: keySchema(IndexName),
      Projection: { ProjectionType: "ALL" },
    })),
  } satisfies CreateTableCommandInput;
}

async function createTable(client: DynamoDBClient, wanted: ReturnType<typeof definition>): Promise<void> {
  const { TableName } = wanted;
  try {
    const { TableDescription } = await client.send(new CreateTableCommand(wanted));
    if (TableDescription?.TableStatus === "ACTIVE") return;
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, minDelay: 1, maxDelay: 2, maxWaitTime: 120 }, { TableName });
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const missing = wanted.GlobalSecondaryIndexes.filter(
    ({ IndexName }) => !has(Table?.GlobalSecondaryIndexes, IndexName),
  );
  if (missing.length > 0) {
    const message = `The table ${TableName} lacks ${missing.map(({ IndexName }) => IndexName).join(" and ")}.`;
    throw new Refusal("unavailable", "store.old_tables", message);
  }
}

const has = (indexes: readonly GlobalSecondaryIndexDescription[] | undefined, name: string): boolean =>
  indexes?.some(({ IndexName }) => IndexName === name) ?? false;
