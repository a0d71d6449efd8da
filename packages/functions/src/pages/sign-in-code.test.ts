import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { faults } from "@yigong/testing/faults.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { otherThan, START, signInScene } from "./sign-in.fixture.ts";

const scene = await signInScene();
const { useCases, clock, table, browser, sent, sendCodes, whose, ask, enter } = scene;

beforeEach(scene.begin);
afterAll(() => scene.close());

describe("a one-time code", () => {
  it("signs in whom it was sent to, once, and leads on", async () => {
    const own = browser();
    await ask(own, "000101", "/m/points");
    const code = await sendCodes();
    const kept = own.cookies.get("__Host-yigong-code") ?? "";
    const first = await enter(own, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    const again = browser();
    again.cookies.set("__Host-yigong-code", kept);
    const second = await enter(again, code);

    expect([first.status, first.headers.get("location"), await whose(own)]).toEqual([303, "/m/points", memberIdOf(1)]);
    expect([second.status, await whose(again)]).toEqual([400, undefined]);
    expect(await second.text()).toContain("验证码已过期或已经用过");
  });

  it.each([
    ["000109", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "/console"],
    ["000109", "Mozilla/5.0 (Linux; Android 14) Mobile", "/m"],
    ["000101", "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", "/m"],
  ])("leads %s on %s, who asked for no page, to %s", async (number, userAgent, home) => {
    const own = browser({ "user-agent": userAgent });
    await own.post("/sign-in/code", { number });
    const answer = await enter(own, await sendCodes());

    expect(answer.headers.get("location")).toBe(home);
  });

  it("signs in once of many at the same moment", async () => {
    const own = browser();
    await ask(own, "000101");
    const code = await sendCodes();
    const kept = own.cookies.get("__Host-yigong-code") ?? "";
    const many = [1, 2, 3].map(() => browser());
    for (const one of many) one.cookies.set("__Host-yigong-code", kept);
    const statuses = await Promise.all(many.map(async (one) => (await enter(one, code)).status));

    expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  });

  it("is in no row and no address, and goes by SMS, or by mail without a phone", async () => {
    const own = browser();
    await ask(own, "000101");
    await ask(browser({ "accept-language": "en" }), "000103");
    const code = await sendCodes();
    const { Items: rows } = await table.client.send(new ScanCommand({ TableName: table.alliance }));

    expect(sent.map(({ to }) => to).sort()).toEqual(["13800000001", "three@example.com"]);
    expect(sent.find(({ to }) => to.includes("@"))?.body).toMatch(/is the sign-in code for employee number 000103/);
    expect(code).toMatch(/^\d{6}$/);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(JSON.stringify(rows)).not.toContain("203.0.113.7");
  });

  it("is void after five wrong ones, the right one too", async () => {
    const own = browser();
    await ask(own, "000101");
    const code = await sendCodes();
    const statuses: number[] = [];
    for (let tries = 0; tries < 5; tries += 1) statuses.push((await enter(own, otherThan(code))).status);
    const right = await enter(own, code);

    expect(statuses).toEqual([422, 422, 422, 422, 422]);
    expect([right.status, await whose(own)]).toEqual([400, undefined]);
    expect(await right.text()).toContain("已经输错 5 次");
  });

  it("is tried five times at the most also when all come at once", async () => {
    const own = browser();
    await ask(own, "000101");
    const code = await sendCodes();
    const wrong = Array.from({ length: 9 }, () => enter(own, otherThan(code)));
    const statuses = (await Promise.all(wrong)).map(({ status }) => status);

    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(5);
  });

  it("is void after ten minutes, and is not sent any more then", async () => {
    const own = browser();
    await ask(own, "000101");
    const code = await sendCodes();
    await ask(own, "000103");
    clock.at = plusHours(START, 1 / 6);
    await sendCodes();

    expect(sent).toHaveLength(1);
    expect((await enter(own, code)).status).toBe(400);
  });

  it("is of the browser that asked", async () => {
    await ask(browser(), "000101");
    const code = await sendCodes();
    const thief = browser();

    expect((await enter(thief, code)).status).toBe(400);
    expect(await whose(thief)).toBeUndefined();
  });

  it("of a phone that two people share is the one's who was named, and says so", async () => {
    const [one, two] = [browser(), browser()];
    await ask(one, "000101");
    const first = await sendCodes();
    await ask(two, "000102");
    const second = await sendCodes();
    const crossed = await enter(one, second);
    await enter(one, first);
    await enter(two, second);

    expect(sent.map(({ to, body }) => [to, /工号 (\d+)/.exec(body)?.[1]])).toEqual([
      ["13800000001", "000101"],
      ["13800000001", "000102"],
    ]);
    expect(crossed.status).toBe(422);
    expect([await whose(one), await whose(two)]).toEqual([memberIdOf(1), memberIdOf(2)]);
  });

  it("is not sent to a person who left, and is refused when they leave in between", async () => {
    const own = browser();
    await ask(own, "000101");
    const code = await sendCodes();
    await useCases.members.change(memberIdOf(1), (member) => ({ to: { ...member, leftOn: "2026-09-01" }, at: START }));
    const answer = await enter(own, code);
    const before = sent.length;
    await ask(browser(), "000101");
    await sendCodes();

    expect([answer.status, await whose(own)]).toEqual([403, undefined]);
    expect(sent.length).toBe(before);
  });

  it("waits for a channel that is down, and is the same then", async () => {
    const own = browser();
    await ask(own, "000101");
    const down = { send: () => Promise.reject(unavailable("sms", "is down")) };

    await expect(sendCodes({ sms: down })).rejects.toMatchObject({ kind: "unavailable" });
    expect((await enter(own, await sendCodes())).status).toBe(303);
  });

  it("takes the next way when one refuses for good, and is nowhere kept by what stands in", async () => {
    const kept: unknown[] = [];
    await ask(browser(), "000102");
    await sendCodes({
      sms: { send: () => Promise.reject(rejected("sms", "knows no such number")) },
      mail: { send: async ({ to }) => void kept.push(to) },
    });
    await ask(browser(), "000101");
    await sendCodes({ standIn: { sms: { send: async ({ to }) => void kept.push(to) } } });

    expect(kept).toEqual(["two@example.com"]);
  });
});

describe("a number that nobody has", () => {
  const pageOf = async (answer: Response) => (await answer.text()).replaceAll(/00010\d|999999/g, "N");

  it("gets the same answers as one that somebody has, also for wrong codes and too many", async () => {
    const seen: unknown[][] = [];
    for (const number of ["000101", "999999"]) {
      const own = browser();
      const asked = await ask(own, number);
      const shown = await own.get("/sign-in/code/enter");
      await sendCodes();
      const wrong = await enter(own, "000000");
      for (let times = 0; times < 4; times += 1) await ask(own, number);
      const last = await ask(own, number);
      seen.push([
        asked.status,
        asked.headers.get("location"),
        await pageOf(shown),
        wrong.status,
        await pageOf(wrong),
        last.status,
        await pageOf(last),
      ]);
    }

    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.[5]).toBe(429);
  });

  it("makes the same requests to the store", async () => {
    const asked: string[][] = [];
    const { tried } = faults(table.client);
    for (const number of ["000101", "999999"]) {
      const before = tried.length;
      await ask(browser(), number);
      asked.push(tried.slice(before));
    }

    expect(asked[0]).toEqual(asked[1]);
  });
});
