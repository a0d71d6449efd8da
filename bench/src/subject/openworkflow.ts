import { join } from "node:path";
import { OpenWorkflow } from "openworkflow";
import { BackendSqlite } from "openworkflow/sqlite";
import { type Open, stepCount } from "./subject.ts";

const inFlight = 128;

/** Its SQLite backend, on its own defaults. */
export const openOpenWorkflow: Open = async (directory) => {
  const backend = BackendSqlite.connect(join(directory, "openworkflow.sqlite"));
  const workflows = new OpenWorkflow({ backend });
  const ends = new Map<number, () => void>();
  const ten = workflows.defineWorkflow({ name: "ten" }, async ({ input, step }) => {
    const { id, n: first } = input as { id: number; n: number };
    let n = first;
    for (let at = 1; at <= stepCount; at += 1) {
      const before = n;
      n = await step.run({ name: `Step${at}` }, () => before + 1);
    }
    ends.get(id)?.();
    return { n };
  });
  const worker = workflows.newWorker({ concurrency: inFlight });
  await worker.start();
  let id = 0;
  const run = async () => {
    id += 1;
    const mine = id;
    const ended = new Promise<void>((resolve) => ends.set(mine, resolve));
    const { workflowRun } = await ten.run({ id: mine, n: 0 });
    await ended;
    ends.delete(mine);
    for (;;) {
      const found = await backend.getWorkflowRun({ workflowRunId: workflowRun.id });
      if (found?.status === "completed" || found?.status === "succeeded") return;
      if (found?.status === "failed") throw new Error("A workflow failed");
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    setUp:
      "openworkflow 0.10.1, SQLite backend with its defaults (WAL, synchronous FULL), worker in the same process at concurrency 128; it looks for new work every 100 ms to 1 s when idle; end noticed at once by the workflow itself instead of its 1 s result poll",
    run,
    close: async () => {
      await worker.stop();
      await backend.stop();
    },
  };
};
