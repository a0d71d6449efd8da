import { describe, expect, it } from "vitest";
import { grantsFor, grantsOf, type Statement, statementsOf } from "./policy.ts";

const TABLE = "arn:aws:dynamodb:us-east-1:123456789012:table/Alliance";
const allow = (Action: string[], Resource: string[]): Statement => ({ Effect: "Allow", Action, Resource });
const deny = (Action: string[], Resource: string[]): Statement => ({ Effect: "Deny", Action, Resource });
const allowed = (action: string, resource: string, ...statements: Statement[]) =>
  grantsFor({ action, resource }, statements).length > 0;

describe("what statements allow", () => {
  it.each([
    ["the action on the resource", "dynamodb:GetItem", TABLE, true],
    ["the action in another case", "DynamoDB:getitem", TABLE, true],
    ["another action", "dynamodb:PutItem", TABLE, false],
    ["an action that only begins so", "dynamodb:GetItems", TABLE, false],
    ["another resource", "dynamodb:GetItem", `${TABLE}2`, false],
    ["an index of the table", "dynamodb:GetItem", `${TABLE}/index/gsi1`, false],
    ["the resource in another case", "dynamodb:GetItem", TABLE.toLowerCase(), false],
    ["every resource at once", "dynamodb:GetItem", "*", false],
  ])("is %s: %s on %s", (_, action, resource, expected) => {
    expect(allowed(action, resource, allow(["dynamodb:GetItem"], [TABLE]))).toBe(expected);
  });

  it.each([
    ["s3:*Object", "arn:aws:s3:::files/serving/*", "s3:GetObject", "arn:aws:s3:::files/serving/a/b", true],
    ["s3:GetObject", "arn:aws:s3:::files/serving/*", "s3:GetObject", "arn:aws:s3:::files/quarantine/a", false],
    ["s3:GetObject", "arn:aws:s3:::file?/a", "s3:GetObject", "arn:aws:s3:::files/a", true],
    ["s3:GetObject", "arn:aws:s3:::file?/a", "s3:GetObject", "arn:aws:s3:::file/a", false],
    ["s3:GetObject", "arn:aws:s3:::a.b/*", "s3:GetObject", "arn:aws:s3:::axb/c", false],
    [
      "lambda:InvokeFunction",
      "arn:aws:lambda:*:*:function:a",
      "lambda:InvokeFunction",
      "arn:aws:lambda:x:1:function:a",
      true,
    ],
    ["lambda:InvokeFunction", "arn:*:function:a", "lambda:InvokeFunction", "arn:aws:lambda:x:1:function:a", false],
    ["states:SendTaskSuccess", "*", "states:SendTaskSuccess", "*", true],
  ])("follows wildcards: %s on %s, asked for %s on %s", (action, resource, wish, on, expected) => {
    expect(allowed(wish, on, allow([action], [resource]))).toBe(expected);
  });

  it("is nothing without a statement", () => {
    expect(allowed("dynamodb:GetItem", TABLE)).toBe(false);
  });

  it("is nothing that a Deny matches, wherever that stands", () => {
    const yes = allow(["dynamodb:*"], ["*"]);
    const no = deny(["dynamodb:Delete*"], [TABLE]);

    expect([allowed("dynamodb:DeleteItem", TABLE, yes, no), allowed("dynamodb:DeleteItem", TABLE, no, yes)]).toEqual([
      false,
      false,
    ]);
    expect(allowed("dynamodb:GetItem", TABLE, yes, no)).toBe(true);
  });
});

it("allows under a condition what a request says, and nothing of a request that does not say it", () => {
  const Condition = { StringEquals: { "ses:FromAddress": "a@b.example" } };
  const document = { Statement: [{ Effect: "Allow", Action: "ses:SendEmail", Resource: "*", Condition }] };
  const statements = statementsOf(JSON.stringify(document));
  const mailed = (context?: Record<string, string>) =>
    grantsFor({ action: "ses:SendEmail", resource: "arn:x", ...(context ? { context } : {}) }, statements).length;

  expect([
    mailed({ "ses:FromAddress": "a@b.example" }),
    mailed({ "ses:FromAddress": "c@b.example" }),
    mailed(),
  ]).toEqual([1, 0, 0]);
});

it("names each grant by which something is allowed, as it is written", () => {
  const statements = [allow(["dynamodb:GetItem", "dynamodb:PutItem"], [TABLE]), allow(["dynamodb:Get*"], ["*"])];

  expect(grantsFor({ action: "dynamodb:GetItem", resource: TABLE }, statements)).toEqual([
    { action: "dynamodb:GetItem", resource: TABLE },
    { action: "dynamodb:Get*", resource: "*" },
  ]);
});

it("counts a grant for each action and resource that is allowed, none that is denied", () => {
  expect(grantsOf([allow(["a:A", "a:B"], ["x", "y"]), deny(["a:C"], ["x"])])).toEqual([
    { action: "a:A", resource: "x" },
    { action: "a:A", resource: "y" },
    { action: "a:B", resource: "x" },
    { action: "a:B", resource: "y" },
  ]);
});

describe("a policy document", () => {
  it("is read with one or many of everything", () => {
    const one = { Sid: "a", Effect: "Allow", Action: "a:A", Resource: "x" };

    expect(statementsOf(JSON.stringify({ Version: "2012-10-17", Statement: one }))).toEqual([allow(["a:A"], ["x"])]);
    expect(statementsOf(JSON.stringify({ Statement: [{ ...one, Action: ["a:A", "a:B"] }] }))).toEqual([
      allow(["a:A", "a:B"], ["x"]),
    ]);
  });

  it.each([
    ["NotAction", {}],
    ["NotResource", {}],
    ["Principal", {}],
    ["Condition", { StringLike: {} }],
  ])("with a %s is refused", (key, value) => {
    const statement = { Effect: "Allow", Action: "a:A", Resource: "x", [key]: value };

    expect(() => statementsOf(JSON.stringify({ Statement: [statement] }))).toThrow(/not judged/);
  });
});
