import type { Wish } from "./policy.ts";

type Request = Record<string, unknown>;

/** The parts of a transaction and the action that IAM asks for each. */
const TRANSACTED = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
} as const;

/** Actions on one table, whose request names it. */
const ON_TABLE = new Set(["GetItem", "PutItem", "UpdateItem", "DeleteItem", "DescribeTable"]);
/** Actions on a table or on one of its indexes. */
const ON_INDEX = new Set(["Query", "Scan"]);

/**
 * The permissions that a request to DynamoDB needs.
 *
 * A transaction needs what its parts would need alone, there is no action for it; a batch needs the batch's own action on
 * each table; a query of an index needs the index.
 * @param tableArn - `arn:…:table/`, to which names are added
 * @throws for an operation that is not known here
 * @source https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
export function dynamoWishes(operation: string, request: Request, tableArn: string): Wish[] {
  const on = (action: string, table: unknown, index?: unknown): Wish => ({
    action: `dynamodb:${action}`,
    resource: `${tableArn}${nameOf(table)}${index === undefined ? "" : `/index/${String(index)}`}`,
  });
  if (ON_TABLE.has(operation)) return [on(operation, request.TableName)];
  if (ON_INDEX.has(operation)) return [on(operation, request.TableName, request.IndexName)];
  if (operation === "BatchGetItem" || operation === "BatchWriteItem")
    return Object.keys((request.RequestItems ?? {}) as object).map((table) => on(operation, table));
  if (operation === "TransactWriteItems" || operation === "TransactGetItems")
    return unique(((request.TransactItems ?? []) as Request[]).map((item) => partOf(item, on)));
  throw new Error(`Nobody knows here which permissions ${operation} needs.`);
}

function partOf(item: Request, on: (action: string, table: unknown) => Wish): Wish {
  const [[kind, part] = ["nothing", {}]] = Object.entries(item);
  const action = TRANSACTED[kind as keyof typeof TRANSACTED] as string | undefined;
  if (action === undefined) throw new Error(`A transaction has the part ${kind}.`);
  return on(action, (part as Request).TableName);
}

/** A table may be named by its ARN. */
const nameOf = (table: unknown): string => String(table).replace(/^arn:.*:table\//, "");

const unique = (wishes: readonly Wish[]): Wish[] => [
  ...new Map(wishes.map((wish) => [`${wish.action} ${wish.resource}`, wish])).values(),
];
