import { cancelActivity } from "@yigong/application/activity/cancel-activity.ts";
import { Contact } from "@yigong/core/survey/served.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Started, startActivity } from "./life.ts";
import { came, pointsOf, signedUp, volunteer } from "./people.ts";
import { builtDefinition, openRig, type Rig, type TaskCall } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

/** An activity that one person served in, whose archive is about to be filed. */
async function served(change: object = {}): Promise<Started> {
  const memberId = await volunteer(rig, 1);
  const activity = await startActivity(rig, change);
  await signedUp(rig, activity, memberId);
  await rig.advanceTo("2026-09-12T02:00:00.000Z");
  await came(rig, activity, [memberId]);
  await rig.advanceTo("2026-09-13T00:00:00.000Z");
  return activity;
}

const awardCalls = (): TaskCall[] => {
  const calls: TaskCall[] = [];
  const { task } = rig.between;
  rig.between.task = (call, run) => {
    if (call.name === "Award") calls.push(call);
    return task(call, run);
  };
  return calls;
};

const LEADER = "mem_00000000000000000000009000";
const DEFINITE = { servedParty: { kind: "definite", description: "小区住户" } };

describe("rule 11: points are posted by a plain call", () => {
  it("posts nothing when the activity is cancelled just before", async () => {
    rig.between.task = async (call, run) => {
      if (call.name === "Award") {
        const { activityId } = call.payload;
        const cancelled = await rig.as(LEADER, "POST", `/api/v1/activities/${activityId}/cancel`, { reason: "下雨" });
        expect(cancelled.status).toBe(200);
      }
      return run();
    };
    await volunteer(rig, 9000, {
      roles: [{ role: "alliance", scope: { kind: "all" }, from: "2010-01-01T00:00:00.000Z" }],
    });
    const activity = await served();
    await activity.close("Archive");

    expect((await activity.row()).status).toBe("cancelled");
    expect((await activity.history()).path.at(-1)).toBe("Cancelled");
    expect(await pointsOf(rig, activity)).toEqual({ entries: [], balances: [] });
  });

  it("is refused to an open survey, which goes on", async () => {
    const activity = await served(DEFINITE);
    await rig.useCases.surveys.served.add(activity.id, [Contact.parse({ mobile: "13800000000" })], []);
    await activity.close("Archive");
    const { id: activityId } = activity;
    const early = rig.app.tasks.Award({ activityId, generation: 1, at: "2026-09-14T00:00:00.000Z" });

    await expect(early).rejects.toMatchObject({ name: "stage.early" });
    expect((await activity.row()).status).toBe("surveying");
    expect((await pointsOf(rig, activity)).entries).toEqual([]);
  });

  it("leads back to Survey when that is still open", async () => {
    const activity = await served(DEFINITE);
    await rig.useCases.surveys.served.add(activity.id, [Contact.parse({ mobile: "13800000000" })], []);
    await activity.close("Archive");
    const token = await activity.token();
    await rig.engine.call("SendTaskSuccess", {
      taskToken: token?.token,
      output: JSON.stringify({ plan: token?.plan }),
    });
    await rig.settle();

    expect((await activity.history()).path.slice(-3)).toEqual(["Survey", "Award", "Survey"]);
  });

  it("cannot be overtaken by a cancellation once it began", async () => {
    const activity = await served();
    const { surveys } = rig.useCases;
    const close = surveys.close.bind(surveys);
    const refused: unknown[] = [];
    surveys.close = async (...all) => {
      const by = { actorId: LEADER, reason: "下雨", at: rig.now() };
      await cancelActivity(rig.useCases)(await activity.detail(), by).catch((error: unknown) => refused.push(error));
      return close(...all);
    };
    await activity.close("Archive");

    expect(refused).toMatchObject([{ code: "lifecycle.award_begun" }]);
    expect((await activity.row()).status).toBe("done");
    expect((await pointsOf(rig, activity)).entries).toHaveLength(1);
  });

  it("posts once, however often it runs", async () => {
    const calls = awardCalls();
    const activity = await served();
    await activity.close("Archive");
    const once = await pointsOf(rig, activity);
    for (const { payload } of [...calls, ...calls]) await rig.app.tasks.Award(payload);
    await Promise.all(calls.flatMap(({ payload }) => [rig.app.tasks.Award(payload), rig.app.tasks.Award(payload)]));

    expect(once.entries).toHaveLength(1);
    expect(once.balances).toHaveLength(1);
    expect(await pointsOf(rig, activity)).toEqual(once);
  });

  it("waits for nobody: it has no token to wait with", () => {
    const { Award } = builtDefinition().States;

    expect(Award?.Resource).toBe("arn:aws:states:::lambda:invoke");
    expect(JSON.stringify(Award)).not.toContain("Task.Token");
  });
});
