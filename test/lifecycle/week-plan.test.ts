import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { numberOf } from "@yigong/testing/sample/people.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

interface Mail {
  recipient: string;
  subject: string;
  body: string;
}

let house: Alliance;
let near: Started;
/** Tuesday 1 September 2026, 09:00; messages keep quiet hours. */
beforeAll(async () => {
  house = await openAlliance({ quietHours: true });
  // On Thursday the tenth; recruiting ends on Tuesday the eighth.
  near = await house.startActivity({ in: 9, title: "社区便民" });
  await house.signUp(near, "freeA1");
});
afterAll(() => house.close());

const sent = async (who: Who) => {
  const answer = await house.machine.web.request(`/inbox.json?limit=200&recipient=${numberOf(who)}`);
  const { items } = (await answer.json()) as { items: Mail[] };
  return items.filter(({ subject }) => subject.includes("本周安排"));
};

/** The job runs at half past seven, twice by mistake; at nine all digests have left. */
async function morningOf(days: number): Promise<void> {
  await house.advanceTo(near.at("07:30", days));
  for (let twice = 0; twice < 2; twice += 1) await house.machine.app.jobs.extendSeries();
  await house.advanceTo(near.at("09:00", days));
}

it("tells on Monday at half past eight what somebody does in the week, and who is on duty until when to answer", async () => {
  await morningOf(-3);

  const [own] = await sent("freeA1");
  expect(own?.body).toMatch(/本周安排：\n9月10日.*社区便民/);
  expect((await sent("partyA1"))[0]?.body).toMatch(/9月8日 周二 18:00 前请答复是否参加：社区便民/);
  expect((await sent("organizer"))[0]?.body).toContain("（您组织）");
});

it("tells nobody who has nothing to do, and nothing on the other days", async () => {
  expect(await sent("freeB1")).toEqual([]);
  await morningOf(-2);

  expect(await sent("freeA1")).toHaveLength(1);
  expect(house.faults).toEqual([]);
});
