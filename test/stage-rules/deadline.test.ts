import { nudge } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DUE, startActivity } from "./life.ts";
import { signedUp, volunteer } from "./people.ts";
import { openRig, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const LAST_MOMENT = "2026-09-08T09:59:59.999Z";

describe("rule 7: a route decides by its own clock and knows no token", () => {
  it("takes an answer a millisecond before the deadline, although the execution is late", async () => {
    const late = await openRig({ bell: false });
    const memberId = await volunteer(late, 1);
    const activity = await startActivity(late);
    await late.engine.advanceTo(LAST_MOMENT);
    const place = await signedUp(late, activity, memberId);
    await activity.close("Recruit");

    expect(await activity.token()).toBeUndefined();
    expect(place).toMatchObject({ state: "placed" });
    expect((await activity.row()).outcomes).toMatchObject({ Recruit: { kind: "closedEarly", at: LAST_MOMENT } });
    await late.close();
  });

  it("refuses it at the deadline, although the execution still waits", async () => {
    const memberId = await volunteer(rig, 1);
    const activity = await startActivity(rig);
    await rig.advanceTo(DUE.Recruit);

    await expect(activity.close("Recruit")).rejects.toMatchObject({ code: "lifecycle.stage_closed" });
    await expect(activity.extend("Recruit", "2026-09-09T10:00:00.000Z")).rejects.toMatchObject({
      code: "lifecycle.stage_closed",
    });
    await expect(signedUp(rig, activity, memberId)).rejects.toMatchObject({ code: "lifecycle.stage_closed" });
    expect(await activity.row()).toMatchObject({ status: "recruiting", outcomes: {} });
    expect((await activity.history()).path).toEqual(["Begin", "Recruit"]);
  });

  it("closes a stage once: of two decisions one wins, and one alone is told to the execution", async () => {
    const activity = await startActivity(rig);
    const decided = await Promise.allSettled([activity.close("Recruit"), activity.close("Recruit")]);
    await rig.settle();

    expect(decided.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await activity.history()).path).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  });

  it("needs neither the token's row nor Step Functions for any decision", async () => {
    const sent: string[] = [];
    rig.between.request = (_, send, command) => {
      sent.push(command);
      return send();
    };
    const activity = await startActivity(rig);
    const token = await activity.token();
    const { lifecycles } = rig.useCases;
    const never = () => Promise.reject(new Error("a route asked for the token"));
    rig.between.effect = async () => ({ state: "later", dueAt: "2026-09-01T01:00:00.000Z" });
    sent.length = 0;
    const own = { token: lifecycles.token, keepToken: lifecycles.keepToken };
    Object.assign(lifecycles, { token: never, keepToken: never });
    await activity.extend("Recruit", "2026-09-09T10:00:00.000Z");
    await activity.moveTo("2026-09-14T01:00:00.000Z", "2026-09-14T04:00:00.000Z");
    await activity.close("Recruit");
    await activity.cancel();
    Object.assign(lifecycles, own);
    const waiting = await rig.useCases.outbox.due("2026-09-30T00:00:00.000Z", 100);

    expect(sent.filter((command) => /Task|Execution/.test(command))).toEqual([]);
    expect(JSON.stringify(waiting)).not.toContain(token?.token ?? "no token");
    expect(waiting.filter(({ effect }) => effect.kind === "lifecycle.nudge")).toHaveLength(4);
    expect(Object.keys(nudge(await activity.row(), rig.now())).sort()).toEqual(["activityId", "dueAt", "id", "kind"]);
  });

  it("shows no token to anybody", async () => {
    const activity = await startActivity(rig);
    const token = await activity.token();
    const shown = await rig.as("setup", "GET", `/api/v1/activities/${activity.id}`);

    expect(token?.token).toMatch(/^sfn1\./);
    expect(shown.status).toBe(200);
    expect(await shown.text()).not.toContain("sfn1.");
  });
});
