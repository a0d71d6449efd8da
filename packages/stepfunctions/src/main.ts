import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openEngine } from "./index.ts";
import { remoteLambda } from "./remote-lambda.ts";

const usage = `Step Functions on one machine, over the AWS JSON 1.0 API.

  --port N                TCP port on 127.0.0.1 (default 8083)
  --data DIR              keep executions in DIR/stepfunctions.db (default: in memory)
  --lambda-endpoint URL   call functions over the Lambda Invoke API at URL
  --virtual-from INSTANT  virtual time from an ISO-8601 instant: POST /advance {"to": INSTANT} moves it
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8083" },
    data: { type: "string" },
    "lambda-endpoint": { type: "string" },
    "virtual-from": { type: "string" },
    help: { type: "boolean", default: false },
  },
});

async function run(): Promise<void> {
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const endpoint = values["lambda-endpoint"];
  const startAt = values["virtual-from"];
  if (values.data !== undefined) mkdirSync(values.data, { recursive: true });
  const engine = openEngine({
    path: values.data === undefined ? ":memory:" : join(values.data, "stepfunctions.db"),
    time: startAt === undefined ? { kind: "real" } : { kind: "virtual", startAt },
    invoke: endpoint === undefined ? noFunctions : remoteLambda(endpoint),
  });
  const { url } = await engine.listen(Number(values.port));
  process.stdout.write(`Step Functions: ${url}\n`);
  const stop = () => void engine.close().then(() => process.exit(0));
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

async function noFunctions(functionName: string): Promise<never> {
  throw Object.assign(new Error(`No --lambda-endpoint was given, so ${functionName} cannot be called`), {
    name: "Lambda.ResourceNotFoundException",
  });
}

await run();
