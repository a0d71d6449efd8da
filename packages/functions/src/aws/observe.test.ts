import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { consoleObserve } from "./console-observe.ts";
import type { Observing } from "./observing.ts";
import { powertoolsObserve } from "./powertools-observe.ts";

const TRACE = "1-5759e988-bd862e3fe1be46a994272793";
const CONTEXT = {
  awsRequestId: "3f2b1a9c-1111-4222-8333-123456789012",
  functionName: "yigong-test-Recruit",
  invokedFunctionArn: "arn:aws:lambda:eu-central-1:000000000000:function:yigong-test-Recruit",
  memoryLimitInMB: "512",
};

type Line = Record<string, unknown>;
let written: Line[];

beforeEach(() => {
  written = [];
  vi.stubEnv("_X_AMZN_TRACE_ID", `Root=${TRACE};Parent=557abcec3ee5a047;Sampled=1`);
  vi.stubEnv("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
  vi.stubEnv("POWERTOOLS_SERVICE_NAME", "yigong-test");
  // With it Powertools writes to the console that a test can listen to.
  vi.stubEnv("POWERTOOLS_DEV", "true");
  vi.stubEnv("POWERTOOLS_METRICS_DISABLED", "false");
  const take = (line: unknown) => void written.push(JSON.parse(String(line)) as Line);
  for (const level of ["log", "info", "warn", "error"] as const) vi.spyOn(console, level).mockImplementation(take);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const MADE: [string, () => Observing][] = [
  ["Powertools", () => powertoolsObserve()],
  [
    "the small one of the public pages",
    () => consoleObserve(process.env, (line) => void written.push(JSON.parse(line) as Line)),
  ],
];

describe.each(MADE)("what a function on AWS writes with %s", (_, make) => {
  it("is a line of JSON that says which invocation of which function, and under which correlation", async () => {
    const { observe, invocation } = make();
    const work = async () => observe.log("info", "task", { state: "Recruit", ms: 3, code: undefined });
    await invocation(CONTEXT, () => withCorrelation("req_1", work));
    await invocation(CONTEXT, work);

    expect(written).toEqual([
      {
        level: "INFO",
        message: "task",
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        service: "yigong-test",
        cold_start: true,
        function_arn: CONTEXT.invokedFunctionArn,
        function_memory_size: "512",
        function_name: "yigong-test-Recruit",
        function_request_id: CONTEXT.awsRequestId,
        ...(make === MADE[0]?.[1] ? { sampling_rate: 0 } : {}),
        xray_trace_id: TRACE,
        correlation: "req_1",
        state: "Recruit",
        ms: 3,
      },
      expect.objectContaining({ cold_start: false, state: "Recruit" }),
    ]);
    expect(written[1]).not.toHaveProperty("correlation");
  });

  it("has the invocation's metrics at its end, in CloudWatch's embedded format", async () => {
    const { observe, invocation } = make();
    await invocation(CONTEXT, async () => {
      observe.count("EffectsSent", 3);
      observe.count("OutboxAgeSeconds", 90);
      observe.count("Requests");
      observe.count("Requests");
    });
    await invocation(CONTEXT, async () => {});

    expect(written).toEqual([
      {
        _aws: {
          Timestamp: expect.any(Number),
          CloudWatchMetrics: [
            {
              Namespace: "Yigong",
              Dimensions: [["service"]],
              Metrics: [
                { Name: "EffectsSent", Unit: "Count" },
                { Name: "OutboxAgeSeconds", Unit: "Seconds" },
                { Name: "Requests", Unit: "Count" },
              ],
            },
          ],
        },
        service: "yigong-test",
        EffectsSent: 3,
        OutboxAgeSeconds: 90,
        Requests: [1, 1],
      },
    ]);
  });

  it("has metrics of an invocation that failed, too", async () => {
    const { observe, invocation } = make();
    const failing = invocation(CONTEXT, async () => {
      observe.count("Faults");
      throw new Refusal("conflict", "stage.early", "Zhang San is early");
    });

    await expect(failing).rejects.toThrow("early");
    expect(written).toEqual([expect.objectContaining({ Faults: 1 })]);
  });

  it("tells a mistake once, without its words", async () => {
    const { observe, invocation } = make();
    const told = new TypeError("13800001111 is not Zhang San");
    const untold = new TypeError("zhang@example.com");
    await invocation(CONTEXT, async () => {
      observe.fault("task Recruit", told, { activityId: "act_1", note: "call 13800001111" });
      throw told;
    }).catch(() => undefined);
    await invocation(CONTEXT, () => Promise.reject(untold)).catch(() => undefined);

    expect(written.filter(({ message }) => message === "fault")).toEqual([
      expect.objectContaining({
        level: "ERROR",
        what: "task Recruit",
        activityId: "act_1",
        note: "call <digits>",
        error: "TypeError",
        frames: expect.stringContaining("packages/functions/src/aws/observe.test.ts:"),
      }),
      expect.objectContaining({ what: "invocation", error: "TypeError" }),
    ]);
    expect(JSON.stringify(written)).not.toMatch(/13800001111|Zhang|zhang@/);
  });

  it("leaves out what is below the level that the environment names", async () => {
    vi.stubEnv("POWERTOOLS_LOG_LEVEL", "WARN");
    const { observe, invocation } = make();
    await invocation(CONTEXT, async () => {
      observe.log("info", "request");
      observe.log("warn", "job");
    });

    expect(written.map(({ message }) => message)).toEqual(["job"]);
  });
});
