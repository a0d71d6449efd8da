import { expect, it } from "vitest";
import { linkWorkflow, unversioned } from "./link-workflow.ts";

const FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:Survey";
const real = "arn:aws-cn:lambda:cn-north-1:123456789012:function:yigong-Survey";
const text = JSON.stringify({ Resource: "arn:aws:states:::lambda:invoke", FunctionName: FUNCTION });

it("links functions by name, and the rest in its partition", () => {
  const linked = linkWorkflow(text, { arns: { Survey: real }, partition: "aws-cn" });

  expect(JSON.parse(linked)).toEqual({ Resource: "arn:aws-cn:states:::lambda:invoke", FunctionName: real });
});

it("refuses a function that is not deployed", () => {
  expect(() => linkWorkflow(text, { arns: {}, partition: "aws" })).toThrow("no function Survey");
});

it("grants a machine the functions themselves, and no versions of them", () => {
  const statement = { Effect: "Allow", Action: "lambda:InvokeFunction", Resource: [FUNCTION, `${FUNCTION}:*`] };

  expect(unversioned([statement])).toEqual([{ actions: ["lambda:InvokeFunction"], resources: [FUNCTION] }]);
});
