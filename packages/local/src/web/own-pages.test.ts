import { createToken } from "@yigong/application/token/create-token.ts";
import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { signInDeps } from "@yigong/functions/composition/v1.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { COOKIE, OWN_PAGE, SITE, signingIn } from "@yigong/testing/scenario/browser.ts";
import { SECRETS, testAlliance } from "@yigong/testing/test-alliance.ts";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OWN_PAGES, ownPages } from "./own-pages.ts";

const NOW = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: NOW });
const { useCases, given } = alliance;
const AUDITOR = 1;
const VOLUNTEER = 2;
const LEAVER = 3;

const web = new Hono()
  .route(
    "/",
    ownPages(signInDeps(useCases), () => {}),
  )
  .all("*", (c) => c.text("shown"));
const signIn = signingIn(useCases, async () => web);
const tokenOf = (person: Person, at = NOW, secret: Uint8Array = SECRETS.tokens) =>
  tokenFor(memberIdOf(person), { secret, at });
const bearer = async (...asked: Parameters<typeof tokenOf>) => ({ authorization: `Bearer ${await tokenOf(...asked)}` });
const cookieOf = async (person: Person) => ({ cookie: `${COOKIE}=${(await signIn(person)).secret}` });
const HTML = { accept: "text/html,*/*" };
const get = (path: string, headers: Record<string, string> = {}) => web.request(`${SITE}${path}`, { headers });

beforeAll(async () => {
  await given.member(AUDITOR, { roles: [grant("auditor")] });
  await given.members(VOLUNTEER);
  await given.member(LEAVER, { roles: [grant("alliance")] });
});
afterAll(() => alliance.close());

const paths = OWN_PAGES.map((path) => path.replace("*", "some/page"));

describe.each(paths)("%s", (path) => {
  it("is closed to strangers, to old and forged tokens, and to sessions that are none", async () => {
    for (const headers of [
      {},
      { authorization: "Bearer nonsense" },
      await bearer(AUDITOR, NOW, new Uint8Array(32)),
      await bearer(AUDITOR, "2026-08-31T01:00:00.000Z"),
      await bearer(9),
      { cookie: `${COOKIE}=${"A".repeat(43)}` },
      { cookie: `${COOKIE}=${await tokenOf(AUDITOR)}` },
    ])
      expect((await get(path, headers)).status).toBe(401);
  });

  it("is closed to people without a role, and to programs whatever their token is for", async () => {
    const actor = { memberId: memberIdOf(AUDITOR), grants: [grant("auditor")] };
    const wish = { name: "读", actions: ["message.read" as const, "audit.read" as const], days: 1 };
    const { secret } = await createToken(useCases, wish, { actor, at: NOW });

    for (const headers of [await bearer(VOLUNTEER), await cookieOf(VOLUNTEER), { authorization: `Bearer ${secret}` }])
      expect((await get(path, headers)).status).toBe(403);
  });

  it("is open to a person with a role, by session as by token", async () => {
    for (const headers of [await bearer(AUDITOR), await cookieOf(AUDITOR)])
      expect(await (await get(path, headers)).text()).toBe("shown");
  });

  it("sends a browser to sign in and back, and tells a program why", async () => {
    const browser = await get(`${path}?a=1&b=2`, HTML);
    const program = await get(path, { ...HTML, authorization: "Bearer nonsense" });

    expect([browser.status, browser.headers.get("location")]).toEqual([
      302,
      `/sign-in?${new URLSearchParams({ next: `${path}?a=1&b=2` })}`,
    ]);
    expect(program.headers.get("content-type")).toContain("problem+json");
  });
});

it("leaves all other pages as they are", async () => {
  for (const path of ["/", "/api/v1/activities", "/api/health", "/s/token", "/inboxes", "/sign-in"])
    expect(await (await get(path)).text()).toBe("shown");
});

it("takes what changes something from our own pages only", async () => {
  const cookie = await cookieOf(AUDITOR);
  const post = async (headers: Record<string, string>) =>
    (await web.request(`${SITE}/development/clock`, { method: "POST", headers: { ...cookie, ...headers } })).status;

  expect([await post(OWN_PAGE), await post({ origin: "https://evil.example" }), await post({})]).toEqual([
    200, 403, 403,
  ]);
});

it("tells somebody without a role so, in their language and without scripts", async () => {
  const cookie = await cookieOf(VOLUNTEER);
  const chinese = await get("/inbox", { ...HTML, ...cookie });
  const english = await get("/inbox?lang=en", { ...HTML, ...cookie });

  expect(chinese.status).toBe(403);
  expect(await chinese.text()).toMatch(/<html lang="zh-CN">(?![\s\S]*<script)/);
  expect(await english.text()).toContain('<html lang="en">');
});

it("is closed on the morning on which somebody with a role has left", async () => {
  const cookie = await cookieOf(LEAVER);
  expect((await get("/inbox", cookie)).status).toBe(200);
  await given.members({ ...(await useCases.members.get(memberIdOf(LEAVER))), leftOn: "2026-09-01" });

  expect((await get("/inbox", cookie)).status).toBe(401);
});
