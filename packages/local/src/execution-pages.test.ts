import { readFileSync } from "node:fs";
import { openEngine } from "@yigong/stepfunctions";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { executionPages } from "./execution-pages.ts";
import { remoteEngine } from "./remote-engine.ts";

const at = "2030-01-01T00:00:00.000Z";
const definitionOf = (name: string) =>
  readFileSync(new URL(`../../workflows/dist/${name}.asl.json`, import.meta.url), "utf8");
const engineOf = () =>
  openEngine({ path: ":memory:", time: { kind: "virtual", startAt: at }, invoke: async () => undefined });

let engine: ReturnType<typeof engineOf>;
const reported: unknown[] = [];
beforeEach(() => {
  reported.length = 0;
  engine = engineOf();
});
afterEach(() => engine.close());

const pagesOf = (source: ReturnType<typeof engineOf>) =>
  executionPages({ source, zone: () => "Asia/Shanghai", report: (_, error) => void reported.push(error) });
const page = async (path: string) => (await pagesOf(engine).request(path)).text();

describe("the executions' pages of a machine", () => {
  it("speak of activities, in both languages", async () => {
    expect(await page("/executions?lang=zh-CN")).toContain("活动发布后，推进它的执行会出现在这里。");
    expect(await page("/executions?lang=en")).toContain("Once an activity is published");
  });

  it("draw the activity lifecycle from its first stage to its last, within a phone of 360 px", async () => {
    const definition = definitionOf("activity-lifecycle");
    const roleArn = "arn:aws:iam::000000000000:role/test";
    const made = await engine.call("CreateStateMachine", { name: "activity-lifecycle", definition, roleArn });
    const { stateMachineArn } = made as { stateMachineArn: string };
    const input = JSON.stringify({ activityId: "act_1", generation: 1, stage: "Recruit", plan: [] });
    await engine.call("StartExecution", { stateMachineArn, name: "act_1-1", input });
    await engine.idle();
    const shown = await page("/executions/activity-lifecycle/act_1-1?lang=en");
    const states = [...shown.matchAll(/<g class="box \w+"><title>(\w+):/g)].map(([, state]) => state);

    expect(states).toEqual([
      ...["Begin", "Propose", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award", "Done"],
      ...["Cancelled", "Superseded", "Stopped"],
    ]);
    expect(Number(/<svg [^>]*width="(\d+)/.exec(shown)?.[1])).toBeLessThanOrEqual(312);
  });

  it.each(["activity-lifecycle", "award-run"])(
    "name every state of %s in Chinese on the Chinese page",
    async (name) => {
      const roleArn = "arn:aws:iam::000000000000:role/test";
      const made = await engine.call("CreateStateMachine", { name, definition: definitionOf(name), roleArn });
      const { stateMachineArn } = made as { stateMachineArn: string };
      await engine.call("StartExecution", { stateMachineArn, name: "one", input: "{}" });
      await engine.idle();
      const shown = await page(`/executions/${name}/one?lang=zh-CN`);
      const boxes = [...shown.matchAll(/<g class="box \w+"><title>([^<]*)/g)].map(([, title = ""]) => title);

      expect(boxes.length).toBeGreaterThan(8);
      expect(boxes.filter((title) => /[A-Za-z]/.test(title))).toEqual([]);
      expect(/<span class="to">([^<]*)/.exec(shown)?.[1]).toMatch(/流程$/);
    },
  );

  it("name the other process when that one runs the executions", async () => {
    const remote = remoteEngine("http://127.0.0.1:9", { kind: "real" });
    const answer = await pagesOf(remote).request("/executions?lang=en");

    expect([answer.status, reported]).toEqual([503, []]);
    expect(await answer.text()).toContain("engine.misconfigured");
  });
});
