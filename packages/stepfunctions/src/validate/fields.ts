import type { StateType } from "../asl/definition.ts";

const withNext = ["Next", "End", "Assign", "Output"];
const handlers = ["Retry", "Catch"];

/** Fields that a state may have in JSONata mode, besides Type, Comment and QueryLanguage.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html */
export const fieldsOf: Record<StateType, readonly string[]> = {
  Task: [...withNext, ...handlers, "Resource", "Arguments", "TimeoutSeconds", "HeartbeatSeconds", "Credentials"],
  Pass: withNext,
  Choice: ["Choices", "Default", "Assign", "Output"],
  Wait: [...withNext, "Seconds", "Timestamp"],
  Succeed: ["Output"],
  Fail: ["Error", "Cause"],
  Parallel: [...withNext, ...handlers, "Branches", "Arguments"],
  Map: [
    ...withNext,
    ...handlers,
    "Items",
    "ItemSelector",
    "ItemProcessor",
    "Iterator",
    "ItemBatcher",
    "MaxConcurrency",
    "ToleratedFailureCount",
    "ToleratedFailurePercentage",
    "Label",
  ],
};

export const commonFields = ["Type", "Comment", "QueryLanguage"];

/** Fields of JSONPath mode, which get a message of their own. */
export const jsonPathFields = new Set([
  "InputPath",
  "OutputPath",
  "ResultPath",
  "ResultSelector",
  "Parameters",
  "Result",
  "ItemsPath",
  "SecondsPath",
  "TimestampPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "MaxConcurrencyPath",
  "ToleratedFailureCountPath",
  "ToleratedFailurePercentagePath",
  "ErrorPath",
  "CausePath",
]);

/** Fields that AWS supports and this engine does not. */
export const refusedFields = new Map([
  ["ItemReader", "reads items from other AWS services; this engine takes Items as an array"],
  ["ResultWriter", "writes to Amazon S3; this engine returns the results as the state's output"],
]);
