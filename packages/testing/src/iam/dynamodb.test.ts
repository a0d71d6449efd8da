import { describe, expect, it } from "vitest";
import { dynamoWishes } from "./dynamodb.ts";

const TABLES = "arn:aws:dynamodb:us-east-1:123456789012:table/";
const asked = (operation: string, request: Record<string, unknown>) =>
  dynamoWishes(operation, request, TABLES).map(({ action, resource }) => `${action} ${resource.slice(TABLES.length)}`);

describe("what a request to DynamoDB needs", () => {
  it.each(["GetItem", "PutItem", "UpdateItem", "DeleteItem"])("is %s on its table", (operation) => {
    expect(asked(operation, { TableName: "Alliance" })).toEqual([`dynamodb:${operation} Alliance`]);
  });

  it("is the table for a query of it, and the index for a query of that", () => {
    expect([asked("Query", { TableName: "A" }), asked("Query", { TableName: "A", IndexName: "gsi1" })]).toEqual([
      ["dynamodb:Query A"],
      ["dynamodb:Query A/index/gsi1"],
    ]);
  });

  it("is for a batch its own action on each table", () => {
    expect(asked("BatchGetItem", { RequestItems: { A: {}, L: {} } })).toEqual([
      "dynamodb:BatchGetItem A",
      "dynamodb:BatchGetItem L",
    ]);
    expect(asked("BatchWriteItem", { RequestItems: { L: {} } })).toEqual(["dynamodb:BatchWriteItem L"]);
  });

  it("is for a transaction what its parts need, each once", () => {
    const TransactItems = [
      { Put: { TableName: "A" } },
      { Put: { TableName: "A" } },
      { Put: { TableName: "L" } },
      { Update: { TableName: "A" } },
      { Delete: { TableName: "A" } },
      { ConditionCheck: { TableName: "A" } },
    ];

    expect(asked("TransactWriteItems", { TransactItems })).toEqual([
      "dynamodb:PutItem A",
      "dynamodb:PutItem L",
      "dynamodb:UpdateItem A",
      "dynamodb:DeleteItem A",
      "dynamodb:ConditionCheckItem A",
    ]);
    expect(asked("TransactGetItems", { TransactItems: [{ Get: { TableName: "A" } }] })).toEqual(["dynamodb:GetItem A"]);
  });

  it("is the same when a table is named by its ARN", () => {
    expect(asked("GetItem", { TableName: `${TABLES}A` })).toEqual(["dynamodb:GetItem A"]);
  });

  it.each(["ExecuteStatement", "DeleteTable"])("is never guessed: %s is refused", (operation) => {
    expect(() => asked(operation, { TableName: "A" })).toThrow(operation);
  });

  it("is never guessed for a part of a transaction", () => {
    expect(() => asked("TransactWriteItems", { TransactItems: [{ Touch: { TableName: "A" } }] })).toThrow("Touch");
  });
});
