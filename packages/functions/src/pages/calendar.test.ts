import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import type { Person } from "@yigong/testing/sample/person.ts";
import { covering, coverVerbs } from "@yigong/testing/scenario/covering.ts";
import { ORIGIN, testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { clock, given, useCases, when } = alliance;
const cover = covering(alliance);
afterAll(() => alliance.close());
beforeEach(() => alliance.clear());

const yes = { positionId: Sample.positionId(), consent: true, acceptsRisks: true };
const addressOf = async (person: Person): Promise<string> => (await when(person).post("/me/calendar")).body.url;
const fetched = async (url: string, headers: Record<string, string> = {}) =>
  (await alliance.web()).request(url.slice(ORIGIN.length), { headers });
const read = async (url: string) => (await (await fetched(url)).text()).replace(/\r\n /g, "").split("\r\n");
/** The entries as `status start summary`. */
async function entries(url: string): Promise<string[]> {
  const lines = await read(url);
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1));
  const [starts, statuses] = [values("DTSTART"), values("STATUS")];
  return values("SUMMARY").map((summary, at) => `${statuses[at]} ${starts[at]} ${summary}`);
}

describe("the address of a calendar", () => {
  it("is private: made by its owner, shown once, with 160 random bits, and in no row as it is", async () => {
    await given.members(1, 2);
    const none = await when(1).get("/me/calendar");
    const made = await when(1).request("POST", "/me/calendar");
    const { url } = (await made.json()) as { url: string };
    const later = await when(1).get("/me/calendar");

    expect(none.body).toEqual({});
    expect(url).toMatch(/^https:\/\/yigong\.example\/calendar\/[0-9a-f]{40}\.ics$/);
    expect(made.headers.get("cache-control")).toBe("no-store");
    expect(later.body).toEqual({ createdAt: clock.at });
    expect((await when(2).get("/me/calendar")).body).toEqual({});
    expect(JSON.stringify(await useCases.calendarAddresses.ofMember(Sample.memberId(1)))).not.toContain(
      url.slice(-44, -4),
    );
  });

  it("ends when it is renewed or taken back, or its owner has left; all these are like a page that is not there", async () => {
    await given.members(1, 2);
    const first = await addressOf(1);
    const second = await addressOf(1);
    const open = [(await fetched(first)).status, (await fetched(second)).status];
    const gone = await when(1).delete("/me/calendar");
    await when(1).delete("/me/calendar");
    const left = await addressOf(2);
    await given.member(2, { leftOn: "2026-09-01" });
    const bodies = async (url: string) => {
      const response = await fetched(url);
      const { requestId: _, instance: _address, ...body } = await response.json();
      return [response.status, response.headers.get("etag"), body];
    };

    expect([open, gone.status]).toEqual([[404, 200], 204]);
    const missing = await bodies(`${ORIGIN}/calendar/nothing`);
    expect(missing[0]).toBe(404);
    for (const url of [first, second, left, `${ORIGIN}/calendar/${"0".repeat(40)}.ics`, first.replace(".ics", "")])
      expect(await bodies(url)).toEqual(missing);
  });

  it("is not sent again while nothing has changed, and is kept by nothing that lies between", async () => {
    await given.members(1);
    await given.activity();
    const url = await addressOf(1);
    const first = await fetched(url);
    const etag = first.headers.get("etag") ?? "";
    clock.at = "2026-09-02T02:00:00.000Z";
    const again = await fetched(url, { "if-none-match": etag });
    await when(1).post(`/activities/${Sample.activityId()}/sign-ups`, yes);
    const changed = await fetched(url, { "if-none-match": etag });

    expect([first.status, again.status, changed.status]).toEqual([200, 304, 200]);
    expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(first.headers.get("cache-control")).toBe("private, no-cache");
  });
});

describe("a calendar", () => {
  it("has the sessions in which its owner has a place, nobody else's, and none of who waits", async () => {
    await given.members(1, 2, 3, "organizer");
    const activity = await given.activity({ sessions: [Sample.session(2)] });
    for (const person of [1, 2, 3]) await when(person).post(`/activities/${activity.id}/sign-ups`, yes);
    const [first, waiting] = [await addressOf(1), await addressOf(3)];
    const tentative = await entries(first);
    await given.stage(activity, "Cover");
    await given.places(activity);
    const certain = await entries(first);
    await when("organizer").post(`/activities/${activity.id}/cancel`, { reason: "台风" });

    expect(tentative).toEqual(["TENTATIVE 20260912T010000Z 社区便民服务"]);
    expect(certain).toEqual(["CONFIRMED 20260912T010000Z 社区便民服务"]);
    expect([await entries(first), await entries(waiting)]).toEqual([["CANCELLED 20260912T010000Z 社区便民服务"], []]);
    clock.at = "2026-10-12T00:00:00.000Z";
    expect(await entries(first)).toEqual([]);
  });

  it("has the covers that its owner agreed to, and tells those that fell through", async () => {
    clock.at = Sample.DEADLINE;
    const activity = await cover.opened(partyMember(2));
    const { id: needId } = await cover.need();
    const url = await addressOf(2);
    const offered = await entries(url);
    await when(2).post(await cover.path({ id: Sample.activityId() }, "accept"));
    const agreed = await entries(url);
    await when("counterHead").post(await cover.path({ id: Sample.activityId() }, "confirm"));
    const confirmed = await entries(url);
    await when("alliance").post(`/activities/${Sample.activityId()}/cancel`, { reason: "台风" });
    await coverVerbs(useCases).voidAll(activity, "activityCancelled", clock.at);

    expect([offered, agreed, confirmed]).toEqual([
      [],
      ["TENTATIVE 20260912T000000Z 代班：营业员"],
      ["CONFIRMED 20260912T000000Z 代班：营业员"],
    ]);
    expect(await entries(url)).toEqual(["CANCELLED 20260912T000000Z 代班：营业员"]);
    expect(await read(url)).toContain(`URL:${ORIGIN}/m/covers/${needId}`);
    expect((await read(url)).join()).not.toContain("成员1");
  });

  it("speaks the language that its owner chose", async () => {
    await given.members(1);
    await when(1).put("/me/language", { language: "en" });

    expect(await read(await addressOf(1))).toContain("X-WR-CALNAME:My volunteering");
  });
});
