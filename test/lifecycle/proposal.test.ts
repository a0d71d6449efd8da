import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const everywhere = { audience: { branchIds: [], teamIds: [] } };
const proposal = (wishes: object) => ({ plan: "走访独居老人并检修线路", wishes: { guidance: true, ...wishes } });

describe("a team's activity", () => {
  let activity: Started;
  const granted = () => [house.unitId("信息化专家")];

  it("waits for the alliance, which may send the plan back", async () => {
    activity = await house.startActivity({
      in: 10,
      by: "lead",
      origin: "team",
      teamId: house.unitId("爱心奉献") as never,
      ...everywhere,
      proposal: proposal({ moneyFen: 50_000 }) as never,
    });
    await house.returnForChanges(activity);

    expect(await house.stagesOf(activity)).toEqual({ status: "proposing" });
    expect(await house.told(activity, "alliance")).toEqual(["proposal.submitted"]);
    expect(await house.told(activity, "lead")).toEqual(["proposal.returned"]);
  });

  it("recruits once the plan, sent again, is approved, and invites the volunteers of another team", async () => {
    const wishes = { volunteers: { teamIds: granted(), headCount: 2 }, moneyFen: 50_000 };
    await house.sendAgain(activity, proposal(wishes), "lead");
    await house.approve(activity, {
      moneyFen: 30_000,
      volunteerTeamIds: granted(),
      adviserId: house.idOf("partyB4"),
    });

    expect(await house.stagesOf(activity)).toEqual({ status: "recruiting", Propose: "approved" });
    expect(await house.told(activity, "alliance")).toEqual(["proposal.submitted", "proposal.submitted"]);
    expect(await house.told(activity, "lead")).toEqual(["proposal.approved", "proposal.returned"]);
    expect(await house.told(activity, "partyB1")).toEqual(["support.invited"]);
    expect(await house.told(activity, "partyB4")).toEqual(["proposal.advising"]);
    expect(await house.told(activity, "partyA1")).toEqual([]);
    expect(await house.as("lead").get(`/activities/${activity.id}/proposal`)).toMatchObject({
      state: "approved",
      returns: [{ reason: "请说明安全措施" }],
      grants: { moneyFen: 30_000 },
    });
  });

  it("obliges nobody and needs no cover, whoever has a shift", async () => {
    await house.putShifts([{ who: "partyB1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
    await house.signUp(activity, "partyB1", "freeA1");
    await house.advanceTo(activity.at("18:01", -2));

    expect(await house.stagesOf(activity)).toMatchObject({ status: "executing", Cover: "notNeeded" });
    expect(await house.coversOf(activity)).toEqual([]);
    expect(Object.values(await house.dutyCounts(activity))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("ends in points for those who came, and in no absence for who did not", async () => {
    await house.advanceTo(activity.at("08:30"));
    await house.checkIn(activity, "freeA1");
    await house.advanceTo(activity.at("12:00"));
    await house.checkOut(activity, "freeA1");
    await house.advanceTo(activity.at("15:00"));
    await house.fileArchive(activity, "lead");

    expect(await house.pathOf(activity)).toEqual([
      "Begin",
      "Propose",
      "Recruit",
      "Cover",
      "Execute",
      "Archive",
      "Survey",
      "Award",
      "Done",
    ]);
    expect(await house.attendanceOf(activity)).toEqual({ freeA1: "present" });
    expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25" });
    expect(house.faults).toEqual([]);
  });
});

describe("an activity of a volunteer's own", () => {
  const own = () =>
    house.startActivity({ in: 6, by: "freeA1", origin: "self", ...everywhere, proposal: proposal({}) as never });

  it("ends when the alliance refuses it, and tells why", async () => {
    const activity = await own();
    await house.refuse(activity);

    expect(await house.pathOf(activity)).toEqual(["Begin", "Propose", "Cancelled"]);
    expect(await house.lifecycleOf(activity)).toMatchObject({
      status: "cancelled",
      cancelledIn: "Propose",
      cancellation: { kind: "proposalRefused", by: house.idOf("alliance"), reason: "与年度计划冲突" },
    });
    expect(await house.told(activity, "freeA1")).toEqual(["proposal.refused"]);
    await expect(house.approve(activity)).rejects.toMatchObject({ status: 409, code: "proposal.not_submitted" });
  });

  it("recruits when the alliance approves it", async () => {
    const activity = await own();
    await house.approve(activity);
    await house.signUp(activity, "freeA1", "freeB1");

    expect(await house.pathOf(activity)).toEqual(["Begin", "Propose", "Recruit"]);
    expect(await house.placesOf(activity)).toEqual({ freeA1: "placed", freeB1: "placed" });
    expect(await house.told(activity, "partyA1")).toEqual([]);
  });

  it("takes no more money than was asked for", async () => {
    const activity = await own();

    await expect(house.approve(activity, { moneyFen: 100 })).rejects.toMatchObject({
      code: "proposal.too_much_money",
    });
    expect(await house.stagesOf(activity)).toEqual({ status: "proposing" });
  });

  it("is not approved once recruiting would be over, until its dates are moved", async () => {
    const activity = await own();
    await house.advanceTo(activity.at("18:00", -2));

    await expect(house.approve(activity)).rejects.toMatchObject({
      status: 409,
      code: "proposal.recruit_past",
      message: expect.stringContaining("改期"),
    });

    const times = { startsAt: activity.at("09:00", 7), recruitUntil: activity.at("18:00", 5) };
    await house.as("freeA1").post(`/activities/${activity.id}/reschedule`, {
      sessions: [{ id: activity.sessions[0]?.id, startsAt: times.startsAt, endsAt: activity.at("12:00", 7) }],
      recruitUntil: times.recruitUntil,
      reason: "改期后再报",
    });
    await house.approve(activity);

    expect(await house.lifecycleOf(activity)).toMatchObject({
      status: "recruiting",
      plan: { Recruit: [times.recruitUntil] },
    });
    expect((await house.pathOf(activity)).filter((name) => name !== "Propose")).toEqual(["Begin", "Recruit"]);
  });

  it("is approved late when recruiting is given more time", async () => {
    const activity = await own();
    await house.advanceTo(activity.at("18:00", -2));
    await house.as("freeA1").post(`/activities/${activity.id}/extend`, {
      stage: "Recruit",
      until: activity.at("18:00", -1),
    });
    await house.approve(activity);
    await house.signUp(activity, "freeA1");

    expect(await house.lifecycleOf(activity)).toMatchObject({
      status: "recruiting",
      plan: { Recruit: [activity.at("18:00", -1)] },
    });
    expect(house.faults).toEqual([]);
  });
});

describe("advice on a plan", () => {
  let activity: Started;
  const path = () => `/activities/${activity.id}/proposal`;
  const said = { stance: "conditions", text: "夜间不进山，须两人一组" };
  const ask = (who: "partyB4" | "freeA1", by: "alliance" | "lead" = "alliance") =>
    house.as(by).post(`${path()}/advisers`, { memberId: house.idOf(who) });
  const advise = (who: "partyB4" | "freeA1" | "partyB1", more: object = said) =>
    house.as(who).post(`${path()}/advice`, more);
  const todoOf = async (who: "partyB4" | "partyB1") => {
    const { items } = await house.as(who).get<{ items: { kind: string; href: string }[] }>("/me/todo");
    return items.filter(({ kind }) => kind === "advice").map(({ href }) => href);
  };

  it("is asked of somebody by the alliance, who is told and has it among what is asked of them", async () => {
    activity = await house.startActivity({
      ...{ in: 8, by: "freeA1", origin: "self", ...everywhere },
      proposal: proposal({}) as never,
    });
    await ask("partyB4");
    await ask("partyB4");

    expect(await house.told(activity, "partyB4")).toEqual(["proposal.adviceAsked"]);
    expect(await todoOf("partyB4")).toEqual([`/m/activities/${activity.id}/advice`]);
    expect(await house.as("partyB4").get(path())).toMatchObject({ advises: true, plan: "走访独居老人并检修线路" });
    expect(await house.as("partyB1").get(path())).toMatchObject({ advises: false });
  });

  it("stays with the plan, and is told to who asked; the decision is free all the same", async () => {
    await advise("partyB4");

    expect(await house.told(activity, "alliance")).toContain("proposal.advised");
    expect(await todoOf("partyB4")).toEqual([]);
    expect(await house.as("alliance").get(path())).toMatchObject({
      state: "submitted",
      advice: [{ by: house.idOf("partyB4"), ...said }],
      people: { [house.idOf("partyB4")]: { name: expect.any(String) } },
    });
  });

  it("is taken from nobody else, without words from nobody, and asked by the alliance alone", async () => {
    await expect(advise("partyB1")).rejects.toMatchObject({ status: 403, code: "proposal.not_adviser" });
    await expect(advise("partyB4", { stance: "maybe", text: "" })).rejects.toMatchObject({ code: "input.invalid" });
    await expect(ask("partyB4", "lead")).rejects.toMatchObject({ code: "permission.denied" });
    await expect(ask("freeA1")).rejects.toMatchObject({ code: "proposal.adviser_own" });
  });

  it("is asked of whom was granted as adviser once it is approved, and told to the organizer", async () => {
    await house.approve(activity, { adviserId: house.idOf("partyB1") });

    expect(await todoOf("partyB1")).toEqual([`/m/activities/${activity.id}/advice`]);
    await expect(advise("partyB4")).rejects.toMatchObject({ status: 409, code: "proposal.advice_over" });
    await advise("partyB1", { stance: "for", text: "带上急救包" });

    expect(await house.told(activity, "freeA1")).toContain("proposal.advised");
    expect(await todoOf("partyB1")).toEqual([]);
  });

  it("is over with the activity", async () => {
    await house.cancel(activity, "freeA1");

    await expect(advise("partyB1")).rejects.toMatchObject({ code: "proposal.advice_over" });
    expect(house.faults).toEqual([]);
  });
});
