import { join } from "node:path";
import { type Bundle, bundle, bundleFolder, links } from "@yigong/testing/bundle.ts";
import { ASKING, surveying } from "@yigong/testing/scenario/surveying.ts";
import { SECRETS, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type FunctionProcess, openFunction } from "../../../../../test/lambda/function-process.ts";

const MOST_BYTES = 120 * 1024;

let folder: ReturnType<typeof bundleFolder>;
let built: Bundle;
const alliance = await testAlliance({ startAt: ASKING });
const { clock, store, useCases } = alliance;
const ask = surveying(alliance);
beforeAll(async () => {
  folder = bundleFolder();
  built = await bundle("survey-pages", folder.folder);
  await useCases.settings.change((settings) => ({
    to: { ...settings, name: "海陵义工", servicePhone: "0576-8888 0000" },
  }));
});
afterAll(async () => {
  await alliance.close();
  folder.remove();
});

describe("the bundle of the public pages", () => {
  it("has at most 120 KB", () => {
    expect(built.bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("is made of our own code, Hono, a signer and SST's links: no schemas, calendars, AWS client or ElectroDB", () => {
    const packages = Object.keys(built.inputs).flatMap(
      (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    );

    expect([...new Set(packages)].sort()).toEqual(["aws4fetch", "hono", "sst"]);
  });
});

describe("the function of the public pages", () => {
  let running: FunctionProcess | undefined;
  let lines: string[] = [];
  afterEach(async () => {
    await running?.close();
    running = undefined;
    lines = [];
  });

  const open = (endpoint = store.store.endpoint ?? "") => {
    const environment = links({
      App: { name: "yigong", stage: "test" },
      Alliance: { name: store.table.alliance },
      Installation: { origin: "https://yigong.example", zone: "Asia/Shanghai", mail: "none" },
      SurveySecret: { value: SECRETS.surveys.toString("base64url") },
    });
    const place = { folder: join(folder.folder, "survey-pages"), handler: "bundle.handler", logGroup: "/pages" };
    const limits = { memoryMb: 512, timeoutMs: 30_000 };
    const name = { name: "SurveyPages", arn: "arn:aws:lambda:us-east-1:123456789012:function:SurveyPages" };
    const accessKeyId = store.store.reach.AWS_ACCESS_KEY_ID ?? "local";
    const credentials = { accessKeyId, secretAccessKey: "local", sessionToken: "session" };
    const account = { region: "us-east-1", credentials, endpoints: { DYNAMODB: endpoint }, outside: "" };
    running = openFunction({ ...name, ...place, ...limits, environment }, account, (line) => lines.push(line));
    return running;
  };
  let requests = 0;
  /** A request as API Gateway hands it over. */
  const send = async (one: FunctionProcess, method: string, path: string, body?: string) => {
    requests += 1;
    const requestId = `Request${requests}=`;
    const http = { method, path, protocol: "HTTP/1.1", sourceIp: "203.0.113.9", userAgent: "x" };
    const event = {
      ...{ version: "2.0", routeKey: `${method} /s/{token}`, rawPath: path, rawQueryString: "" },
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "accept-language": "zh-CN",
        host: "yigong.example",
      },
      requestContext: { http, requestId, domainName: "yigong.example", stage: "$default" },
      ...(body === undefined ? { isBase64Encoded: false } : { body: btoa(body), isBase64Encoded: true }),
    };
    const answer = await one.invoke(event, Date.parse(clock.at));
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    const said: { statusCode: number; headers: Record<string, string>; body: string } = JSON.parse(answer.text);
    const { "x-request-id": _, ...headers } = said.headers;
    return { status: said.statusCode, headers, body: said.body };
  };
  const asked = () => ask.link({ name: "王芳", mobile: "13812345678" });
  const submissionIn = (html: string) => /name="submission" value="(\w+)"/.exec(html)?.[1] ?? "";

  it("shows the form, takes one answer and then knows the link no more", async () => {
    const { path, activityId } = await asked();
    const one = open();
    const form = await send(one, "GET", path);
    const filled = `submission=${submissionIn(form.body)}&satisfaction=4&comment=%E5%A5%BD`;
    const taken = await send(one, "POST", path, filled);
    const again = await send(one, "POST", path, filled);
    const spent = await send(one, "GET", path);

    expect([form.status, taken.status, again.status, spent.status]).toEqual([200, 200, 200, 404]);
    for (const words of ["海陵义工", "宽带检修", "9月20日 周日 18:00"]) expect(form.body).toContain(words);
    expect(form.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
    expect(taken.body).toContain("您的评价已收到");
    expect(spent).toEqual(await send(one, "GET", `/s/${"a".repeat(34)}`));
    expect((await useCases.surveys.links.answers(activityId)).map(({ answer }) => answer)).toEqual([
      { satisfaction: 4, comment: "好" },
    ]);
  });

  it("writes one line for each request, with its id and never the token, the form or an answer", async () => {
    const { path } = await asked();
    const one = open();
    const form = submissionIn((await send(one, "GET", path)).body);
    await send(one, "POST", path, `submission=${form}&satisfaction=2&comment=complaint-number-7`);
    const log = lines.map((line) => JSON.parse(line) as Record<string, unknown>);

    expect(log.filter(({ message }) => message === "request")).toEqual([
      expect.objectContaining({
        method: "GET",
        route: "/s/:token",
        status: 200,
        correlation: `Request${requests - 1}=`,
      }),
      expect.objectContaining({ method: "POST", route: "/s/:token", status: 200, correlation: `Request${requests}=` }),
    ]);
    for (const secret of [path.slice(3), form, "complaint", "138123", "王芳", "203.0.113"])
      expect(lines.join("\n")).not.toContain(secret);
  });

  it("says that nothing was sent when the store is away", async () => {
    const one = open("http://127.0.0.1:1");
    const away = await send(one, "GET", `/s/${"a".repeat(34)}`);

    expect([away.status, away.headers["retry-after"]]).toEqual([503, "60"]);
    expect(away.body).toContain("暂时打不开");
  });
});
