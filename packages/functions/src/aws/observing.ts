import { Refusal } from "@yigong/core/lib/error.ts";
import type { Context } from "aws-lambda";
import { describeError } from "../observe/describe-error.ts";
import { lineOf } from "../observe/log-line.ts";
import type { MetricName, Observe } from "../observe/observe.ts";

/** What Lambda says of an invocation, as far as the log wants it. */
export type Invocation = Pick<Context, "awsRequestId" | "functionName" | "invokedFunctionArn" | "memoryLimitInMB">;

/** Where lines and metrics go. Metrics are kept until they are flushed. */
export interface Sink {
  begin(context: Invocation): void;
  line(level: "info" | "warn" | "error", message: string, fields: Record<string, string | number | boolean>): void;
  metric(name: MetricName, unit: "Count" | "Seconds", value: number): void;
  flush(): void;
}

/** What a function on AWS says, and what must happen around each invocation of it. */
export interface Observing {
  observe: Observe;
  /**
   * Runs an invocation: its lines say which it is, its metrics are written at its end, and what it throws is a fault
   * unless it is a refusal or was told before.
   *
   * @throws what `run` throws
   */
  invocation<Result>(context: Invocation, run: () => Promise<Result>): Promise<Result>;
}

const isObject = (error: unknown): error is object => typeof error === "object" && error !== null;

export function observing(sink: Sink): Observing {
  const told = new WeakSet<object>();
  const observe: Observe = {
    log: (level, event, fields) => sink.line(level, event, lineOf(fields)),
    fault(what, error, fields) {
      if (isObject(error)) told.add(error);
      sink.line("error", "fault", lineOf({ what, ...fields, ...describeError(error) }));
    },
    count: (metric, value = 1) => sink.metric(metric, metric === "OutboxAgeSeconds" ? "Seconds" : "Count", value),
  };
  return {
    observe,
    async invocation(context, run) {
      sink.begin(context);
      try {
        return await run();
      } catch (error) {
        if (!(error instanceof Refusal || (isObject(error) && told.has(error)))) {
          observe.fault("invocation", error);
          observe.count("Faults");
        }
        throw error;
      } finally {
        sink.flush();
      }
    },
  };
}
