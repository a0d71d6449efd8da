import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context } from "aws-lambda";
import type { Env } from "./endpoint.ts";
import { type Observing, observing } from "./observing.ts";

/** One line of JSON each to the function's log group, metrics among them in CloudWatch's embedded format. */
export function powertoolsObserve(env: Env = process.env): Observing {
  const serviceName = env.POWERTOOLS_SERVICE_NAME ?? "yigong";
  const logger = new Logger({ serviceName });
  const metrics = new Metrics({ namespace: env.POWERTOOLS_METRICS_NAMESPACE ?? "Yigong", serviceName });
  return observing({
    begin: (context) => logger.addContext(context as Context),
    line: (level, message, fields) => logger[level](message, fields),
    metric: (name, unit, value) => metrics.addMetric(name, MetricUnit[unit], value),
    flush: () => {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  });
}
