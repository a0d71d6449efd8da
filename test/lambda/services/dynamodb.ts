import { dynamoWishes } from "@yigong/testing/iam/dynamodb.ts";
import type { Guard } from "@yigong/testing/iam/guard.ts";
import type { Service } from "../aws-server.ts";

const TARGET = /^DynamoDB_20120810\.(\w+)$/;

/**
 * DynamoDB: a real store behind the guard.
 *
 * @param key - access key id that the store asks for, in place of the role's
 * @param tableArn - `arn:…:table/`, to which names are added
 * @param dropToken - takes a transaction's client token away, for a store that cannot do with it
 */
export function dynamoService({
  guard,
  endpoint,
  key,
  tableArn,
  dropToken,
  begin = () => undefined,
}: {
  guard: Guard;
  endpoint: string;
  key: string;
  tableArn: string;
  dropToken: boolean;
  /** Told of each request before it is done. */
  begin?: (role: string, operation: string) => void;
}): Service {
  return async (role, { headers, body }) => {
    const operation = TARGET.exec(String(headers["x-amz-target"]))?.[1] ?? "";
    const input = JSON.parse(body.toString("utf8")) as Record<string, unknown>;
    guard.require(role, dynamoWishes(operation, input, tableArn));
    begin(role, operation);
    const { ClientRequestToken: _, ...rest } = input;
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": String(headers["x-amz-target"]),
        "x-amz-date": String(headers["x-amz-date"]),
        authorization: String(headers.authorization).replace(/Credential=[^/]+/, `Credential=${key}`),
      },
      body: JSON.stringify(dropToken ? rest : input),
    });
    const type = response.headers.get("content-type") ?? "application/x-amz-json-1.0";
    return { status: response.status, headers: { "content-type": type }, body: await response.text() };
  };
}
