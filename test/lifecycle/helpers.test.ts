import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
let activity: Started;
type Who = Parameters<Alliance["as"]>[0];
interface Helpers {
  headCount: number;
  named: number;
  teams: { teamId: string; state: string; memberIds: string[]; reason?: string; mine: boolean }[];
}

const helpersOf = (by: Who) => house.as(by).get<Helpers>(`/activities/${activity.id}/helpers`);
const answer = (by: Who, team: string, said: object) =>
  house.as(by).post<Helpers>(`/activities/${activity.id}/helpers/${house.unitId(team)}/answer`, said);
const name = (...people: Who[]) => ({ answer: "name", memberIds: people.map(house.idOf) });
const asked = async (by: Who) =>
  (await house.as(by).get<{ items: { kind: string; href: string }[] }>("/me/todo")).items.filter(
    ({ kind }) => kind === "supportAsked",
  );

beforeAll(async () => {
  house = await openAlliance();
  const teamIds = [house.unitId("爱心奉献"), house.unitId("信息化专家")];
  activity = await house.startActivity({
    ...{ in: 10, by: "freeB1" as Who, origin: "self" as const },
    audience: { branchIds: [house.unitId("二支部")] as never, teamIds: [] },
    proposal: {
      plan: "走访独居老人并检修线路",
      wishes: { guidance: false, volunteers: { teamIds, headCount: 1 } },
    } as never,
  });
  await house.approve(activity, { volunteerTeamIds: teamIds });
});
afterAll(() => house.close());

describe("helpers asked from other teams", () => {
  it("are asked of the lead; where nobody leads a team, its party volunteers are invited at once", async () => {
    expect(await house.told(activity, "lead")).toEqual(["support.asked"]);
    expect(await house.told(activity, "partyA1")).toEqual([]);
    expect(await house.told(activity, "partyB1")).toEqual(["support.invited"]);
    expect(await asked("lead")).toMatchObject([{ href: `/m/activities/${activity.id}/helpers` }]);
    expect(await helpersOf("lead")).toMatchObject({ headCount: 1, named: 0, teams: [{ mine: true }, { mine: false }] });
  });

  it("are of the team and volunteer, and no more than were asked for", async () => {
    await expect(answer("lead", "爱心奉献", name("partyB1"))).rejects.toMatchObject({ code: "helper.not_of_team" });
    await expect(answer("lead", "爱心奉献", name("freeA1"))).rejects.toMatchObject({ code: "helper.not_of_team" });
    await expect(answer("lead", "爱心奉献", name("partyA1", "partyA2"))).rejects.toMatchObject({
      code: "helper.too_many",
    });
    await expect(answer("lead", "信息化专家", name("partyB1"))).rejects.toMatchObject({ code: "permission.denied" });
    await expect(answer("partyA1", "爱心奉献", name("partyA1"))).rejects.toMatchObject({ code: "permission.denied" });
  });

  it("are invited once their lead names them, and sign up freely; the organizer is told", async () => {
    await answer("lead", "爱心奉献", name("partyA1"));
    const again = await answer("lead", "爱心奉献", name("partyA1"));
    await house.signUp(activity, "partyA1");

    expect(again).toMatchObject({ named: 1, teams: [{ state: "named", memberIds: [house.idOf("partyA1")] }, {}] });
    expect(await house.told(activity, "partyA1")).toEqual(["support.invited"]);
    expect(await house.told(activity, "partyA2")).toEqual([]);
    expect(await house.told(activity, "freeB1")).toContain("support.named");
    expect(await asked("lead")).toEqual([]);
    await expect(answer("lead", "爱心奉献", { answer: "decline", reason: "排不开" })).rejects.toMatchObject({
      code: "helper.named",
    });
  });

  it("may be declined for a team with a reason, which its organizer reads", async () => {
    await answer("alliance", "信息化专家", { answer: "decline", reason: "当天有割接" });

    expect((await helpersOf("freeB1")).teams[1]).toMatchObject({ state: "declined", reason: "当天有割接" });
    expect(await house.told(activity, "freeB1")).toContain("support.declined");
    await expect(answer("alliance", "信息化专家", name("partyB1"))).rejects.toMatchObject({ code: "helper.declined" });
  });

  it("are named while it recruits only", async () => {
    await house.advanceTo(activity.at("18:01", -2));

    await expect(answer("lead", "爱心奉献", name("partyA2"))).rejects.toMatchObject({ code: "helper.too_late" });
  });
});
