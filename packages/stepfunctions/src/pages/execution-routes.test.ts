import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Engine } from "../index.ts";
import type { JsonObject } from "../lib/json.ts";
import { create, start, virtualEngine, waitForToken } from "../test-kit.ts";
import type { Source } from "./engine-queries.ts";
import { type ExecutionPages, executionRoutes } from "./execution-routes.ts";

let engine: Engine;
const tokens: string[] = [];
const reported: string[] = [];
beforeEach(() => {
  tokens.length = 0;
  reported.length = 0;
  engine = virtualEngine({
    keep: ({ token }: { token: string }) => {
      tokens.push(token);
      return { echo: token };
    },
    show: (given: JsonObject) => given,
  });
});
afterEach(() => engine.close());

const serve = (source: Source = engine, options: Partial<ExecutionPages> = {}) => {
  const report = (what: string) => void reported.push(what);
  return new Hono().route("/", executionRoutes({ source, zone: () => "Asia/Shanghai", report, ...options }));
};
const get = async (path: string, headers: Record<string, string> = {}) => serve().request(path, { headers });
const page = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text();
const nameOf = (stateMachineArn: string) => stateMachineArn.split(":").at(-1) ?? "";
const wait = { Wait: { Type: "Wait", Seconds: 3600, Next: "Done" }, Done: { Type: "Succeed" } };

describe("the list of executions", () => {
  it("says what each one is, where it is and when it began and ended, in the given zone", async () => {
    const machine = await create(engine, wait);
    await start(engine, machine, {}, "first");
    await engine.advanceTo("2030-01-01T02:00:00.000Z");
    await start(engine, machine, {}, "second");
    const shown = await page("/executions");
    const [second = "", first = ""] = shown.split("<li>").slice(1);

    expect(first).toContain(`href="/executions/${nameOf(machine)}/first?lang=zh-CN"`);
    expect(first).toContain("已完成");
    expect(first).toContain("<dt>止于</dt><dd>Done</dd>");
    expect(first).toContain("1月1日 周二 09:00:00</time>");
    expect(second).toContain("进行中");
    expect(second).toContain("<dt>当前在</dt><dd>Wait</dd>");
    expect(second).toContain("尚未结束");
  });

  it("filters by status and state machine, and keeps both over pages", async () => {
    const machine = await create(engine, wait);
    const other = await create(engine, wait);
    for (let at = 0; at < 27; at += 1) await start(engine, machine, {}, `e${String(at).padStart(2, "0")}`);
    await start(engine, other, {}, "elsewhere");
    const shown = await page(`/executions?machine=${nameOf(machine)}&status=RUNNING&lang=en`);
    const older = /href="(\?[^"]*page=[^"]*)"/.exec(shown)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const rest = await page(`/executions${older}`);

    expect(shown.match(/<h2>/g)).toHaveLength(25);
    expect(shown).not.toContain("elsewhere");
    expect(older).toContain(`lang=en&machine=${nameOf(machine)}&status=RUNNING`);
    expect(rest.match(/<h2>/g)).toHaveLength(2);
    expect(rest).toContain("Back to the newest");
    expect(await page(`/executions?machine=${nameOf(other)}`)).toContain("elsewhere");
    expect(await page("/executions?status=FAILED")).toContain("没有符合条件的执行");
  });

  it("says what to expect while there is none", async () => {
    expect(await page("/executions")).toContain("还没有执行");
    await create(engine, wait);

    expect(await page("/executions", { "accept-language": "en" })).toContain("No executions yet");
  });
});

describe("an execution's page", () => {
  it("shows the graph with the state it is in, input, output and history", async () => {
    const machine = await create(engine, wait);
    await start(engine, machine, { n: 7 }, "e1");
    const path = `/executions/${nameOf(machine)}/e1?lang=en`;
    const before = await page(path);
    await engine.advanceTo("2030-01-01T02:00:00.000Z");
    const after = await page(path);

    expect(before).toContain('<g class="box current"><title>Wait: ● Wait · in progress</title>');
    expect(before).toContain('<g class="box unreached"><title>Done: Succeed · not reached</title>');
    expect(before).toContain("No output yet");
    expect(before).toContain("&quot;n&quot;: 7");
    expect(after).toContain('<g class="box done"><title>Wait: ✓ Wait · passed</title>');
    expect(after).toMatch(/<span class="id">6<\/span>\s*<b>ExecutionSucceeded<\/b>/);
  });

  it("goes through a long history page by page, from either end", async () => {
    const states: JsonObject = {};
    for (let at = 0; at < 60; at += 1) states[`S${at}`] = { Type: "Pass", Next: `S${at + 1}` };
    const machine = await create(engine, { ...states, S60: { Type: "Succeed" } });
    await start(engine, machine, {}, "e1");
    const path = `/executions/${nameOf(machine)}/e1`;
    const ids = (text: string) => [...text.matchAll(/<span class="id">(\d+)</g)].map(([, id]) => Number(id));
    const first = await page(`${path}?order=reverse`);
    const next = /href="(\?[^"]*page=[^"#]*)#history"/.exec(first)?.[1]?.replaceAll("&amp;", "&") ?? "";

    expect(ids(first)).toEqual(Array.from({ length: 100 }, (_, at) => 124 - at));
    expect(ids(await page(`${path}${next}`))).toEqual(Array.from({ length: 24 }, (_, at) => 24 - at));
    expect(first).toContain("共124条");
    expect(ids(await page(path))[0]).toBe(1);
  });

  it("shows no token, wherever a definition has copied it to", async () => {
    const machine = await create(engine, {
      Ask: waitForToken("keep", {
        End: undefined as never,
        Arguments: { FunctionName: "keep", Payload: { token: "{% $states.context.Task.Token %}", visit: 1 } },
        Assign: { kept: "{% $states.result.answered %}" },
        Output: "{% { 'note': 'answered ' & $states.result.answered, 'taskToken': $states.result.answered } %}",
        Next: "Tell",
      }),
      Tell: {
        Type: "Task",
        Resource: "arn:aws:lambda:us-east-1:000000000000:function:show",
        Arguments: { again: "{% $kept %}", text: "{% $string({ 'deep': $kept }) %}" },
        Next: "Fail",
      },
      Fail: { Type: "Fail", Error: "{% $kept %}", Cause: "{% 'with ' & $kept %}" },
    });
    await start(engine, machine, {}, "e1");
    const [token = ""] = tokens;
    const name = nameOf(machine);
    const waiting = await page(`/executions/${name}/e1`);
    await engine.call("SendTaskSuccess", { taskToken: token, output: JSON.stringify({ answered: token }) });
    await engine.idle();
    await start(engine, machine, { copy: token, token: "AAAAKgAAAAIAfremd", fremd: "AAAAKgAAAAIAfremd" }, token);
    const pages = [
      waiting,
      ...(await Promise.all(
        [`${name}/e1`, `${name}/e1?order=reverse`, `${name}/${token}`].map((each) => page(`/executions/${each}`)),
      )),
      await page("/executions"),
    ];

    expect(JSON.stringify(await engine.call("GetExecutionHistory", arnOf(name, "e1")))).toContain(token);
    expect(tokens).toHaveLength(2);
    for (const shown of pages) {
      expect(shown).toContain("任务令牌");
      expect(shown).not.toMatch(/sfn1\.|AAAAKg/);
      for (const each of tokens) expect(shown).not.toContain(each);
    }
  });

  it("shows what people typed as text, wherever it stands", async () => {
    const hostile = '<script>alert("1")</script>';
    const machine = await create(engine, {
      [hostile]: { Type: "Pass", Output: { [hostile]: hostile }, Next: "End" },
      End: { Type: "Fail", Error: hostile, Cause: hostile },
    });
    await start(engine, machine, { [hostile]: [hostile] }, "e1");
    const shown = await page(`/executions/${nameOf(machine)}/e1`);

    expect(shown).toContain("&lt;script&gt;");
    expect(`${shown}${await page("/executions")}`).not.toContain("<script");
  });

  it("says how much is left out of what is too long to read, and of graphs too large to draw", async () => {
    const states: JsonObject = {};
    for (let at = 0; at < 151; at += 1) states[`S${at}`] = { Type: "Wait", Seconds: 1, Next: `S${at + 1}` };
    const machine = await create(engine, { ...states, S151: { Type: "Succeed" } });
    await start(engine, machine, { text: "a".repeat(200_000) }, "e1");
    const shown = await page(`/executions/${nameOf(machine)}/e1?lang=en`);

    expect(shown).toContain("This state machine has 152 states");
    expect(shown).toContain("characters in all; only the beginning is shown");
    expect(shown.length).toBeLessThan(80_000);
  });

  it("loads nothing, runs nothing and passes nothing on", async () => {
    const { headers } = await get("/executions");

    expect(headers.get("content-security-policy")).toContain("default-src 'none'; style-src 'sha256-");
    expect([headers.get("cache-control"), headers.get("referrer-policy")]).toEqual(["no-store", "no-referrer"]);
  });
});

describe("an address that leads nowhere", () => {
  it.each([
    ["/executions/none/none", 404, "没有这次执行", "execution.missing"],
    ["/executions?machine=none", 404, "没有这次执行", "execution.missing"],
    ["/executions?status=SLEEPING", 400, "这个地址看不懂", "input.invalid"],
    ["/executions?page=x", 400, "这个地址看不懂", "input.invalid"],
  ])("%s says so, with a code and the way back", async (path, status, title, code) => {
    await create(engine, wait);
    const answer = await get(path);
    const shown = await answer.text();

    expect(answer.status).toBe(status);
    expect(shown).toContain(title);
    expect(shown).toContain(code);
    expect(shown).toContain('href="/executions?lang=zh-CN"');
    expect(reported).toEqual([]);
  });
});

describe("the pages of a host", () => {
  it("have the host's text where it gives one, in that language only", async () => {
    const app = serve(engine, { messages: { en: { intro: "Orders, newest first." } } });
    const [english, chinese] = await Promise.all(
      ["en", "zh-CN"].map(async (lang) => (await app.request(`/executions?lang=${lang}`)).text()),
    );

    expect(english).toContain("Orders, newest first.");
    expect(english).toContain("No executions yet");
    expect(chinese).toContain("最新的在前");
  });

  it.each([
    [undefined, undefined, "zh-CN"],
    [undefined, "zh-TW", "zh-CN"],
    [undefined, "en-GB,en;q=0.9,zh;q=0.8", "en"],
    [undefined, "en;q=0.2, zh;q=0.7", "zh-CN"],
    [undefined, "fr, zh;q=0", "en"],
    [undefined, "*", "zh-CN"],
    ["en", "zh-CN", "en"],
    ["zh", "en", "zh-CN"],
    ["zh-CN", "en", "zh-CN"],
    ["ZH-cn", "en", "zh-CN"],
    ["en-US", "zh", "en"],
    ["*", "en", "en"],
    ["xx", "en", "en"],
  ])("asked for in %s by a reader of %s are in %s", async (asked, header, language) => {
    const query = asked === undefined ? "" : `?lang=${asked}`;
    const shown = await page(`/executions${query}`, header === undefined ? {} : { "accept-language": header });

    expect(shown).toContain(`<html lang="${language}">`);
  });
});

describe("when the engine does not answer", () => {
  const failing = (error: Error): Source => ({ now: engine.now, call: () => Promise.reject(error) });

  it("another process is named when the host's code for that is given", async () => {
    const elsewhereCode = (error: unknown) => (error instanceof RangeError ? "engine.elsewhere" : undefined);
    const answer = await serve(failing(new RangeError("x")), { elsewhereCode }).request("/executions");
    const shown = await answer.text();

    expect([answer.status, reported]).toEqual([503, []]);
    expect(shown).toContain("执行不在这个进程里");
    expect(shown).toContain("engine.elsewhere");
  });

  it("a mistake of ours is reported once and shown without its words", async () => {
    const answer = await serve(failing(new Error("secret words"))).request("/executions");
    const shown = await answer.text();

    expect([answer.status, reported]).toEqual([500, ["/executions"]]);
    expect(shown).toContain("这一页没有显示出来");
    expect(shown).not.toContain("secret words");
  });
});

const arnOf = (machine: string, name: string) => ({
  executionArn: `arn:aws:states:us-east-1:000000000000:execution:${machine}:${name}`,
});
