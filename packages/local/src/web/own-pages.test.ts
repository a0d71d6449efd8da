import type { Info as Member } from "@yigong/core/member/member.ts";
import { type SignInDeps, tokenFor } from "@yigong/functions/api/sign-in.ts";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { OWN_PAGES, ownPages } from "./own-pages.ts";

const NOW = "2026-09-01T01:00:00.000Z";
const secret = new Uint8Array(32).fill(7);
const role = { role: "auditor", scope: { kind: "all" }, from: "2026-01-01T00:00:00.000Z" };
const person = (id: string, roles: unknown[]) => ({ id, name: id, roles }) as unknown as Member;
const PEOPLE = [person("mem_auditor", [role]), person("mem_volunteer", [])];

let now = NOW;
const deps: SignInDeps = {
  secret,
  now: () => now,
  dayOf: (at) => at.slice(0, 10),
  members: {
    find: async (id) => PEOPLE.find((one) => one.id === id),
    getMany: async (ids) => PEOPLE.filter(({ id }) => ids.includes(id)),
    byEmployeeNumber: async () => undefined,
    withRole: async () => PEOPLE.slice(0, 1),
  },
  sessions: { find: async () => undefined, seen: async () => {}, forget: async () => {} },
  tokens: { find: async () => undefined, used: async () => {}, forget: async () => {} },
  origin: () => "https://yigong.example",
};
const web = new Hono()
  .route(
    "/",
    ownPages(deps, () => {}),
  )
  .all("*", (c) => c.text("shown"));
const tokenOf = (id: string, at = NOW) => tokenFor(id, { secret, at });
const bearer = async (id: string, at?: string) => ({ authorization: `Bearer ${await tokenOf(id, at)}` });
const HTML = { accept: "text/html,*/*" };

const paths = OWN_PAGES.map((path) => path.replace("*", "some/page"));

/** Signs in by the form. */
async function signIn(token: string, to = "/executions", headers = {}) {
  now = NOW;
  const body = new URLSearchParams({ token, to });
  return await web.request("/sign-in", { method: "POST", body, headers: { host: "yigong.example", ...headers } });
}
const cookieOf = (answer: Response) => answer.headers.get("set-cookie") ?? "";

describe.each(paths)("%s of a server that others reach", (path) => {
  it("is closed to strangers, to people without a role, and to old and forged tokens", async () => {
    const forged = await tokenFor("mem_auditor", { secret: new Uint8Array(32), at: NOW });
    for (const headers of [
      {},
      { authorization: "Bearer nonsense" },
      { authorization: `Bearer ${forged}` },
      { cookie: `yigong_pages=${forged}` },
      await bearer("mem_volunteer"),
      await bearer("mem_nobody"),
      await bearer("mem_auditor", "2026-08-31T01:00:00.000Z"),
    ])
      expect((await web.request(path, { headers })).status).toBe(401);
  });

  it("is open to a person with a role", async () => {
    expect(await (await web.request(path, { headers: await bearer("mem_auditor") })).text()).toBe("shown");
  });
});

it("leaves all other pages as they are", async () => {
  for (const path of ["/", "/api/v1/activities", "/api/health", "/s/token", "/inboxes"])
    expect(await (await web.request(path)).text()).toBe("shown");
});

describe("signing in by the form", () => {
  it("is offered to a browser in its language, without scripts", async () => {
    const chinese = await web.request("/inbox", { headers: HTML });
    const english = await web.request("/sign-in?lang=en&to=/inbox", { headers: HTML });

    expect(chinese.status).toBe(401);
    expect(await chinese.text()).toContain('<html lang="zh-CN">');
    expect(await english.text()).toMatch(/<html lang="en">(?![\s\S]*<script)/);
  });

  it("gives a cookie for an hour, which opens the pages and nothing of the API", async () => {
    const answer = await signIn(await tokenOf("mem_auditor"));
    const cookie = cookieOf(answer);
    const [sent = ""] = cookie.split(";");
    const get = (method = "GET") => web.request("/inbox", { method, headers: { cookie: sent } });
    const open = (await get()).status;
    const posted = (await get("POST")).status;
    now = "2026-09-01T02:00:01.000Z";
    const later = (await get()).status;
    now = NOW;

    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/executions"]);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).toMatch(/; Max-Age=3600/i);
    expect([open, posted, later]).toEqual([200, 401, 401]);
  });

  it.each(["", "nonsense"])("gives none for the token %j", async (token) => {
    const answer = await signIn(token);

    expect([answer.status, cookieOf(answer)]).toEqual([403, ""]);
  });

  it("gives none to a person without a role, nor to another site's form", async () => {
    const volunteer = await signIn(await tokenOf("mem_volunteer"));
    const foreign = await signIn(await tokenOf("mem_auditor"), "/inbox", { origin: "https://evil.example" });

    expect([volunteer.status, cookieOf(volunteer)]).toEqual([403, ""]);
    expect([foreign.status, cookieOf(foreign)]).toEqual([403, ""]);
  });

  it.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example",
    "/inbox/../../x?y",
    "javascript:alert(1)",
    "",
  ])("never leads away from here: %s", async (to) => {
    expect((await signIn(await tokenOf("mem_auditor"), to)).headers.get("location")).toMatch(
      /^\/(?:inbox|executions|api\/docs)/,
    );
  });
});
