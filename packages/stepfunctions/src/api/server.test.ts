import { request } from "node:http";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import { virtualEngine, waitForToken } from "../test-kit.ts";

let engine: Engine;
let client: SFNClient;
let url: string;
let token = "";
beforeAll(async () => {
  engine = virtualEngine({
    keep: (payload: { token: string }) => {
      token = payload.token;
    },
  });
  ({ url } = await engine.listen());
  client = new SFNClient({
    endpoint: url,
    region: "us-east-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  client.destroy();
  await engine.close();
});

it("serves what the AWS SDK sends, from definition to history", async () => {
  const definition = JSON.stringify({
    QueryLanguage: "JSONata",
    StartAt: "Ask",
    States: { Ask: waitForToken("keep") },
  });
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({ name: "sdk", definition, roleArn: "arn:aws:iam::0:role/r" }),
  );
  const { executionArn, startDate } = await client.send(
    new StartExecutionCommand({ stateMachineArn, name: "one", input: "{}" }),
  );
  await engine.idle();
  await client.send(new SendTaskSuccessCommand({ taskToken: token, output: "[1]" }));
  const described = await client.send(new DescribeExecutionCommand({ executionArn }));
  const listed = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: "SUCCEEDED" }));
  const { events } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 2 }),
  );

  expect(described).toMatchObject({ status: "SUCCEEDED", output: "[1]", startDate });
  expect(startDate?.toISOString()).toBe("2030-01-01T00:00:00.000Z");
  expect(listed.executions?.map(({ name }) => name)).toEqual(["one"]);
  expect(events?.map(({ type }) => type)).toEqual(["ExecutionSucceeded", "TaskStateExited"]);
});

it("gives errors the names that the SDK knows", async () => {
  const executionArn = "arn:aws:states:us-east-1:000000000000:execution:none:none";

  await expect(client.send(new DescribeExecutionCommand({ executionArn }))).rejects.toMatchObject({
    name: "ExecutionDoesNotExist",
    $metadata: { httpStatusCode: 400 },
  });
});

const raw = (headers: Record<string, string>, body: string, path = "/"): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method: "POST", headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject).end(body);
  });

it.each([
  ["without a target", {}, "{}"],
  ["that names no action of ours", { "x-amz-target": "AWSStepFunctions.constructor" }, "{}"],
  ["with a body that is no JSON", { "x-amz-target": "AWSStepFunctions.ListStateMachines" }, "{"],
  ["with a body nested 10,000 deep", { "x-amz-target": "AWSStepFunctions.ListStateMachines" }, "[".repeat(10_000)],
  ["with a body that is no object", { "x-amz-target": "AWSStepFunctions.ListStateMachines" }, "[]"],
])("answers a request %s with 400", async (_, headers, body) => {
  expect(await raw(headers, body)).toBe(400);
});

const LIST = { "x-amz-target": "AWSStepFunctions.ListStateMachines" };

it.each([
  ["a foreign host", { host: "evil.example" }, 421],
  ["a foreign host that begins like loopback", { host: "127.0.0.1.evil.example:80" }, 421],
  ["an origin", { origin: "https://evil.example" }, 403],
  ["an origin on this machine", { origin: "http://localhost:3000" }, 403],
  ["a browser's mark", { "sec-fetch-site": "cross-site" }, 403],
])("refuses a request with %s, for actions as for time", async (_, headers, status) => {
  expect(await raw({ ...LIST, ...headers }, "{}")).toBe(status);
  expect(await raw({ "content-type": "application/json", ...headers }, "{}", "/advance")).toBe(status);
});

it.each(["localhost", "127.0.0.1:80", "[::1]:80"])("answers at loopback's name %s", async (host) => {
  expect(await raw({ ...LIST, host }, "{}")).toBe(200);
});

it("moves virtual time by HTTP, for JSON only", async () => {
  const to = "2030-02-01T00:00:00.000Z";
  const post = (type: string) =>
    fetch(`${url}/advance`, { method: "POST", headers: { "content-type": type }, body: JSON.stringify({ to }) });
  const refused = await post("text/plain");
  const moved = await post("application/json");

  expect([refused.status, moved.status, engine.now()]).toEqual([400, 200, to]);
});
