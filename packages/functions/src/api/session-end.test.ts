import { findSession } from "@yigong/application/session/find-session.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { signingIn } from "@yigong/testing/scenario/browser.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const START = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: START });
const { given, useCases, clock, web } = alliance;
const signIn = signingIn(useCases, web);
const DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/139.0.0.0 Safari/537.36";

afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.members(1);
});

const later = (hours: number, at = clock.at) => {
  clock.at = plusHours(at, hours);
};
const ENDED = { status: 401, body: { code: "auth.session_ended" } };

describe("the limits of a session", () => {
  const DAY = 24;
  it.each([
    ["a phone", undefined, 14 * DAY, 90 * DAY],
    ["a computer", DESKTOP, 3 * DAY, 30 * DAY],
  ])("are those of %s, to the instant", async (_, device, idle, most) => {
    const used = await signIn(1, device === undefined ? {} : { device });
    const idling = await signIn(1, device === undefined ? {} : { device });
    later(idle, START);
    clock.at = new Date(Date.parse(clock.at) - 1).toISOString();
    expect((await used.get("/members/me")).status).toBe(200);
    clock.at = plusHours(START, idle);
    expect(await idling.get("/members/me")).toMatchObject(ENDED);
    for (let hours = idle; hours < most; hours += DAY) {
      clock.at = plusHours(START, hours);
      expect((await used.get("/members/me")).status).toBe(200);
    }
    clock.at = new Date(Date.parse(plusHours(START, most)) - 1).toISOString();
    expect((await used.get("/members/me")).status).toBe(200);
    clock.at = plusHours(START, most);
    expect(await used.get("/members/me")).toMatchObject(ENDED);
  });

  it("are counted from a last use that is written once in five minutes", async () => {
    const { session, get } = await signIn(1);
    const seen = async (minutes: number) => {
      clock.at = plusHours(START, minutes / 60);
      await get("/members/me");
      return (await useCases.sessions.find(session.id))?.seenAt;
    };

    expect(await seen(4.9)).toBe(START);
    expect(await seen(5)).toBe(plusHours(START, 5 / 60));
    expect(await seen(9.9)).toBe(plusHours(START, 5 / 60));
  });

  it("leave no row of what is over, once the daily job has run", async () => {
    const [phone, desktop] = [await signIn(1), await signIn(1, { device: DESKTOP })];
    const forget = async () => {
      for (const one of useCases.retention) if (one.rows === "sessions that are over") await one.forget();
      const found = [await useCases.sessions.find(phone.session.id), await useCases.sessions.find(desktop.session.id)];
      return found.map((row) => row !== undefined);
    };
    clock.at = desktop.session.endsAt;
    expect(await forget()).toEqual([true, true]);
    later(1);
    expect(await forget()).toEqual([true, false]);
    later(1, phone.session.endsAt);
    expect(await forget()).toEqual([false, false]);
  });
});

describe("a session of somebody whose place has changed", () => {
  it("ends on the morning on which they have left, though nothing swept it, and stays ended", async () => {
    const one = await signIn(1);
    const member = await useCases.members.get(memberIdOf(1));
    await given.members({ ...member, leftOn: "2026-09-02" });
    expect((await one.get("/members/me")).status).toBe(200);
    clock.at = "2026-09-01T16:00:00.000Z";
    expect(await one.get("/members/me")).toMatchObject(ENDED);
    await given.members(member);

    expect(await one.get("/members/me")).toMatchObject(ENDED);
  });

  it("ends when a role is given, taken away, or runs out by itself, and not for what comes later", async () => {
    const until = plusHours(START, 2);
    await given.member(3, { roles: [grant("auditor"), { ...grant("committee"), until }] });
    const sessionNow = async () => (await signIn(3)).get;
    const [before, running] = [await sessionNow(), await sessionNow()];
    expect((await before("/members/me")).status).toBe(200);
    later(2);
    expect(await before("/members/me")).toMatchObject(ENDED);
    expect(await running("/members/me")).toMatchObject(ENDED);

    const auditor = await sessionNow();
    const member = await useCases.members.get(memberIdOf(3));
    const from = plusHours(clock.at, 1);
    await given.members({ ...member, roles: [...member.roles, { ...grant("alliance"), from }] });
    expect((await auditor("/members/me")).status).toBe(200);
    later(1);
    expect(await auditor("/members/me")).toMatchObject(ENDED);

    const both = await sessionNow();
    await given.members({ ...member, roles: [] });
    expect(await both("/members/me")).toMatchObject(ENDED);
  });

  it("does not end for a row that is from just before they signed in with new roles", async () => {
    const before = await useCases.members.get(memberIdOf(1), recent);
    await given.members({ ...before, roles: [grant("auditor")] });
    const { secret } = await signIn(1);
    const found = await findSession({ ...useCases, findRecent: async () => before }, secret, clock.at);

    expect(found.actor.grants.map(({ role }) => role)).toEqual(["auditor"]);
  });
});
