import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "./op.ts";

type Wire = Parameters<typeof unmarshall>[0];
type Fields = Record<string, unknown>;
type Form = (value: never) => unknown;

const toItem = (item: Item): unknown => marshall(item, { removeUndefinedValues: true });
/** Whatever a number of fewer digits is, JavaScript has it exactly. */
const EXACT_DIGITS = 15;

/** Texts and numbers, which are nearly all there is, are read here: taken apart in general they were a tenth of a request. */
function fromItem(item: Wire): Item {
  const read: Item = {};
  for (const [name, value] of Object.entries(item)) {
    if (value.S !== undefined) read[name] = value.S;
    else if (value.N !== undefined && value.N.length <= EXACT_DIGITS) read[name] = Number(value.N);
    else read[name] = unmarshall({ value }).value;
  }
  return read;
}
const each = (form: Form) => (list: readonly unknown[]) => list.map((one) => form(one as never));
const byName = (form: Form) => (map: Fields) =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, form(value as never)]));
const nulls = new Set<unknown>([undefined, null]);

/** Translates the fields that hold items, each in its own way; what is null or undefined is left out. */
const fields =
  (forms: Record<string, Form>) =>
  (from: Fields): Fields => {
    const into: Fields = {};
    for (const [name, value] of Object.entries(from))
      if (!nulls.has(value)) into[name] = forms[name]?.(value as never) ?? value;
    return into;
  };

const values = { ExpressionAttributeValues: toItem, Key: toItem, Item: toItem };
const written = fields(values);
const keys = fields({ Keys: each(toItem) });
const putOrDelete = fields({ PutRequest: written, DeleteRequest: written });
const transacted = fields({ Put: written, Update: written, Delete: written, ConditionCheck: written, Get: written });

const inputs = fields({
  ...values,
  ExclusiveStartKey: toItem,
  TransactItems: each(transacted),
});
const outputs = fields({
  Item: fromItem,
  Attributes: fromItem,
  Items: each(fromItem),
  LastEvaluatedKey: fromItem,
});
const readBack = fields({ Item: fromItem });

/** How one of the document client's commands is asked and answered in DynamoDB's own form. */
export interface Operation {
  name: string;
  input(input: object): object;
  output(output: object): object;
}

const operation = (name: string, input: Form = inputs, output: Form = outputs): Operation => ({
  name,
  input: (from) => input(from as never) as object,
  output: (from) => output(from as never) as object,
});

/** The operations on items, by the name of the document client's command. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetCommand: operation("GetItem"),
  PutCommand: operation("PutItem"),
  UpdateCommand: operation("UpdateItem"),
  DeleteCommand: operation("DeleteItem"),
  QueryCommand: operation("Query"),
  ScanCommand: operation("Scan"),
  TransactWriteCommand: operation("TransactWriteItems"),
  TransactGetCommand: operation("TransactGetItems", inputs, fields({ Responses: each(readBack) })),
  BatchGetCommand: operation(
    "BatchGetItem",
    fields({ RequestItems: byName(keys) }),
    fields({ Responses: byName(each(fromItem)), UnprocessedKeys: byName(fields({ Keys: each(fromItem) })) }),
  ),
  BatchWriteCommand: operation(
    "BatchWriteItem",
    fields({ RequestItems: byName(each(putOrDelete)) }),
    fields({
      UnprocessedItems: byName(each(fields({ PutRequest: readBack, DeleteRequest: fields({ Key: fromItem }) }))),
    }),
  ),
};
