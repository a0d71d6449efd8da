import { close, enter } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { QUESTION_SET } from "@yigong/core/survey/question-set.ts";
import { surveyDocuments } from "@yigong/core/survey/survey.row.ts";
import { tallyOf } from "@yigong/core/survey/tally.ts";
import { standing } from "@yigong/testing/sample/standing.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, store, when } = alliance;
afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.members(1, 2, "organizer");
});

const trend = async (months = 3) => (await when(1).get(`/figures/trend?months=${months}`)).body;

describe("the trend of the three figures", () => {
  it("counts who was present, and the archives that were due", async () => {
    const activity = await given.activity({}, "Archive");
    await given.present(activity, 1);
    await given.present(activity, 2);
    alliance.clock.at = "2026-10-20T00:00:00.000Z";

    expect(await trend()).toEqual({
      participations: [
        { month: "2026-08", value: 0 },
        { month: "2026-09", value: 2 },
        { month: "2026-10", value: 0 },
      ],
      archivedOnTime: [
        { month: "2026-08", numerator: 0, denominator: 0 },
        { month: "2026-09", numerator: 0, denominator: 1, percentage: "0.0%" },
        { month: "2026-10", numerator: 0, denominator: 0 },
      ],
      satisfaction: ["2026-08", "2026-09", "2026-10"].map((month) => ({ month, numerator: 0, denominator: 0 })),
    });
  });

  it("takes an archive that was filed by its date for one in time", async () => {
    const filed = close(standing("Archive", Sample.activityId()), "Archive", {
      kind: "filed",
      at: "2026-09-12T04:59:00.000Z",
      by: "mem",
    });
    await given.activityAt(Sample.activity(), filed);
    alliance.clock.at = "2026-10-20T01:00:00.000Z";

    expect((await trend()).archivedOnTime[1]).toEqual({
      month: "2026-09",
      numerator: 1,
      denominator: 1,
      percentage: "100.0%",
    });
  });

  it("counts the answers of surveys that may be shown, and none of fewer than five", async () => {
    for (const [number, satisfaction] of [
      [1, [1, 0, 1, 2, 2]],
      [2, [0, 0, 0, 0, 4]],
    ] as const) {
      const id = Sample.activityId(number);
      const filed = close(standing("Archive", id), "Archive", { kind: "filed", at: Sample.ENDS, by: "mem" });
      await given.activityAt(Sample.activity({ id }), enter(filed, "Survey", Sample.ENDS));
      const answers = satisfaction.flatMap((count, step) =>
        Array.from({ length: count }, () => ({ answer: { satisfaction: step + 1 }, channel: "link" }) as never),
      );
      await surveyDocuments(alliance.table).create({
        status: "closed",
        activityId: id,
        openedAt: Sample.ENDS,
        closesAt: "2026-09-26T10:00:00.000Z",
        closedAt: "2026-09-26T10:00:00.000Z",
        issue: 1,
        questions: QUESTION_SET,
        anonymous: true,
        counts: { issued: 6, delivered: 6, answered: answers.length },
        tally: tallyOf(answers),
        happiness: { score: [0, 0, 0, 0, 0], comments: 0 },
        version: 0,
      });
    }
    alliance.clock.at = "2026-10-20T02:00:00.000Z";

    expect((await trend()).satisfaction[1]).toEqual({
      month: "2026-09",
      numerator: 4,
      denominator: 6,
      percentage: "66.7%",
    });
  });

  it("reads once in half a minute, however many ask", async () => {
    await given.activity({}, "Archive");
    await trend();
    const before = store.meter.readUnits;
    const again = await trend();
    const used = store.meter.readUnits - before;
    alliance.clock.at = new Date(Date.parse(alliance.clock.at) + 30_000).toISOString();
    await trend();

    expect(again.participations).toHaveLength(3);
    expect(used).toBeLessThan(store.meter.readUnits - before - used);
  });

  it.each(["0", "37", "x"])("refuses %s months", async (months) => {
    expect((await when(1).get(`/figures/trend?months=${months}`)).body.code).toBe("input.invalid");
  });
});

describe("my week", () => {
  it("has the activities of Monday to Sunday with their places, and says which are mine", async () => {
    const activity = await given.activity();
    await given.places(activity, 1);
    alliance.clock.at = "2026-09-06T16:00:00.000Z";
    const own = (await when(1).get("/me/week")).body;
    alliance.clock.at = "2026-09-06T15:59:59.000Z";
    const before = (await when(1).get("/me/week")).body;

    expect(own.items).toEqual([
      {
        activityId: activity.id,
        title: activity.title,
        stage: "Recruit",
        startsAt: Sample.STARTS,
        endsAt: Sample.ENDS,
        place: activity.place,
        placed: 1,
        headCount: expect.any(Number),
        mine: true,
      },
    ]);
    expect(before.items).toEqual([]);
  });

  it("leaves out what is cancelled", async () => {
    const activity = await given.activity();
    await when("organizer").post(`/activities/${activity.id}/cancel`, { reason: "台风" });
    alliance.clock.at = Sample.STARTS;

    expect((await when(2).get("/me/week")).body.items).toEqual([]);
  });
});
