import * as Sample from "@yigong/core/participation/participation.builder.ts";
import type { Draft } from "@yigong/core/points/points.ts";
import { RULE_SET_1, type RuleSet } from "@yigong/core/points/rules.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { describe, expect, it } from "vitest";
import { issuerFrom } from "../activity/activity-issuer.ts";
import { serviceScorer } from "../attendance/score-service.ts";
import { coverScorer } from "../cover/score-covers.ts";
import { type PostingDeps, postPoints } from "./post-points.ts";

type PointSources = Parameters<typeof serviceScorer>[0] & { covered: Parameters<typeof coverScorer>[0] } & PostingDeps;

const AT = "2026-10-01T00:00:00.000Z";
const activity = Sample.activity({ sessions: [Sample.session(1)] });
const [session] = activity.sessions;
const end = session?.endsAt ?? "";
const later: RuleSet = { ...RULE_SET_1, version: 2, effectiveFrom: end, attendancePoints: 200 };

function sourcesOf(more: Partial<PointSources>) {
  const drafts: Draft[] = [];
  const given = {
    served: async () => [
      {
        memberId: Sample.memberId(1),
        attendances: 1,
        halfDays: 2,
        evidence: [`attendance#ses_1#${Sample.memberId(1)}`],
      },
    ],
    covered: async () => [{ memberId: Sample.memberId(2), needId: "need_1" }],
    gradeOf: async () => ({ grade: "good" as const, mean: { numerator: 43, denominator: 10 } }),
    members: { getMany: async () => [1, 2].map((number) => partyMember(number)) },
    ledger: {
      enlist: async () => new Map(),
      post: async (draft: Draft) => {
        drafts.push(draft);
        return true;
      },
    },
    ruleSets: { adopted: async () => [RULE_SET_1] },
    zone: "Asia/Shanghai",
    ...more,
  };
  const sources: PostingDeps = { ...given, scorers: [serviceScorer(given), coverScorer(given.covered)] };
  return { sources, drafts };
}

async function posted(more: Partial<PointSources>): Promise<Draft[]> {
  const { sources, drafts } = sourcesOf(more);
  await postPoints(sources)(issuerFrom(activity), AT);
  return drafts;
}

describe("what an activity posts", () => {
  it("carries the grade and its mean for service, and neither for covers", async () => {
    const [service, cover] = await posted({});

    expect(service).toMatchObject({
      kind: "service",
      points: 170,
      grade: "good",
      mean: { numerator: 43, denominator: 10 },
    });
    expect([cover?.kind, cover?.points, cover?.grade]).toEqual(["cover", 50, undefined]);
  });

  it("names no member: evidence is of sessions and needs", async () => {
    const drafts = await posted({});

    expect(drafts.map(({ evidence }) => evidence)).toEqual([["attendance#ses_1"], ["need#need_1"]]);
    expect(JSON.stringify(drafts)).not.toContain(Sample.memberId(1));
  });

  it.each([
    ["in its last millisecond", new Date(Date.parse(end) - 1).toISOString(), 2, 270],
    ["at its very end, which is no more of it", end, 1, 170],
  ])("is scored by rules that come into force %s or not: version %s", async (_, effectiveFrom, version, points) => {
    const [service] = await posted({ ruleSets: { adopted: async () => [RULE_SET_1, { ...later, effectiveFrom }] } });

    expect(service).toMatchObject({ ruleSet: version, points });
  });

  it("keeps the line of a grade that is worth nothing, so that other rules can be tried on it", async () => {
    const [service] = await posted({
      gradeOf: async () => ({ grade: "fair", mean: { numerator: 7, denominator: 2 } }),
    });

    expect(service?.lines).toContainEqual({ rule: "grade", quantity: 1, points: 0 });
  });
});

it("tells everybody who attended by one effect, and those who covered by name", async () => {
  const { told } = await postPoints(sourcesOf({}).sources)(issuerFrom(activity), AT);

  expect(told.map((effect) => effect.kind === "message.send" && [effect.template, effect.to])).toEqual([
    ["points.posted", { kind: "activity", activityId: activity.id, who: "attended" }],
    ["points.coverPosted", { kind: "members", memberIds: [Sample.memberId(2)] }],
  ]);
});

it("tells nobody of points for service when nobody served", async () => {
  const { told } = await postPoints(sourcesOf({ served: async () => [] }).sources)(issuerFrom(activity), AT);

  expect(told.map(({ id }) => id)).toEqual([`message.send#points.coverPosted#${activity.id}.0`]);
});
