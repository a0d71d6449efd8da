import { plusHours } from "@yigong/core/lib/time.ts";
import { codeFor } from "@yigong/core/session/step-up-code.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { signingIn } from "@yigong/testing/scenario/browser.ts";
import { answerOf } from "@yigong/testing/scenario/when.ts";
import { SECRETS, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const START = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: START });
const { given, useCases, clock, web, when } = alliance;

afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.member(1, { roles: [grant("auditor")] });
  await given.members(2);
});

const days = (count: number) => {
  clock.at = plusHours(START, count * 24);
};
const wish = (actions: string[], more: object = {}) => ({ name: "夜间导出", actions, days: 30, ...more });
const make = async (actions: string[], person: Person = 1, more: object = {}) =>
  (await when(person).post("/me/tokens", wish(actions, more))).body;
/** What a program is answered. */
const program = (token: string) => async (method: string, path: string, body?: unknown) => {
  const headers = { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) };
  const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  return answerOf(await (await web()).request(`/api/v1${path}`, init));
};
const OUT = { status: 403, body: { code: "token.out_of_scope" } };
const ENDED = { status: 401, body: { code: "auth.unauthenticated" } };

describe("a token for a program", () => {
  it("is told once, and is in no row and no list", async () => {
    const made = await make(["points.export"]);
    const listed = await when(1).get("/me/tokens");

    expect(made.token).toMatch(/^yg_[\w-]{43}$/);
    expect(listed.body.items).toEqual([
      { id: made.id, name: "夜间导出", actions: ["points.export"], createdAt: START, expiresAt: plusHours(START, 720) },
    ]);
    expect(JSON.stringify([listed.body, await useCases.tokens.find(made.id)])).not.toContain(made.token.slice(3));
  });

  it("does what it is for without a one-time code, and nothing else that its owner may", async () => {
    const ask = program((await make(["points.export"])).token);

    expect((await ask("GET", "/exports/ledger.jsonl")).status).toBe(200);
    expect(await ask("GET", "/awards/2026/runs")).toMatchObject(OUT);
    expect((await when(1).get("/awards/2026/runs")).status).toBe(200);
  });

  it("is answered nothing by routes that ask no permission, whether they tell or change something", async () => {
    const ask = program((await make(["points.export"])).token);

    expect(await ask("GET", "/members/me")).toMatchObject(OUT);
    expect(await ask("POST", "/members/me/acceptance", { version: 1 })).toMatchObject(OUT);
  });

  it("makes no tokens, ends no sessions and asks for no codes", async () => {
    const signIn = signingIn(useCases, web);
    const browser = await signIn(1);
    const { token, id } = await make(["points.export"]);
    const ask = program(token);

    expect(await ask("POST", "/me/tokens", wish(["points.export"]))).toMatchObject(OUT);
    expect(await ask("DELETE", `/me/tokens/${id}`)).toMatchObject(OUT);
    expect(await ask("DELETE", "/me/sessions")).toMatchObject(OUT);
    expect(await ask("POST", "/me/step-up/code")).toMatchObject(OUT);
    expect((await browser.get("/members/me")).status).toBe(200);
  });

  it("is for no more than its owner may, when it is made as when it is used", async () => {
    expect(await when(1).post("/me/tokens", wish(["points.export", "award.run"]))).toMatchObject({
      status: 403,
      body: { code: "token.too_much" },
    });
    expect(await when(2).post("/me/tokens", wish(["points.export"]))).toMatchObject({ status: 403 });

    const ask = program((await make(["points.export"])).token);
    const member = await useCases.members.get(memberIdOf(1));
    await given.members({ ...member, roles: [] });
    expect(await ask("GET", "/exports/ledger.jsonl")).toMatchObject({
      status: 403,
      body: { code: "permission.denied" },
    });
    await given.members(member);
    expect((await ask("GET", "/exports/ledger.jsonl")).status).toBe(200);
  });

  it.each([
    ["for nothing", wish([])],
    ["for what there is not", wish(["points.mint"])],
    ["for making tokens", wish(["token.own"])],
    ["for ending sessions", wish(["session.own"])],
    ["without a name", wish(["deed.read"], { name: " " })],
    ["for longer than a year", wish(["deed.read"], { days: 366 })],
    ["for no time", wish(["deed.read"], { days: 0 })],
  ])("cannot be made %s", async (_, asked) => {
    expect(await when(1).post("/me/tokens", asked)).toMatchObject({ status: 400, body: { code: "input.invalid" } });
  });

  it("ends at its hour, to the instant", async () => {
    const ask = program((await make(["deed.read"], 2, { days: 365 })).token);
    days(365);
    clock.at = new Date(Date.parse(clock.at) - 1).toISOString();
    expect((await ask("GET", "/deeds?year=2026")).status).toBe(200);
    days(365);

    expect(await ask("GET", "/deeds?year=2026")).toMatchObject(ENDED);
  });

  it("ends when its owner revokes it, and nobody else can", async () => {
    const { token, id } = await make(["deed.read"]);
    const ask = program(token);
    expect(await when(2).delete(`/me/tokens/${id}`)).toMatchObject({ status: 404, body: { code: "token.missing" } });
    expect((await ask("GET", "/deeds?year=2026")).status).toBe(200);
    expect((await when(1).delete(`/me/tokens/${id}`)).status).toBe(200);

    expect(await ask("GET", "/deeds?year=2026")).toMatchObject(ENDED);
    const { items } = await useCases.audits.about(memberIdOf(1), { limit: 10 });
    expect(items.map(({ action }) => action).sort()).toEqual(["token.create", "token.revoke"]);
  });

  it("ends when an administrator signs its owner out everywhere", async () => {
    await given.member(9, { roles: [grant("administrator")] });
    const ask = program((await make(["deed.read"])).token);
    await when(9).delete(`/members/${memberIdOf(1)}/sessions`);

    expect(await ask("GET", "/deeds?year=2026")).toMatchObject(ENDED);
  });

  it("ends when its owner leaves, and stays ended when they come back", async () => {
    const ask = program((await make(["deed.read"])).token);
    const member = await useCases.members.get(memberIdOf(1));
    await given.members({ ...member, leftOn: "2026-09-01" });
    expect(await ask("GET", "/deeds?year=2026")).toMatchObject(ENDED);
    await given.members(member);

    expect(await ask("GET", "/deeds?year=2026")).toMatchObject(ENDED);
  });

  it.each(["yg_", `yg_${"A".repeat(43)}`, `yg_${"A".repeat(100_000)}`])(
    "of another installation is none",
    async (token) => {
      expect(await program(token)("GET", "/deeds?year=2026")).toMatchObject(ENDED);
    },
  );

  it("takes a fresh one-time code when a browser makes it, since it needs none itself", async () => {
    const browser = await signingIn(useCases, web)(1);
    const { memberId, id: sessionId } = browser.session;
    expect(await browser.post("/me/tokens", wish(["points.export"]))).toMatchObject({
      status: 403,
      body: { code: "auth.step_up_needed" },
    });
    await browser.post("/me/step-up/code");
    await browser.post("/me/step-up", { code: codeFor({ secret: SECRETS.surveys, memberId, sessionId, number: 1 }) });

    expect((await browser.post("/me/tokens", wish(["points.export"]))).status).toBe(200);
  });

  it("is one of at most fifty that are good", async () => {
    for (let count = 0; count < 50; count += 1) await make(["deed.read"], 1, { days: 1 });
    expect(await when(1).post("/me/tokens", wish(["deed.read"]))).toMatchObject({ body: { code: "token.too_many" } });
    days(1);

    expect((await when(1).post("/me/tokens", wish(["deed.read"]))).status).toBe(200);
  });

  it("shows when it was last used, give or take an hour", async () => {
    const { token } = await make(["deed.read"]);
    const usedAt = async (hours: number) => {
      clock.at = plusHours(START, hours);
      await program(token)("GET", "/deeds?year=2026");
      return (await when(1).get("/me/tokens")).body.items[0].usedAt;
    };

    expect([await usedAt(0), await usedAt(0.9), await usedAt(1)]).toEqual([START, START, plusHours(START, 1)]);
  });
});
