import { Refusal } from "@yigong/core/lib/error.ts";
import type { Context } from "aws-lambda";
import { expect, it } from "vitest";
import type { Outbox } from "../outbox/runner.ts";
import { deferredWake } from "./deferred-wake.ts";
import { observing } from "./observing.ts";
import { onOutbox } from "./outbox-handler.ts";
import { onTasks } from "./task-handlers.ts";

const CONTEXT = { awsRequestId: "r1", getRemainingTimeInMillis: () => 300_000 } as Context;

/** The runtime of a function, and the order in which things happened in it. */
function runtimeOf() {
  const happened: string[] = [];
  const sink = {
    begin: () => happened.push("begin"),
    line: (level: string, message: string) => happened.push(`${level} ${message}`),
    metric: (name: string) => happened.push(name),
    flush: () => happened.push("flush"),
  };
  const wake = deferredWake({ invoke: async () => void happened.push("wake"), report: () => {} });
  return { runtime: { ...observing(sink), wake }, wake, happened };
}

it("wakes the outbox once when the work is done, before the metrics are written", async () => {
  const { runtime, wake, happened } = runtimeOf();
  const { Recruit } = onTasks(runtime, {
    Recruit: async (event) => {
      happened.push("work");
      wake.request();
      wake.request();
      return { event };
    },
  });

  expect(await Recruit({ activityId: "act_1" }, CONTEXT)).toEqual({ event: { activityId: "act_1" } });
  expect(happened).toEqual(["begin", "work", "wake", "flush"]);
});

it("wakes it also when the work failed after it wrote", async () => {
  const { runtime, wake, happened } = runtimeOf();
  const { Recruit } = onTasks(runtime, {
    Recruit: async () => {
      wake.request();
      throw new Refusal("conflict", "stage.early", "too early");
    },
  });

  await expect(Recruit({}, CONTEXT)).rejects.toThrow();
  expect(happened).toEqual(["begin", "wake", "flush"]);
});

it.each([
  ["a refusal", new Refusal("unavailable", "store.busy", "王芳 is busy"), "store.busy"],
  ["a mistake of ours", new TypeError("cannot read 王芳"), "TypeError"],
  ["what is no error", "王芳", "Error"],
])("tells Lambda the name of %s, by which a workflow catches it, and none of its words", async (_, thrown, name) => {
  const { runtime } = runtimeOf();
  const { Award } = onTasks(runtime, { Award: () => Promise.reject(thrown) });
  const error = await Award({}, CONTEXT).catch((reason: unknown) => reason as Error);

  expect(error).toBeInstanceOf(Error);
  expect((error as Error).name).toBe(name);
  expect(`${(error as Error).message} ${(error as Error).stack}`).not.toContain("王芳");
});

it("gives the outbox all but a minute of the function's time", async () => {
  const { runtime } = runtimeOf();
  const stops: (string | undefined)[] = [];
  const outbox: Outbox = {
    run: async (stopAt) => {
      stops.push(stopAt);
      return 0;
    },
    stop: async () => {},
  };
  await onOutbox(runtime, outbox, () => "2026-09-01T00:00:00.000Z")({}, CONTEXT);

  expect(stops).toEqual(["2026-09-01T00:04:00.000Z"]);
});
