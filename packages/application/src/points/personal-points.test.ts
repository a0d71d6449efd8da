import * as Sample from "@yigong/core/participation/participation.builder.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { issuerOf, type Line } from "@yigong/core/points/points.ts";
import { expect, it } from "vitest";
import { issuerFrom } from "../activity/activity-issuer.ts";
import { personalPoints } from "./personal-points.ts";

const activity = Sample.activity({ sessions: [Sample.session(1)] });
const attendance: Line = { rule: "attendance", quantity: 1, points: 100 };
const halfDay: Line = { rule: "halfDay", quantity: 1, points: 25 };
const grade: Line = { rule: "grade", quantity: 1, points: -50 };

/** What somebody with one entry is told by a template. */
async function toldOf(template: "points.posted" | "points.coverPosted", lines: Line[]) {
  const kind = template === "points.posted" ? "service" : "cover";
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const ledger = { entriesOf: async () => ({ items: [{ debit: issuerOf(activity.id), kind, points, lines }] }) };
  const personal = personalPoints({
    issuers: { find: async () => issuerFrom(activity) },
    scorers: [
      { kind: "service", template: "points.posted" },
      { kind: "cover", template: "points.coverPosted" },
    ],
    members: { getMany: async () => [Sample.member(1)] },
    ledger: ledger as unknown as Ledger,
    zone: "Asia/Shanghai",
  });
  const to = { kind: "members" as const, memberIds: [Sample.memberId(1)] };
  const effect = { kind: "message.send" as const, id: "effect", dueAt: Sample.ENDS, template, params: {}, to };
  return (await personal({ ...effect, activityId: activity.id }, [{ id: Sample.memberId(1) }])).get(Sample.memberId(1));
}

it("tells the sum and its parts, the grade's among them", async () => {
  expect(await toldOf("points.posted", [attendance, halfDay, grade])).toEqual({
    params: { points: "0.75", attendancePoints: "1.00", workdayPoints: "0.25", gradePoints: "-0.50" },
  });
});

it("leaves the grade out where there is none, and says 0.00 where it is worth nothing", async () => {
  expect(await toldOf("points.posted", [attendance, halfDay])).toEqual({
    params: { points: "1.25", attendancePoints: "1.00", workdayPoints: "0.25" },
    words: "points.postedUngraded",
  });
  expect(await toldOf("points.posted", [attendance, { ...grade, points: 0 }])).toMatchObject({
    params: { gradePoints: "0.00" },
  });
});

it("words covers as ever, which have no grade", async () => {
  const cover: Line = { rule: "cover", quantity: 1, points: 50 };

  expect((await toldOf("points.coverPosted", [cover]))?.words).toBeUndefined();
});
