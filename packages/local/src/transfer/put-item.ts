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
 * Puts an item as it is, if there is none of its key; nothing is ever overwritten, in the ledger least of all.
 *
 * @returns the item that was there before
 */
export async function putIfNone({ client }: Table, TableName: string, item: Item): Promise<Item | undefined> {
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

/** Puts an item that nobody but an import writes: one that is there is this one. @throws `transfer.differs` when it is not */
export async function putNew(table: Table, TableName: string, item: Item): Promise<void> {
  const there = await putIfNone(table, TableName, item);
  if (there && canonicalOf(there) !== canonicalOf(item)) throw differs(item);
}
