import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { absent, attending, day, IN_TIME, present, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { given, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const roll = async (by: Parameters<typeof when>[0] = "organizer") => (await when(by).get(`${SESSION}/roll`)).body;
const numbers = (people: { memberId: string }[]) => people.map(({ memberId }) => Number(memberId.slice(4)));

describe("the list that a leader's phone keeps", () => {
  it("has whom the leader may call, those with a place first, and the server's clock", async () => {
    await scene.begun();
    await given.units(TEAMS);
    await given.member(2, { ...partyMember(2), teamIds: [TEAM], mobile: "13812345678" });
    const list = await roll();

    expect(list).toMatchObject({
      serverTime: IN_TIME,
      mayCall: true,
      opensAt: day("00:00:00.000"),
      closesAt: day("07:00:00.000"),
      session: { startsAt: Sample.STARTS, endsAt: Sample.ENDS },
    });
    expect(numbers(list.people)).toEqual([1, 2, 3, 4, 5]);
    expect(list.people.map(({ placed }: { placed: boolean }) => placed)).toEqual([true, true, true, false, false]);
    const [, second] = list.people;
    expect(second).toMatchObject({ name: "成员2", teams: [TEAMS.find(({ id: team }) => team === TEAM)?.name] });
    expect(second.mobile).not.toContain("12345");
    expect(second.mobile).toMatch(/^138\*+5678$/);
  });

  it("tells what is down for each, from what source and by whom, in the reader's language", async () => {
    await scene.begun();
    await scene.checkIn(1);
    await scene.callRoll("organizer", present(2), { ...absent(3), paper: true });
    await scene.callRoll("alliance", { ...present(4), paper: true });
    const read = async (language: string) => {
      const answer = await when("organizer").send("GET", `${SESSION}/roll`, undefined, { "accept-language": language });
      return answer.body.people.map(({ stands }: { stands?: object }) => stands);
    };

    expect(await read("en")).toMatchObject([
      { state: "present", source: "code", sourceText: "by code", byName: "成员1", version: 1 },
      { state: "present", source: "leader", by: memberIdOf("organizer") },
      { state: "absent", source: "paper", why: "没有来", excused: false },
      { state: "present", source: "paper", by: memberIdOf("alliance") },
      undefined,
    ]);
    expect((await read("zh-CN"))[0]).toMatchObject({ sourceText: "扫码签到" });
  });

  it("is the leader's and the stewards'; its people are nobody else's", async () => {
    await scene.begun();

    expect((await roll(1)).code).toBe("permission.denied");
    expect((await roll("alliance")).mayCall).toBe(true);
    expect(
      (await when("organizer").get(`${SESSION.replace(Sample.sessionId(), Sample.sessionId(9))}/roll`)).body.code,
    ).toBe("activity.session_missing");
    expect(JSON.stringify(await roll())).not.toContain(id(6));
  });
});
