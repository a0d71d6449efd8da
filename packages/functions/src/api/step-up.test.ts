import { unavailable } from "@yigong/application/ports/channel-fault.ts";
import type { Parcel } from "@yigong/application/ports/channels.ts";
import { sendCode } from "@yigong/application/session/send-code.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { codeFor } from "@yigong/core/session/step-up-code.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { signingIn } from "@yigong/testing/scenario/browser.ts";
import { SECRETS, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const START = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: START });
const { given, useCases, clock, web, when } = alliance;
const signIn = signingIn(useCases, web);
type Browser = Awaited<ReturnType<typeof signIn>>;

afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.member(1, { roles: [grant("alliance")] });
});

const minutes = (count: number, at = START) => {
  clock.at = plusHours(at, count / 60);
};
const NEEDED = { status: 403, body: { code: "auth.step_up_needed" } };
const EXPORT = "/exports/ledger.jsonl";

/** The code that somebody would be sent last. */
const codeOf = async (one: Browser) => {
  const row = await useCases.stepUps.find(memberIdOf(1));
  return codeFor({
    secret: SECRETS.surveys,
    memberId: memberIdOf(1),
    sessionId: one.session.id,
    number: row?.number ?? 0,
  });
};
const ask = (one: Browser) => one.post("/me/step-up/code");
const enter = (one: Browser, code: string) => one.post("/me/step-up", { code });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

describe("what is delicate", () => {
  it("is refused to a session until a fresh code was entered, which then counts for a quarter of an hour", async () => {
    const one = await signIn(1);
    const before = await one.get(EXPORT);
    const asked = await ask(one);
    const entered = await enter(one, await codeOf(one));
    const after = (await one.get(EXPORT)).status;
    minutes(14.999);
    const last = (await one.get(EXPORT)).status;
    minutes(15);

    expect(before).toMatchObject(NEEDED);
    expect(asked).toMatchObject({ status: 200, body: { expiresAt: plusHours(START, 10 / 60) } });
    expect(entered).toMatchObject({ status: 200, body: { until: plusHours(START, 15 / 60) } });
    expect([after, last]).toEqual([200, 200]);
    expect(await one.get(EXPORT)).toMatchObject(NEEDED);
  });

  it("takes a code in each session: one that is fresh makes no other one fresh", async () => {
    const [one, two] = [await signIn(1), await signIn(1)];
    await ask(one);
    await enter(one, await codeOf(one));

    expect((await one.get(EXPORT)).status).toBe(200);
    expect(await two.get(EXPORT)).toMatchObject(NEEDED);
  });

  it("takes none of a bearer token", async () => {
    expect((await when(1).get(EXPORT)).status).toBe(200);
    expect(await when(1).post("/me/step-up/code")).toMatchObject({ body: { code: "auth.no_session" } });
  });
});

describe("a one-time code", () => {
  it("is used once", async () => {
    const one = await signIn(1);
    await ask(one);
    const code = await codeOf(one);
    await enter(one, code);

    expect(await enter(one, code)).toMatchObject({ status: 409, body: { code: "auth.no_code" } });
  });

  it("is taken as phones show it, with a space in the middle", async () => {
    const one = await signIn(1);
    await ask(one);
    const code = await codeOf(one);

    expect((await enter(one, `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  });

  it("is good for ten minutes, to the instant", async () => {
    const one = await signIn(1);
    await ask(one);
    minutes(9.999);
    expect((await enter(one, await codeOf(one))).status).toBe(200);

    clock.at = START;
    const two = await signIn(1);
    await ask(two);
    minutes(10);
    expect(await enter(two, await codeOf(two))).toMatchObject({ body: { code: "auth.no_code" } });
  });

  it("is for the session that asked for it", async () => {
    const [one, thief] = [await signIn(1), await signIn(1)];
    await ask(one);

    expect(await enter(thief, await codeOf(one))).toMatchObject({ status: 409, body: { code: "auth.no_code" } });
    expect((await enter(one, await codeOf(one))).status).toBe(200);
  });

  it("ends the one before it", async () => {
    const one = await signIn(1);
    await ask(one);
    const first = await codeOf(one);
    minutes(1);
    await ask(one);

    expect(await enter(one, first)).toMatchObject({ status: 403, body: { code: "auth.wrong_code" } });
    expect((await enter(one, await codeOf(one))).status).toBe(200);
  });

  it("is not compared any more after five tries, the right one included", async () => {
    const one = await signIn(1);
    await ask(one);
    const code = await codeOf(one);
    for (let tries = 0; tries < 5; tries += 1)
      expect(await enter(one, wrong(code))).toMatchObject({ status: 403, body: { code: "auth.wrong_code" } });

    expect(await enter(one, code)).toMatchObject({ status: 429, body: { code: "auth.too_many_tries" } });
    expect(await one.get(EXPORT)).toMatchObject(NEEDED);
  });

  it("is compared with five of the guesses that are sent at once, and with no more", async () => {
    const one = await signIn(1);
    await ask(one);
    const code = await codeOf(one);
    const guesses = await Promise.all(Array.from({ length: 30 }, () => enter(one, wrong(code))));
    const codes = guesses.map(({ body }) => body.code);

    expect(codes.filter((found) => found === "auth.wrong_code")).toHaveLength(5);
    expect(codes.filter((found) => found === "auth.too_many_tries")).toHaveLength(25);
    expect(await enter(one, code)).toMatchObject({ body: { code: "auth.too_many_tries" } });
  });

  it("counts once of those who send the right one at once", async () => {
    const one = await signIn(1);
    await ask(one);
    const code = await codeOf(one);
    const sent = await Promise.all(Array.from({ length: 5 }, () => enter(one, code)));

    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  it("is sent at most fifteen times a day, and once for a double click", async () => {
    const one = await signIn(1);
    await Promise.all([ask(one), ask(one)]);
    expect((await useCases.stepUps.find(memberIdOf(1)))?.number).toBe(1);
    for (let count = 1; count < 15; count += 1) {
      minutes(count);
      expect((await ask(one)).status).toBe(200);
    }
    minutes(15);
    expect(await ask(one)).toMatchObject({ status: 429, body: { code: "auth.too_many_codes" } });
    minutes(24 * 60);
    expect((await ask(one)).status).toBe(200);
  });
});

describe("the sending of a code", () => {
  const sent: Parcel[] = [];
  const im = { send: async (parcel: Parcel) => void sent.push(parcel) };
  const send = async () => {
    for (const effect of await alliance.effects())
      if (effect.kind === "session.sendCode")
        await sendCode({ ...useCases, channels: { im } }, effect, { attempts: 0, signal: undefined });
  };
  beforeEach(() => void sent.splice(0));

  it("names the device, and what is stored of it says neither the code nor its secret", async () => {
    const one = await signIn(1);
    await ask(one);
    await send();
    const code = await codeOf(one);
    const rows = JSON.stringify([await alliance.effects(), await useCases.stepUps.find(memberIdOf(1))]);

    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toContain(`iPhone 上的企业微信`);
    expect(sent[0]?.body).toContain(code);
    expect(rows).not.toContain(code);
  });

  it("sends none that was followed by another, has expired, was used, or whose session has ended", async () => {
    const one = await signIn(1);
    await ask(one);
    minutes(1);
    await ask(one);
    await send();
    expect(sent.map(({ key }) => key)).toEqual([`code:${memberIdOf(1)}:2`]);

    await enter(one, await codeOf(one));
    await send();
    minutes(2);
    await ask(one);
    minutes(12);
    await send();
    minutes(13);
    await ask(one);
    await one.delete("/me/sessions/current");
    await send();
    expect(sent).toHaveLength(1);
  });

  it("is tried again while the channel is down, by the next way after that", async () => {
    const one = await signIn(1);
    await ask(one);
    const [effect] = await alliance.effects();
    const down = { send: async () => Promise.reject(unavailable("IM", "is down")) };
    const sms = { send: async (parcel: Parcel) => void sent.push(parcel) };
    if (effect?.kind !== "session.sendCode") throw new Error("No code is to be sent.");
    const run = (attempts: number) =>
      sendCode({ ...useCases, channels: { im: down, sms } }, effect, { attempts, signal: undefined });
    await given.member(1, { roles: [grant("alliance")], mobile: "13812345678" });

    await expect(run(0)).rejects.toMatchObject({ code: "session.code_undelivered" });
    await run(1);
    expect(sent.map(({ to }) => to)).toEqual(["13812345678"]);
  });
});
