import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { openBackgroundRunner } from "@yigong/local/background-runner.ts";
import { type Jobs, openScheduler } from "@yigong/local/schedule.ts";
import type { Guard } from "@yigong/testing/iam/guard.ts";
import type { Deployment } from "./deployment.ts";
import { type Machines, quiet } from "./machines.ts";
import { scheduleRole } from "./roles.ts";

/** What moves by itself: executions, schedules and the outbox's sweep, in virtual time and as on one machine. */
export function openMoving(
  deployment: Deployment,
  { guard, machines, table }: { guard: Guard; machines: Machines; table: Table },
) {
  const problems: string[] = [];
  const jobs = jobsOf(deployment, guard, machines);
  const { settle, advanceTo } = openBackgroundRunner({
    engine: { ...machines.engine, idle: () => quiet(machines) },
    // The sweep of each minute, whenever something is due.
    outbox: { run: async () => Number(await jobs.sweepOutbox()), stop: async () => {} },
    rows: dynamoOutbox(table),
    scheduler: openScheduler(jobs, (job) => problems.push(`job ${job}`)),
    report: (what, error) => problems.push(`${what}: ${String(error)}`),
  });
  return { settle, advanceTo, problems };
}

/** Invokes each job's function as its schedule does, with the schedule's role. @throws when it fails */
function jobsOf({ schedules }: Deployment, guard: Guard, { invoker }: Machines): Jobs {
  const run =
    (job: string, { functionArn, input }: { functionArn: string; input: unknown }) =>
    async () => {
      guard.require(scheduleRole(job), [{ action: "lambda:InvokeFunction", resource: functionArn }]);
      const answer = await invoker.invoke(functionArn, input);
      if (!answer.ok) throw new Error(answer.error.errorMessage);
      return 0;
    };
  return Object.fromEntries([...schedules].map(([job, schedule]) => [job, run(job, schedule)])) as Jobs;
}
