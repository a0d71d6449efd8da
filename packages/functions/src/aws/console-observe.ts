import { Console } from "node:console";
import type { Env } from "./endpoint.ts";
import { type Invocation, type Observing, observing } from "./observing.ts";

const LEVELS = ["INFO", "WARN", "ERROR"];

/** Lambda puts each line of a console of its own console into the log as it is. */
const stdout = () => {
  const own = new Console({ stdout: process.stdout, stderr: process.stderr });
  return (line: string) => own.log(line);
};

/**
 * The same lines and metrics as `powertoolsObserve` writes, without Powertools, whose import takes longer than the rest of the
 * public page.
 *
 * @param write - takes one line of JSON
 */
export function consoleObserve(env: Env = process.env, write: (line: string) => void = stdout()): Observing {
  const service = env.POWERTOOLS_SERVICE_NAME ?? "yigong";
  const least = (env.AWS_LAMBDA_LOG_LEVEL ?? env.POWERTOOLS_LOG_LEVEL ?? "INFO").toUpperCase();
  const shown = LEVELS.slice(Math.max(0, LEVELS.indexOf(least)));
  const metrics = new Map<string, { unit: string; values: number[] }>();
  let about: Record<string, unknown> = {};
  let isCold = true;
  const trace = () => /Root=([^;]+)/.exec(env._X_AMZN_TRACE_ID ?? "")?.[1];
  const contextOf = (context: Invocation) => ({
    cold_start: isCold,
    function_arn: context.invokedFunctionArn,
    function_memory_size: context.memoryLimitInMB,
    function_name: context.functionName,
    function_request_id: context.awsRequestId,
  });
  return observing({
    begin(context) {
      about = contextOf(context);
      isCold = false;
    },
    line(level, message, fields) {
      const name = level.toUpperCase();
      if (!shown.includes(name)) return;
      const timestamp = new Date().toISOString();
      write(JSON.stringify({ level: name, message, timestamp, service, ...about, xray_trace_id: trace(), ...fields }));
    },
    metric(name, unit, value) {
      metrics.set(name, { unit, values: [...(metrics.get(name)?.values ?? []), value] });
    },
    flush() {
      if (metrics.size === 0) return;
      const found = [...metrics];
      metrics.clear();
      const Metrics = found.map(([Name, { unit }]) => ({ Name, Unit: unit }));
      const Namespace = env.POWERTOOLS_METRICS_NAMESPACE ?? "Yigong";
      const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace, Dimensions: [["service"]], Metrics }] };
      const values = found.map(([name, { values: all }]) => [name, all.length === 1 ? all[0] : all]);
      write(JSON.stringify({ _aws, service, ...Object.fromEntries(values) }));
    },
  });
}
