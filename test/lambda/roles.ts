import { createHash } from "node:crypto";
import type { Statement } from "@yigong/testing/iam/policy.ts";
import type { Deployment } from "./deployment.ts";

/** The name of the role that a state machine or a schedule acts with; a function's is the function's own name. */
export const machineRole = (name: string): string => `machine ${name}`;
export const scheduleRole = (job: string): string => `schedule ${job}`;

/** Every role of a deployment with its statements. */
export function rolesOf({ functions, machines, schedules }: Deployment): Map<string, readonly Statement[]> {
  return new Map([
    ...[...functions].map(([name, { statements }]) => [name, statements] as const),
    ...[...machines].map(([name, { statements }]) => [machineRole(name), statements] as const),
    ...[...schedules].map(([job, { statements }]) => [scheduleRole(job), statements] as const),
  ]);
}

/** The temporary credentials of a function's role, always the same for its name. */
export function credentialsOf(name: string) {
  const digest = createHash("sha256").update(name).digest("hex");
  return {
    accessKeyId: `ASIA${digest.slice(0, 16).toUpperCase()}`,
    secretAccessKey: digest.slice(16, 56),
    sessionToken: `session/${digest}+=`,
  };
}
