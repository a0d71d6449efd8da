import { SCHEDULES } from "@yigong/workflows/schedules.ts";
import { describe, expect, it } from "vitest";
import { ruled, scheduled } from "../../infra/cron.ts";
import { JOBS } from "../../infra/jobs.ts";
import { stacks } from "./stacks.ts";

const SCHEDULE = "aws:scheduler/schedule:Schedule";
const nameOf = (job: string) => `${job[0]?.toUpperCase()}${job.slice(1)}`;

describe("schedules", () => {
  it("are those of the data, each with its function, in the alliance's zone", () => {
    const made = stacks.full.of(SCHEDULE).map(({ name, inputs }) => ({
      name,
      expression: inputs.scheduleExpression,
      zone: inputs.scheduleExpressionTimezone,
      arn: (inputs.target as { arn: string }).arn,
    }));
    const wanted = SCHEDULES.map((schedule) => ({
      name: `${nameOf(schedule.job)}Schedule`,
      expression: scheduled(schedule),
      zone: "Asia/Singapore",
      arn: stacks.full.arnOfLambda(JOBS[schedule.job]),
    }));

    expect(made).toHaveLength(SCHEDULES.length);
    expect(made).toEqual(expect.arrayContaining(wanted));
  });

  it("sweep the outbox each minute and begin awards at nine o'clock", () => {
    const expression = (job: string) => stacks.test.one(SCHEDULE, `${nameOf(job)}Schedule`).inputs.scheduleExpression;

    expect(expression("sweepOutbox")).toBe("rate(1 minute)");
    expect(expression("awardRun")).toBe("cron(0 9 * * ? *)");
  });

  it("act by a role that can invoke that one function", () => {
    for (const { name, inputs } of stacks.test.of(SCHEDULE)) {
      const { arn, roleArn } = inputs.target as { arn: string; roleArn: string };
      const role = stacks.test.one("aws:iam/role:Role", `${name}Role`);

      expect(roleArn).toMatch(new RegExp(`role/${name}Role$`));
      expect(stacks.test.statements(role)).toEqual([
        { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: [arn] },
      ]);
    }
  });

  it("are rules in UTC where there is no scheduler", () => {
    const rules = stacks.mainland.of("aws:cloudwatch/eventRule:EventRule");
    const targets = stacks.mainland.of("aws:cloudwatch/eventTarget:EventTarget");
    const arnOf = (job: string) => targets.find(({ name }) => name === `${nameOf(job)}RuleTarget`)?.inputs.arn;

    expect(rules.map(({ name, inputs }) => [name, inputs.scheduleExpression]).sort()).toEqual(
      SCHEDULES.map((schedule) => [`${nameOf(schedule.job)}Rule`, ruled(schedule, "Asia/Shanghai")]).sort(),
    );
    for (const { job } of SCHEDULES) expect(arnOf(job)).toBe(stacks.mainland.arnOfLambda(JOBS[job]));
  });
});
