import type { Statement } from "@yigong/testing/iam/policy.ts";
import type { Schedule } from "@yigong/workflows/schedules.ts";
import type { Deployed } from "./function-process.ts";
import type { HttpApi } from "./gateway.ts";

/** A function with all that Lambda knows of it. */
export interface DeployedFunction {
  deployed: Deployed;
  statements: readonly Statement[];
  /** How often an asynchronous invocation that fails is tried again. */
  retries: number;
  traces: boolean;
}

export interface DeployedMachine {
  arn: string;
  name: string;
  definition: string;
  statements: readonly Statement[];
}

export interface DeployedSchedule {
  functionArn: string;
  /** Of the role that the schedule invokes with. */
  statements: readonly Statement[];
  input: unknown;
}

/** What was deployed, read from what the dry run registered. */
export interface Deployment {
  region: string;
  /** `arn:aws:SERVICE:REGION:ACCOUNT:` of a service. */
  arnOf: (service: string) => string;
  /** By the name that the program gives them, such as `Api`. */
  functions: ReadonlyMap<string, DeployedFunction>;
  machines: ReadonlyMap<string, DeployedMachine>;
  schedules: ReadonlyMap<Schedule["job"], DeployedSchedule>;
  api: HttpApi;
  tables: { alliance: string; ledger: string };
  bucket: string;
  /** Where people reach the installation. */
  origin: string;
}
