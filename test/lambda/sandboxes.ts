import type { Guard } from "@yigong/testing/iam/guard.ts";
import type { DeployedFunction, Deployment } from "./deployment.ts";
import { openFunction } from "./function-process.ts";
import { credentialsOf } from "./roles.ts";
import type { Invocable } from "./services/lambda.ts";

/** Where functions find what they speak to. */
export interface Surroundings {
  deployment: Deployment;
  guard: Guard;
  /** By the names of AWS's variables, such as `DYNAMODB`. */
  endpoints: Record<string, string>;
  outside: string;
  log: (by: string, line: string) => void;
}

/** Opens the sandbox of each function, by physical name. What Lambda does for it, log and traces, it does as its role. */
export function openSandboxes(surroundings: Surroundings): Map<string, Invocable> {
  const { deployment } = surroundings;
  return new Map(
    [...deployment.functions].map(([name, of]) => [of.deployed.name, openSandbox(name, of, surroundings)]),
  );
}

function openSandbox(name: string, of: DeployedFunction, { deployment, guard, endpoints, outside, log }: Surroundings) {
  const { deployed, retries, traces } = of;
  const account = { region: deployment.region, credentials: credentialsOf(name), endpoints, outside };
  const stream = `${deployment.arnOf("logs")}log-group:${deployed.logGroup}:log-stream:2026/09/01/1`;
  const open = openFunction(deployed, account, (line) => {
    guard.require(name, [{ action: "logs:PutLogEvents", resource: stream }]);
    log(name, line);
  });
  return {
    arn: deployed.arn,
    retries,
    process: {
      ...open,
      invoke: (event: unknown, now: number) => {
        guard.require(name, [
          { action: "logs:CreateLogStream", resource: stream },
          // The platform's own lines about start and end.
          { action: "logs:PutLogEvents", resource: stream },
          ...(traces ? TRACES : []),
        ]);
        return open.invoke(event, now);
      },
    },
  };
}

/** IAM knows no resource for these. */
const TRACES = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"].map((action) => ({ action, resource: "*" }));
