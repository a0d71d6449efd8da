import { createHash } from "node:crypto";
import { digestOf } from "@yigong/application/session/secret.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { httpOf } from "@yigong/functions/composition/http.ts";
import { NO_WAYS, signInPagesOf } from "@yigong/functions/composition/sign-in.ts";
import { openBrowser } from "@yigong/testing/browser.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { Hono } from "hono";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readSettings } from "../settings.ts";
import { openTrial } from "./open-trial.ts";
import { networkOf, signInPort } from "./sign-in-port.ts";

const ORIGIN = "http://localhost:3000";
const alliance = await testAlliance({ startAt: "2026-09-01T01:00:00.000Z" });
const w = { ...alliance.useCases, origin: () => ORIGIN };
const trial = openTrial({ w: () => w, origin: () => ORIGIN, now: w.now });
const setup = { ways: [], codes: true, mapping: {} };
const site = new Hono()
  .onError(onError(() => {}))
  .route("/", trial.issuer)
  .route("/", httpOf(w, signInPagesOf(w, { ...NO_WAYS, ...signInPort(setup, { channels: {}, trial }) })));
const browser = (headers: Record<string, string> = {}) => openBrowser(site, ORIGIN, headers);
const pathOf = (answer: Response) => (answer.headers.get("location") ?? "").replace(ORIGIN, "");

afterAll(() => alliance.close());
beforeEach(() => alliance.clear());

describe("trying out on a fresh machine", () => {
  it("goes from an empty roster by clicks alone to a session of somebody of the example", async () => {
    const own = browser();
    const empty = await (await own.get("/sign-in?next=/m/points")).text();
    await own.post("/sign-in/example?next=/m/points", {});
    const list = await (await own.get("/sign-in?next=/m/points")).text();
    const choose = pathOf(await own.get("/sign-in/try?next=/m/points"));
    const people = await (await own.get(choose)).text();
    const [, person = ""] = /value="(mem_\w+)"><b>尹智晓/.exec(people) ?? [];
    const back = pathOf(await own.post(choose, { person }));
    const end = await own.get(back);
    const session = await w.sessions.find(digestOf(own.cookies.get("yigong") ?? ""));

    expect(empty).toContain("导入示例名册");
    expect(list).toContain("仅供试用");
    expect(people).toMatch(/尹智晓<\/b> 000275<span>管理员/);
    expect([end.status, pathOf(end), session?.way]).toEqual([303, "/m/points", "try"]);
    expect((await w.members.get(session?.memberId ?? "")).employeeNumber).toBe("000275");
  });

  it("finds people by name and by number, and says plainly in both languages what it is for", async () => {
    await trial.importExample();
    const own = browser({ "accept-language": "en" });
    const choose = pathOf(await own.get("/sign-in/try"));
    const found = await (await own.get(`${choose}&q=000102`)).text();
    const none = await (await own.get(`${choose}&q=${encodeURIComponent("查无此人")}`)).text();

    expect(found.match(/class="person"/g)).toHaveLength(1);
    expect(found).toContain("For trying out only");
    expect(none).toContain("Nobody on the roster matches");
  });

  it("finds a name in Latin letters, whatever their case", async () => {
    await alliance.given.member("partyA1");
    const own = browser();
    const choose = pathOf(await own.get("/sign-in/try"));
    const found = await (await own.get(`${choose}&q=PARTYa1`)).text();

    expect(found).toContain("<b>partyA1</b>");
  });

  it("imports the example into an empty roster only", async () => {
    await alliance.given.member(1);
    await browser().post("/sign-in/example", {});

    expect(await w.members.all()).toHaveLength(1);
  });
});

describe("the issuer for trying out", () => {
  const challenge = createHash("sha256").update("v".repeat(43)).digest("base64url");
  const asked = (over: Record<string, string> = {}) =>
    `/try/authorize?${new URLSearchParams({
      response_type: "code",
      client_id: "yigong",
      redirect_uri: `${ORIGIN}/sign-in/try/callback`,
      state: "s",
      nonce: "n",
      code_challenge: challenge,
      code_challenge_method: "S256",
      ...over,
    })}`;
  const tokenFor = (code: string, verifier = "v".repeat(43)) =>
    browser().post("/try/token", { code, code_verifier: verifier, redirect_uri: `${ORIGIN}/sign-in/try/callback` });
  async function codeFor(path = asked()) {
    const person = await alliance.given.member(1);
    return new URL(pathOf(await browser().post(path, { person: person.id })), ORIGIN).searchParams.get("code") ?? "";
  }

  it("gives a token for a code with its verifier, once", async () => {
    const code = await codeFor();
    const first = await tokenFor(code);

    expect(await first.json()).toMatchObject({
      token_type: "Bearer",
      id_token: expect.stringMatching(/^\S+\.\S+\.\S+$/),
    });
    expect((await tokenFor(code)).status).toBe(400);
    expect((await tokenFor(await codeFor(), "w".repeat(43))).status).toBe(400);
  });

  it.each([
    ["another address to lead back to", { redirect_uri: "https://evil.example/callback" }],
    ["another client", { client_id: "other" }],
    ["a plain challenge", { code_challenge_method: "plain" }],
    ["no challenge", { code_challenge: "" }],
  ])("leads nowhere with %s", async (_, over) => {
    const person = await alliance.given.member(1);
    const shown = await browser().get(asked(over));
    const answer = await browser().post(asked(over), { person: person.id });

    expect([shown.status, answer.status, answer.headers.get("location")]).toEqual([400, 400, null]);
  });

  it("is not there for a foreign host, nor for what a proxy passes on from another machine", async () => {
    const statuses = await Promise.all(
      [
        { host: "yigong.example" },
        { "x-forwarded-for": "203.0.113.7" },
        { forwarded: "for=203.0.113.7" },
        { via: "1.1 proxy" },
      ].map(async (headers) => (await browser(headers as Record<string, string>).get(asked())).status),
    );

    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await browser({ host: "localhost:3000" }).get(asked())).status).toBe(200);
  });

  it("does nothing for another site's form", async () => {
    const person = await alliance.given.member(1);
    const answer = await browser().post(asked(), { person: person.id }, { origin: "https://evil.example" });

    expect(answer.status).toBe(403);
  });
});

it.each([
  [{}, true],
  [{ YIGONG_TRY: "yes" }, true],
  [{ YIGONG_TRY: "no" }, false],
  [{ HOST: "0.0.0.0" }, false],
  [{ HOST: "192.0.2.1" }, false],
  [{ YIGONG_ORIGIN: "https://yigong.example" }, false],
  [{ YIGONG_ORIGIN: "http://localhost:3000" }, true],
])("is there under %j: %s", (env, trial) => {
  expect(readSettings(env).trial).toBe(trial);
});

it.each([{ HOST: "0.0.0.0" }, { YIGONG_ORIGIN: "https://yigong.example" }])(
  "keeps a server that others reach from starting when it is asked for, under %j",
  (env) => {
    expect(() => readSettings({ ...env, YIGONG_TRY: "yes" })).toThrow(
      expect.objectContaining({ code: "settings.malformed", message: expect.stringContaining("YIGONG_TRY") }),
    );
  },
);

it.each([
  ["203.0.113.7", undefined, "203.0.113.7"],
  ["203.0.113.7", "198.51.100.1", "203.0.113.7"],
  ["127.0.0.1", "198.51.100.1, 203.0.113.9", "203.0.113.9"],
  ["::ffff:127.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["::1", undefined, "::1"],
])("takes a request from %s that says it is for %s for one of %s", async (remoteAddress, forwarded, network) => {
  const app = new Hono().get("/", (c) => c.text(networkOf(c) ?? "nobody"));
  const headers = forwarded ? { "x-forwarded-for": forwarded } : undefined;
  const answer = await app.request("/", { ...(headers && { headers }) }, { incoming: { socket: { remoteAddress } } });

  expect(await answer.text()).toBe(network);
});
