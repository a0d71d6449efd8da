import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
afterAll(() => alliance.close());

const numbered = (number: number, over = {}) => ({
  id: Sample.activityId(number),
  sessions: [
    Sample.session(2, {
      id: Sample.sessionId(number),
      positions: [{ id: Sample.positionId(number), name: "引导", headCount: 2, requiredSkills: [] }],
    }),
  ],
  ...over,
});
const listed = async (person: number, query: string) => {
  const { body } = await when(person).get(`/activities?from=${Sample.RECRUITING}&${query}`);
  return body.items?.map(({ id }: { id: string }) => Number(id.slice(-3))) ?? body.code;
};

/** Member 1 has a place in the first and leads the third; the second is in the stage of covers. */
beforeEach(async () => {
  await alliance.clear();
  await given.members(1, 2, "organizer");
  await given.activity(numbered(1));
  await given.activity(numbered(2), "Cover");
  await given.activity(numbered(3, { organizerId: Sample.memberId(1) }));
  const wish = { positionId: Sample.positionId(1), consent: true, acceptsRisks: true };
  await when(1).post(`/activities/${Sample.activityId(1)}/sign-ups`, wish);
});

describe("the list of activities", () => {
  it("has those of a stage alone when that is asked for", async () => {
    expect([await listed(1, "stage=Recruit"), await listed(1, "stage=Cover"), await listed(1, "stage=Award")]).toEqual([
      [1, 3],
      [2],
      [],
    ]);
  });

  it("has those in which one takes part or which one leads, and no place that was given up", async () => {
    const before = [
      await listed(1, "mine=true"),
      await listed(2, "mine=true"),
      await listed(1, "mine=true&stage=Cover"),
    ];
    await when(1).delete(`/activities/${Sample.activityId(1)}/sign-ups/${Sample.sessionId(1)}`);

    expect(before).toEqual([[1, 3], [], []]);
    expect([await listed(1, "mine=true"), await listed(1, "mine=false")]).toEqual([[3], [1, 2, 3]]);
  });

  it.each(["stage=Party", "mine=yes", "mien=true"])("refuses what it does not know: %s", async (query) => {
    expect(await listed(1, query)).toBe("input.invalid");
  });
});
