import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { codeAt } from "@yigong/core/attendance/code.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { cancel } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { absent, attending, day, IN_TIME } from "@yigong/testing/scenario/attending.ts";
import { COOKIE, OWN_PAGE, signingIn } from "@yigong/testing/scenario/browser.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { checkInPages } from "./check-in.tsx";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, useCases, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const SITE = "https://yigong.example";
const HERE = `/c/${Sample.activityId()}/${Sample.sessionId()}`;
const source = {
  secret: useCases.secrets.checkIns,
  activityId: Sample.activityId(),
  sessionId: Sample.sessionId(),
};
const link = (at = clock.at) => `${HERE}/${codeAt(source, at).linkCode}`;

/** Everything that both tables hold. */
async function allRows() {
  const { client, alliance: name, ledger } = alliance.table;
  const found = await Promise.all(
    [name, ledger].map((TableName) => client.send(new ScanCommand({ TableName, ConsistentRead: true }))),
  );
  return found.map(({ Items = [], LastEvaluatedKey }) => {
    expect(LastEvaluatedKey).toBeUndefined();
    return Object.fromEntries(Items.map((item) => [`${item.pk} ${item.sk}`, item]));
  });
}
let draws = 0;
const reported: string[] = [];
/** The pages, with the person named by a header in place of a session. */
const pages = checkInPages({
  ...useCases,
  sender: async (c) => {
    const number = c.req.header("x-person");
    if (number === undefined) throw new Refusal("unauthenticated", "auth.unauthenticated", "Sign in.");
    if (c.req.method === "POST" && c.req.header("sec-fetch-site") === "cross-site")
      throw new Refusal("forbidden", "origin.foreign", "Not ours.");
    const member = await useCases.members.get(Sample.memberId(Number(number)));
    return { actor: { memberId: member.id, name: member.name, grants: [] } };
  },
  random: () => {
    draws += 1;
    return String(draws).padStart(32, "0");
  },
  report: (what) => reported.push(what),
});
const textOf = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
async function open(path: string, init: RequestInit & { as?: number } = {}) {
  const { as, ...rest } = init;
  const headers = { ...(as === undefined ? {} : { "x-person": String(as) }), ...(rest.headers as object) };
  const answer = await pages.request(`${SITE}${path}`, { ...rest, headers });
  const html = await answer.text();
  return { status: answer.status, html, text: textOf(html), headers: answer.headers };
}
const press = (path: string, as: number, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  open(path, {
    as,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ as: Sample.memberId(as), ...form }).toString(),
  });

describe("the page behind the code on the screen", () => {
  it("says what the code is for, and has one button, without a script", async () => {
    await scene.begun();
    const shown = await open(link(), { as: 1 });

    expect(shown.status).toBe(200);
    expect(shown.text).toContain("社区便民服务");
    expect(shown.text).toContain("9月12日 周六 09:00–13:00");
    expect(shown.html.match(/<button/g)).toHaveLength(1);
    expect(shown.html).toContain('<form method="post">');
    expect(shown.html).not.toMatch(/<script|javascript:|onclick/i);
    expect(shown.headers.get("referrer-policy")).toBe("same-origin");
    expect(shown.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("asks who is not signed in to do so, and leads back to this very page", async () => {
    await scene.begun();
    const shown = await open(link());

    expect(shown.text).toContain("社区便民服务");
    expect(shown.html).toContain('action="/sign-in"');
    expect(shown.html).toContain(`name="next" value="${link()}"`);
    const pressed = await open(link(), { method: "POST", body: "" });
    expect([pressed.status, pressed.headers.get("location")]).toEqual([
      303,
      `/sign-in?next=${encodeURIComponent(link())}`,
    ]);
  });

  it("checks in by the button, tells since when and what comes next, and once more when it is pressed again", async () => {
    await scene.begun();
    const first = await press(link(), 1);
    clock.at = day("00:55:20.000");
    const second = await press(link(), 1);

    expect(first.status).toBe(200);
    expect(first.text).toContain("您于9月12日 周六 08:55签到".replace("您于", "您已于"));
    expect(first.text).toContain("离开前请在活动页签退");
    expect(second.text).toContain("08:55");
    expect(await scene.rowOf(1)).toMatchObject({ state: "present", method: "code", checkedInAt: IN_TIME, version: 1 });
    expect((await open(link(), { as: 1 })).text).toContain("已签到");
  });

  it.each<[string, () => Promise<string>, number, number, string]>([
    ["a code of ten minutes ago", async () => link(day("00:45:00.000")), 1, 400, "08:45显示的签到码，已失效"],
    ["a code that never was", async () => `${HERE}/00000000`, 1, 400, "每30秒更换一次"],
    ["six wrong digits", async () => `${HERE}/${await scene.wrongCode()}`, 1, 400, "每30秒更换一次"],
    ["who waits", async () => link(), 6, 409, "候补名单"],
    ["who is on duty and has not signed up", async () => link(), 4, 409, "义务名单"],
    ["who has nothing to do with it", async () => link(), 99, 409, "请现场负责人当场加入"],
  ])("refuses %s in words with the way on", async (_, pathOf, as, status, words) => {
    await scene.begun();
    const path = await pathOf();
    const refused = await press(path, as);

    expect(refused.status).toBe(status);
    expect(refused.text).toContain("未签到");
    expect(refused.text).toContain(words);
    expect(await scene.rowOf(as)).toBeUndefined();
  });

  it("refuses yesterday's screen: its session is over", async () => {
    await scene.begun();
    const path = link();
    clock.at = "2026-09-13T00:55:00.000Z";

    expect((await press(path, 1)).text).toContain("本场次已于9月12日 周六 13:00结束");
    expect((await open(path, { as: 1 })).text).toContain("本场次已于9月12日 周六 13:00结束");
  });

  const cancellation = { kind: "requested" as const, at: IN_TIME, by: Sample.memberId(9_000), reason: "暴雨" };

  it("says until when too many tries stop, and an early or cancelled session why", async () => {
    await scene.begun();
    const wrong = await scene.wrongCode();
    for (let tries = 0; tries < 10; tries += 1) await press(`${HERE}/${wrong}`, 1);
    const limited = await press(link(), 1);
    clock.at = day("00:00:00.000").replace("12T00", "11T23");
    const early = await press(link(), 2);
    await given.stage({ id: Sample.activityId() }, cancel(Sample.lifecycle("Execute"), cancellation));

    expect([limited.status, early.status]).toEqual([429, 409]);
    expect(limited.text).toContain("9月12日 周六 09:05之后再试");
    expect(early.text).toContain("签到9月12日 周六 08:00开放");
    expect((await press(link(), 2)).text).toContain("活动已取消");
  });

  it("tells nobody by looking whether six digits are right, and counts no try for it", async () => {
    await scene.begun();
    const [right, wrong] = [codeAt(source, IN_TIME).code, await scene.wrongCode()];
    const seen = [];
    for (const code of [right, wrong]) seen.push((await open(`${HERE}/${code}`, { as: 1 })).text);

    expect(seen[0]).toBe(seen[1]);
    expect((await press(`${HERE}/${right}`, 1)).status).toBe(200);
  });

  it("does nothing for a form that was shown to somebody else, or on another site's page", async () => {
    await scene.begun();
    const other = await press(link(), 2, { as: Sample.memberId(1) });
    const foreign = await press(link(), 2, {}, { "sec-fetch-site": "cross-site" });

    expect([other.status, foreign.status]).toEqual([409, 403]);
    expect(other.text).toContain("成员2");
    expect(foreign.text).toContain("不是从签到页发出的");
    expect(await scene.rowOf(2)).toBeUndefined();
  });

  it.each([
    "/c/act_1/ses_1/123456",
    "/c/%3Cscript%3E/ses/1",
    `/c/${Sample.activityId(9)}/${Sample.sessionId()}/12345678`,
    `${HERE}/12345`,
  ])("of %s that does not exist says so and repeats nothing of the address", async (path) => {
    await scene.begun();
    const shown = await open(path, { as: 1 });

    expect(shown.status).toBe(404);
    expect(shown.text).toContain("没有这个签到地址");
    expect(shown.html).not.toContain("script");
  });

  it("is in English for who reads English", async () => {
    await scene.begun();
    const shown = await open(`${link()}?lang=en`, { as: 1 });

    expect(shown.text.replace(/社区便民服务|海陵社区|义工联盟|成员1|中文/g, "")).not.toMatch(/[\u4e00-\u9fff]/);
    expect(shown.html).toContain('<html lang="en">');
  });
});

describe("the page where the code is typed", () => {
  const session = `${Sample.activityId()}/${Sample.sessionId()}`;

  it("takes six digits or the eight characters for the session of this hour", async () => {
    await scene.begun();
    const { code, linkCode } = codeAt(source, clock.at);
    const shown = await open("/c", { as: 1 });

    expect(shown.html).toContain(`name="session" value="${session}"`);
    expect((await press("/c", 1, { session, code: `${code.slice(0, 3)} ${code.slice(3)}` })).text).toContain("已签到");
    expect((await press("/c", 2, { session, code: linkCode.toLowerCase() })).text).toContain("已签到");
    expect((await press("/c", 3, { session, code: "12" })).status).toBe(400);
  });

  it("says when the next session opens, and what to do without a place", async () => {
    await scene.begun();
    clock.at = day("00:00:00.000").replace("12T00", "11T23");

    expect((await open("/c", { as: 1 })).text).toContain("9月12日 周六 08:00开放签到");
    expect((await open("/c", { as: 99 })).text).toContain("现场负责人登记");
    expect((await open("/c")).html).toContain('name="next" value="/c"');
  });
});

it("goes by the session of a browser: its cookie, a form of our own page, and not after the session was ended", async () => {
  await scene.begun();
  const web = await alliance.web();
  const { secret, session } = await signingIn(useCases, alliance.web)(1);
  const cookie = `${COOKIE}=${secret}`;
  const body = new URLSearchParams({ as: Sample.memberId(1) }).toString();
  const form = { cookie, "content-type": "application/x-www-form-urlencoded" };
  const send = async (headers: Record<string, string>) =>
    web.request(`${SITE}${link()}`, { method: "POST", headers: { ...form, ...headers }, body });
  const shown = await web.request(`${SITE}${link()}`, { headers: { cookie } });
  const foreign = await send({ origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" });
  const before = await scene.rowOf(1);
  const pressed = await send(OWN_PAGE);
  await useCases.sessions.revoke(Sample.memberId(1), session.id);
  const ended = await send(OWN_PAGE);

  expect(textOf(await shown.text())).toContain("以成员1的身份签到");
  expect([foreign.status, before]).toEqual([403, undefined]);
  expect(textOf(await pressed.text())).toContain("已签到");
  expect([ended.status, ended.headers.get("location")]).toEqual([303, `/sign-in?next=${encodeURIComponent(link())}`]);
});

it("flags for the leader whom one phone checked in as one of more than three, and refuses nobody", async () => {
  await given.activity({ sessions: [Sample.session(9)] }, "Execute");
  await given.members("organizer", 1, 2, 3, 4, 5);
  await given.places(Sample.activity({ sessions: [Sample.session(9)] }), 1, 2, 3, 4, 5);
  clock.at = IN_TIME;
  const cookie = `__Host-yigong-device=${"a".repeat(32)}`;
  const flagged = async () =>
    (await when("organizer").get(`/activities/${Sample.activityId()}/sessions/${Sample.sessionId()}/roll`)).body.people
      .filter(({ sharedDevice }: { sharedDevice: boolean }) => sharedDevice)
      .map(({ memberId }: { memberId: string }) => Number(memberId.slice(4)));
  for (const one of [1, 2, 3]) await press(link(), one, {}, { cookie });
  await press(link(), 5);
  const three = await flagged();
  const fourth = await press(link(), 4, {}, { cookie });

  expect(fourth.text).toContain("已签到");
  expect(three).toEqual([]);
  expect(await flagged()).toEqual([1, 2, 3, 4]);
  expect(JSON.stringify(await scene.rowOf(1))).not.toContain("aaaa");
});

it("changes no row by GET or HEAD of any page, signed in or not: previews fetch every link", async () => {
  await scene.begun();
  await scene.callRoll("organizer", absent(2));
  const web = await alliance.web();
  const paths = [...pages.routes, ...web.routes]
    .filter(({ method, path }) => method === "GET" && !path.startsWith("/api"))
    .map(({ path }) => path)
    .filter((path) => !path.includes("*"));
  const filled = (path: string) =>
    path
      .replace(":activityId", Sample.activityId())
      .replace(":sessionId", Sample.sessionId())
      .replace(":code", codeAt(source, clock.at).linkCode)
      .replace(/:\w+/g, "x");
  const before = await allRows();
  for (const path of [...new Set(paths)].map(filled))
    for (const method of ["GET", "HEAD"])
      for (const headers of [{}, { "x-person": "1" }, { "x-person": "2" }]) {
        await pages.request(`${SITE}${path}`, { method, headers });
        await web.request(`${SITE}${path}`, { method, headers });
      }

  expect(paths).toEqual(expect.arrayContaining(["/c", "/c/:activityId/:sessionId/:code", "/"]));
  expect(await allRows()).toEqual(before);
});
