import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { canonicalOf, type Item } from "./item.ts";
import { rawClient } from "./table-items.ts";

const differs = (item: Item) =>
  new Refusal(
    "conflict",
    "transfer.differs",
    `目标表中 ${item.pk?.S} ${item.sk?.S} 的内容不同 / The target holds another ${item.pk?.S} ${item.sk?.S}. Nothing was overwritten.`,
  );

/**
 * Puts an item if none has its key.
 *
 * @returns the existing item, if there is one
 */
export async function putIfAbsent({ client }: Table, TableName: string, item: Item): Promise<Item | undefined> {
  try {
    await rawClient(client).send(
      new PutItemCommand({
        TableName,
        Item: item,
        ConditionExpression: "attribute_not_exists(#pk)",
        ExpressionAttributeNames: { "#pk": "pk" },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && error.name === "ConditionalCheckFailedException")) throw error;
    return "Item" in error ? (error.Item as Item) : {};
  }
}

/** Puts an item that only an import writes. Idempotent. @throws `transfer.differs` when the existing item is another one */
export async function putNew(table: Table, TableName: string, item: Item): Promise<void> {
  const existing = await putIfAbsent(table, TableName, item);
  if (existing && canonicalOf(existing) !== canonicalOf(item)) throw differs(item);
}
