import { plusHours } from "@yigong/core/lib/time.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { otherThan, START, signInScene } from "./sign-in.fixture.ts";

const scene = await signInScene();
const { given, useCases, clock, browser, sent, sendCodes, networks, ask, enter } = scene;

beforeEach(scene.begin);
afterAll(() => scene.close());

describe("limits", () => {
  it("let a person have five codes an hour, and then again", async () => {
    const statuses: number[] = [];
    for (let times = 0; times < 6; times += 1) statuses.push((await ask(browser(), "000101")).status);
    clock.at = plusHours(START, 1);
    const later = await ask(browser(), "000101");

    expect([statuses, later.status]).toEqual([[303, 303, 303, 303, 303, 429], 303]);
  });

  it("let an address be written to ten times an hour, however many people share it", async () => {
    for (const [person, number] of [4, 5, 6].map((person) => [person, `00020${person}`] as const))
      await given.member(person, { employeeNumber: number, mobile: "13900000000" });
    for (const number of ["000204", "000205", "000206"])
      for (let times = 0; times < 5; times += 1) await ask(browser(), number);
    await sendCodes();

    expect(sent.filter(({ to }) => to === "13900000000")).toHaveLength(10);
  });

  it("let a person be tried twenty times a day, over all codes and browsers", async () => {
    let tried = 0;
    for (let hour = 0; hour < 5; hour += 1) {
      clock.at = plusHours(START, hour);
      const own = browser();
      await ask(own, "000101");
      const code = await sendCodes();
      for (let times = 0; times < 5; times += 1) if ((await enter(own, otherThan(code))).status === 422) tried += 1;
    }

    expect(tried).toBe(20);
  });

  it("count by network, so that nobody goes through all numbers from one", async () => {
    for (let times = 0; times < 300; times += 1)
      await useCases.signInCodes.count("codesByNetwork", networks.now, clock.at);
    const from = await ask(browser(), "000101");
    networks.now = "203.0.113.8";
    const elsewhere = await ask(browser(), "000101");

    expect([from.status, elsewhere.status]).toEqual([429, 303]);
  });
});

describe("a form of another site", () => {
  it.each(["/sign-in/code", "/sign-in/code/enter", "/sign-in/bind"])("does nothing at %s", async (path) => {
    const answer = await browser().post(
      path,
      { number: "000101", code: "1" },
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    );

    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("不是从本站页面发出的");
    expect(await sendCodes()).toBe("");
  });

  it.each(["", " ", "a b", "x".repeat(33), "<script>", "工号"])(
    "nor does one of ours with %j for a number",
    async (number) => {
      expect((await ask(browser(), number)).status).toBe(422);
    },
  );
});
