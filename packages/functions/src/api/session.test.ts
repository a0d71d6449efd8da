import { openSession } from "@yigong/application/session/open-session.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { browserWith, SITE, signingIn } from "@yigong/testing/scenario/browser.ts";
import { answerOf } from "@yigong/testing/scenario/when.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { Hono } from "hono";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sessionSecretOf } from "../lib/session-cookie.ts";
import { beginSession } from "./begin-session.ts";

const START = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: START });
const { given, useCases, clock, web, when } = alliance;
const signIn = signingIn(useCases, web);
const DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36";

afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.members(1, 2);
  await given.member(9, { roles: [grant("administrator")] });
});

const later = (hours: number, at = clock.at) => {
  clock.at = plusHours(at, hours);
};
const ENDED = { status: 401, body: { code: "auth.session_ended" } };

describe("a session", () => {
  it("says who is signed in, until it is revoked from another device", async () => {
    const [phone, desktop] = [await signIn(1), await signIn(1, { device: DESKTOP })];
    const before = await phone.get("/members/me");
    const revoked = await desktop.delete(`/me/sessions/${phone.session.id}`);

    expect([before.status, before.body.id]).toEqual([200, memberIdOf(1)]);
    expect(revoked.status).toBe(200);
    expect(await phone.get("/members/me")).toMatchObject(ENDED);
    expect((await desktop.get("/members/me")).status).toBe(200);
  });

  it("is listed with its device in plain words in the reader's language, and no secret", async () => {
    const phone = await signIn(1);
    later(0.5);
    const desktop = await signIn(1, { device: DESKTOP, way: "oidc" });
    await signIn(2);
    const chinese = await desktop.get("/me/sessions");
    const english = await (
      await desktop.request("GET", "/api/v1/me/sessions", undefined, { "accept-language": "en" })
    ).json();

    expect(chinese.body.items).toEqual([
      { ...shown(desktop.session), device: "Windows 电脑上的 Chrome", isCurrent: true },
      { ...shown(phone.session), device: "iPhone 上的企业微信", isCurrent: false },
    ]);
    expect(english.items[1].device).toBe("WeCom on iPhone");
    expect(JSON.stringify(chinese.body)).not.toContain(phone.secret);
  });

  it("is of one's own only: another person's is not there to be revoked", async () => {
    const [mine, theirs] = [await signIn(1), await signIn(2)];

    expect(await mine.delete(`/me/sessions/${theirs.session.id}`)).toMatchObject({
      status: 404,
      body: { code: "session.missing" },
    });
    expect((await theirs.get("/members/me")).status).toBe(200);
  });

  it("stays when all others of the person are ended", async () => {
    const [one, two, three, theirs] = [await signIn(1), await signIn(1), await signIn(1), await signIn(2)];

    expect(await one.delete("/me/sessions")).toMatchObject({ status: 200, body: { ended: 2 } });
    expect(await two.get("/members/me")).toMatchObject(ENDED);
    expect(await three.get("/members/me")).toMatchObject(ENDED);
    expect((await one.get("/members/me")).status).toBe(200);
    expect((await theirs.get("/members/me")).status).toBe(200);
  });

  it("ends by signing out, by the page as by the form, and takes the cookie away", async () => {
    const [one, two] = [await signIn(1), await signIn(1)];
    const byPage = await one.request("DELETE", "/api/v1/me/sessions/current");
    const byForm = await two.request("POST", "/sign-out");

    expect([byPage.status, byForm.status, byForm.headers.get("location")]).toEqual([200, 303, "/sign-in?stay=1"]);
    for (const answer of [byPage, byForm])
      expect(answer.headers.get("set-cookie")).toMatch(/^__Host-yigong=; Max-Age=0; Path=\/; HttpOnly; Secure/);
    expect(await one.get("/members/me")).toMatchObject(ENDED);
    expect(await two.get("/members/me")).toMatchObject(ENDED);
  });

  it("ends when an administrator revokes all of a person, which the audit keeps; nobody else may", async () => {
    const [theirs, mine] = [await signIn(1), await signIn(2)];

    expect((await mine.delete(`/members/${memberIdOf(1)}/sessions`)).status).toBe(403);
    expect(await when(9).delete(`/members/${memberIdOf(1)}/sessions`)).toMatchObject({ body: { ended: 1 } });
    expect(await theirs.get("/members/me")).toMatchObject(ENDED);
    const { items } = await useCases.audits.about(memberIdOf(1), { limit: 10 });
    expect(items.map(({ action, actorId }) => [action, actorId])).toEqual([["session.revoke", memberIdOf(9)]]);
  });
});

const shown = ({ id, way, createdAt, seenAt, endsAt }: Awaited<ReturnType<typeof signIn>>["session"]) => ({
  ...{ id, way, createdAt, seenAt, endsAt },
});

describe("a cookie", () => {
  it.each([
    ["of another installation", "A".repeat(43)],
    ["that holds a bearer token", "eyJhbGciOiJIUzI1NiJ9.e30.x"],
    ["that is empty", ""],
    ["that is endless", "A".repeat(100_000)],
  ])("%s is nobody's", async (_, secret) => {
    expect((await browserWith(web, secret).get("/members/me")).status).toBe(401);
  });

  it("is not what the store has: the digest in the row signs nobody in", async () => {
    const { session, secret } = await signIn(1);
    const row = JSON.stringify(await useCases.sessions.find(session.id));

    expect(row).not.toContain(secret);
    expect(await browserWith(web, session.id).get("/members/me")).toMatchObject({ status: 401 });
  });

  it("without __Host- is of no account over https, and neither is it on another host over http", async () => {
    const { secret } = await signIn(1);
    const get = async (url: string) =>
      (await (await web()).request(url, { headers: { cookie: `yigong=${secret}` } })).status;

    expect(await get(`${SITE}/api/v1/members/me`)).toBe(401);
    expect(await get("http://yigong.example/api/v1/members/me")).toBe(401);
    expect(await get("http://localhost:3000/api/v1/members/me")).toBe(200);
  });

  it("judges each tab by itself: two people in two browsers are two", async () => {
    const [one, two] = [await signIn(1), await signIn(2)];
    const asked = await Promise.all([one, two, one, two].map((tab) => tab.get("/members/me")));

    expect(asked.map(({ body }) => body.id)).toEqual([1, 2, 1, 2].map((person) => memberIdOf(person)));
  });

  it("does nothing for a page that was opened for somebody else, before another tab signed in", async () => {
    const one = await signIn(1);
    const send = async (as: string) =>
      answerOf(await one.request("DELETE", "/api/v1/me/sessions", undefined, { "yigong-as": as }));

    expect(await send(memberIdOf(2))).toMatchObject({ status: 409, body: { code: "auth.other_person" } });
    expect((await send(memberIdOf(1))).status).toBe(200);
  });

  it("gives way to a bearer token that is sent beside it", async () => {
    const { secret } = await signIn(1);
    const answer = await when(2).request("GET", "/members/me", undefined, { cookie: `yigong=${secret}` });

    expect((await answer.json()).id).toBe(memberIdOf(2));
  });
});

describe("signing in", () => {
  const door = new Hono().post("/", async (c) => {
    await beginSession(c, useCases, { memberId: memberIdOf(2), way: "oidc" });
    return c.text(sessionSecretOf(c) ?? "");
  });
  const enter = (cookie?: string) =>
    door.request(`${SITE}/`, { method: "POST", headers: cookie === undefined ? {} : { cookie } });
  const secretIn = (answer: Response) =>
    /^__Host-yigong=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";

  it("gives a new secret each time, never one that the browser brought along", async () => {
    const planted = "B".repeat(43);
    const [first, second] = [await enter(`__Host-yigong=${planted}`), await enter()];

    expect(new Set([planted, secretIn(first), secretIn(second)]).size).toBe(3);
    expect(await browserWith(web, planted).get("/members/me")).toMatchObject(ENDED);
    expect((await browserWith(web, secretIn(first)).get("/members/me")).body.id).toBe(memberIdOf(2));
  });

  it("ends the session that the browser had, whoever's it was", async () => {
    const mine = await signIn(1);
    const answer = await enter(`__Host-yigong=${mine.secret}`);

    expect(await mine.get("/members/me")).toMatchObject(ENDED);
    expect((await browserWith(web, secretIn(answer)).get("/members/me")).body.id).toBe(memberIdOf(2));
  });

  it("sets a cookie that no script, no plain connection and no other site's request carries", async () => {
    expect((await enter()).headers.get("set-cookie")).toMatch(
      /^__Host-yigong=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it("is refused to who has left or was never here", async () => {
    await given.member(3, { leftOn: "2026-09-01" });
    const open = (person: number) => () =>
      openSession(useCases, { memberId: memberIdOf(person), way: "code", device: undefined, at: clock.at });

    await expect(open(3)()).rejects.toMatchObject({ code: "auth.session_ended" });
    await expect(open(4)()).rejects.toMatchObject({ code: "auth.session_ended" });
  });
});
