import { openGuard } from "@yigong/testing/iam/guard.ts";
import type { Deployment } from "./deployment.ts";
import { endings } from "./ending.ts";
import { type Logged, openIssued } from "./issued.ts";
import { openMachines } from "./machines.ts";
import { openMoving } from "./moving.ts";
import { openNetwork, openTables } from "./network.ts";
import { rolesOf } from "./roles.ts";
import { openSandboxes } from "./sandboxes.ts";
import type { Invocable } from "./services/lambda.ts";
import { openSurface, textsIn } from "./surface.ts";

export interface CloudOptions {
  deployment: Deployment;
  dataDir: string;
  /** ISO-8601 UTC. */
  startAt: string;
}

/**
 * A deployment as it would run: each function in a process of its own, against services on loopback that let each role do
 * what it is granted and nothing else, in virtual time.
 */
export async function openCloud(options: CloudOptions) {
  const { deployment, dataDir } = options;
  const guard = openGuard(rolesOf(deployment));
  const logs: Logged[] = [];
  const log = (by: string, line: string) => void logs.push({ by, line });
  const issued = openIssued();
  const sandboxes = new Map<string, Invocable>();
  const ending = endings(deployment, sandboxes);

  const { store, table } = await openTables(deployment, dataDir);
  const machines = await openMachines(options, { guard, issued, sandboxes });
  const { engine, invoker, arns } = machines;
  const network = await openNetwork(deployment, { guard, machines, store, begin: ending.begin });
  const { endpoints, outside, objects, mails } = network;
  for (const [name, one] of openSandboxes({ deployment, guard, endpoints, outside: outside.url, log }))
    sandboxes.set(name, one);
  const front = await openSurface(deployment, { machines, log, issued, texts: () => textsIn(outside.posted) });
  const { settle, advanceTo, problems } = openMoving(deployment, { guard, machines, table });

  return {
    ...{ guard, logs, issued, mails, objects, table, engine, arns, invoker, problems, settle, advanceTo },
    origin: front.url,
    requests: front.requests,
    texts: () => textsIn(outside.posted),
    now: engine.now,
    deaf: invoker.deaf,
    outage: outside.outage,
    endAfter: ending.endAfter,
    async close() {
      await settle();
      await front.close();
      await engine.close();
      await Promise.all([...sandboxes.values()].map(({ process }) => process.close()));
      await network.close();
      table.client.destroy();
      await store.stop();
    },
  };
}

export type Cloud = Awaited<ReturnType<typeof openCloud>>;
