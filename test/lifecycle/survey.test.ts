import { systemReason } from "@yigong/core/language/system-reason.ts";
import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const clients = (count: number, first = 1) =>
  Array.from({ length: count }, (_, index) => `136${String(first + index).padStart(8, "0")}`);
const definite = { kind: "definite" as const, description: "文化广场周边住户" };

/** An activity whose service is over and in which freeA1 was present for half a workday. */
async function served(plan: Parameters<Alliance["startActivity"]>[0], mobiles: readonly string[] = []) {
  const activity = await house.startActivity(plan);
  if (mobiles.length > 0) await house.addServed(activity, mobiles);
  await house.signUp(activity, "freeA1");
  await house.advanceTo(activity.at("09:00"));
  await house.checkIn(activity, "freeA1");
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "freeA1");
  await house.advanceTo(activity.at("14:01"));
  return activity;
}

const skipOf = async (activity: Started) => {
  const row = await house.lifecycleOf(activity);
  return "Survey" in row.outcomes ? row.outcomes.Survey : undefined;
};

describe("a survey that is skipped", () => {
  it("says that nobody definite was served, and points are posted at once without a grade", async () => {
    const activity = await served({ in: 3 });
    await house.fileArchive(activity);

    expect(await skipOf(activity)).toMatchObject({
      kind: "skipped",
      by: "system",
      reason: "面向全体居民，没有明确的服务对象",
    });
    expect(await house.surveyOf(activity)).toMatchObject({ status: "skipped", cause: "noServedParty" });
    expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25" });
    expect(await house.told(activity, "freeA1")).toContain("happiness.ask");
    expect((await house.pathOf(activity)).slice(-3)).toEqual(["Survey", "Award", "Done"]);
  });

  it("says that no contact was recorded", async () => {
    const activity = await served({ in: 3, servedParty: definite });
    await house.fileArchive(activity);

    expect(await skipOf(activity)).toMatchObject({ reason: systemReason("noContacts") });
    expect(await house.surveyOf(activity)).toMatchObject({ status: "skipped", cause: "noContacts" });
    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "skipped" });
  });

  it("is the organizer's decision while nobody has answered; links die with it", async () => {
    const [mobile = ""] = clients(1);
    const activity = await served({ in: 3, servedParty: definite }, [mobile]);
    await house.fileArchive(activity);
    const link = await house.linkOf(mobile);
    await house.skipSurvey(activity);

    expect(await skipOf(activity)).toMatchObject({ by: house.idOf("organizer"), reason: "服务对象不便打扰" });
    expect(await house.surveyOf(activity)).toMatchObject({ status: "skipped", cause: "decided" });
    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "skipped" });
    expect(await house.answerSurvey(link, 5)).toBe(404);
  });

  it("is skipped no more once somebody answered; it is closed instead", async () => {
    const [mobile = ""] = clients(1, 2);
    const activity = await served({ in: 3, servedParty: definite }, [mobile]);
    await house.fileArchive(activity);
    await house.answerSurvey(await house.linkOf(mobile), 1);

    await expect(house.skipSurvey(activity)).rejects.toMatchObject({ code: "survey.answered" });
    await house.closeSurvey(activity);

    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "closedEarly" });
    expect(await house.surveyOf(activity)).toMatchObject({ status: "closed", counts: { answered: 1 } });
    expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25" });
  });
});

describe("a survey that is held", () => {
  const mobiles = clients(10, 100);
  const [first = "", second = "", third = ""] = mobiles;
  let activity: Started;
  let old: string;

  it("sends each client a link that takes one answer", async () => {
    activity = await served({ in: 3, servedParty: definite, surveyDays: 10 }, mobiles);
    await house.fileArchive(activity);
    old = await house.linkOf(second);
    const link = await house.linkOf(first);

    expect(await house.answerSurvey(link, 5)).toBe(200);
    expect(await house.answerSurvey(link, 1)).toBe(404);
    expect(await house.surveyOf(activity)).toMatchObject({
      status: "open",
      issue: 1,
      closesAt: activity.at("18:00", 10),
    });
  });

  it("reminds at half-time who has not answered, by a new link that ends the old one", async () => {
    const before = await house.linkOf(first);
    await house.advanceTo(activity.at("20:00", 5));

    expect(await house.surveyOf(activity)).toMatchObject({ issue: 2 });
    expect(await house.linkOf(first)).toBe(before);
    expect(await house.linkOf(second)).not.toBe(old);
    expect(await house.answerSurvey(old, 5)).toBe(404);
    expect(await house.answerSurvey(await house.linkOf(second), 5)).toBe(200);
  });

  it("takes what a client says on the phone, once, and their link dies", async () => {
    const link = await house.linkOf(third);
    await expect(
      house.as("organizer").post(`/activities/${activity.id}/survey/phone-answers`, {
        clientId: "cli_0003",
        answer: { satisfaction: 5 },
      }),
    ).rejects.toMatchObject({ status: 403 });
    await house.answerByPhone(activity, "cli_0003", 5);

    expect(await house.answerSurvey(link, 1)).toBe(404);
    await expect(house.answerByPhone(activity, "cli_0003", 1)).rejects.toMatchObject({
      code: "survey.already_answered",
    });
  });

  it("closes at its time, and the grade of ten fives is worth half a point more", async () => {
    for (const mobile of mobiles.slice(3)) await house.answerSurvey(await house.linkOf(mobile), 5);
    expect(await house.pointsOf(activity)).toEqual({});
    await house.advanceTo(activity.at("18:01", 10));

    // m = (10 x 4.0 + 50) / 20 = 4.5, which is excellent: 1.00 + 0.25 + 0.50.
    expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.75" });
    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "deadline" });
    expect(await house.surveyOf(activity)).toMatchObject({ status: "closed", counts: { issued: 10, answered: 10 } });
    expect(house.faults).toEqual([]);
  });

  it("is given more time: links stay good until the new end, and points wait", async () => {
    const [mobile = ""] = clients(1, 200);
    const other = await served({ in: 3, servedParty: definite, surveyDays: 3 }, [mobile]);
    await house.fileArchive(other);
    const link = await house.linkOf(mobile);
    await house.extend(other, "Survey", other.at("18:00", 6));
    await house.advanceTo(other.at("12:00", 5));

    expect(await house.surveyOf(other)).toMatchObject({ status: "open", closesAt: other.at("18:00", 6) });
    expect(await house.pointsOf(other)).toEqual({});
    expect(await house.answerSurvey(await house.linkOf(mobile), 5)).toBe(200);
    expect(await house.answerSurvey(link, 5)).toBe(404);

    await house.advanceTo(other.at("18:01", 6));

    expect((await house.pathOf(other)).slice(-4)).toEqual(["Survey", "Survey", "Award", "Done"]);
    expect(await house.pointsOf(other)).toEqual({ freeA1: "1.25" });
  });
});

describe("a process that dies right after it has ended the stage of a survey", () => {
  const decide = (activity: Started, kind: "skipped" | "closedEarly") =>
    house.machine.app.useCases.decideStage({
      activityId: activity.id,
      stage: "Survey",
      kind,
      by: house.idOf("organizer"),
      at: house.machine.now(),
      reason: "服务对象不便打扰",
    });

  it("leaves a survey that is skipped as it was decided", async () => {
    const activity = await served({ in: 3, servedParty: definite }, clients(1, 300));
    await house.fileArchive(activity);
    await decide(activity, "skipped");
    await house.machine.settle();

    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Survey: "skipped" });
    expect(await house.surveyOf(activity)).toMatchObject({
      status: "skipped",
      cause: "decided",
      by: house.idOf("organizer"),
      reason: "服务对象不便打扰",
    });
  });

  it("loses no answer that came at the same moment", async () => {
    const [mobile = ""] = clients(1, 301);
    const activity = await served({ in: 3, servedParty: definite }, [mobile]);
    await house.fileArchive(activity);
    await house.answerSurvey(await house.linkOf(mobile), 4);
    await decide(activity, "skipped");
    await house.machine.settle();

    expect(await house.stagesOf(activity)).toMatchObject({ status: "done" });
    expect(await house.surveyOf(activity)).toMatchObject({ status: "closed", counts: { answered: 1 } });
  });

  it("lets whoever asks to move the end of a survey that has ended find it as it is", async () => {
    const activity = await served({ in: 3, servedParty: definite }, clients(1, 302));
    await house.fileArchive(activity);
    await decide(activity, "closedEarly");
    await house.machine.settle();
    const at = house.machine.now();
    await house.machine.app.useCases.surveys.moveEnd(activity.id, { at, closesAt: at });

    expect(await house.surveyOf(activity)).toMatchObject({ status: "closed" });
  });
});
