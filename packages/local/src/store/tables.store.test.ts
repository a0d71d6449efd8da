import { CreateTableCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTables } from "./tables.ts";

let opened: TestTable;
beforeAll(async () => {
  opened = await testTable();
});
afterAll(() => opened.stop());

const shape = async (TableName: string) => {
  const { Table } = await opened.table.client.send(new DescribeTableCommand({ TableName }));
  return {
    billing: Table?.BillingModeSummary?.BillingMode,
    keys: Table?.KeySchema?.map(({ AttributeName }) => AttributeName),
    indexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => [
      IndexName,
      ...(KeySchema ?? []).map(({ AttributeName }) => AttributeName),
      Projection?.ProjectionType,
    ]).sort(),
  };
};

it("gives the alliance two indexes and the ledger one, paid by request", async () => {
  const gsi1 = ["gsi1", "gsi1pk", "gsi1sk", "ALL"];
  const gsi2 = ["gsi2", "gsi2pk", "gsi2sk", "ALL"];
  const common = { billing: "PAY_PER_REQUEST", keys: ["pk", "sk"] };

  expect(await shape(opened.table.alliance)).toEqual({ ...common, indexes: [gsi1, gsi2] });
  expect(await shape(opened.table.ledger)).toEqual({ ...common, indexes: [gsi1] });
});

it("may be run again", async () => {
  await expect(createTables(opened.table.client, opened.table)).resolves.toBeUndefined();
});

it("refuses a table of that name that lacks an index", async () => {
  const TableName = `${opened.table.alliance}-old`;
  await opened.table.client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
    }),
  );

  await expect(
    createTables(opened.table.client, { alliance: TableName, ledger: opened.table.ledger }),
  ).rejects.toMatchObject({ code: "store.old_tables" });
});
