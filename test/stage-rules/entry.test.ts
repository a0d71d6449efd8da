import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DUE, type Started, startActivity } from "./life.ts";
import { openRig, type Rig, type TaskCall } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

const dead = () => Object.assign(new Error("the function ended"), { name: "Lambda.Unknown" });
const closeNow = (activityId: string) =>
  rig.useCases.decideStage({ activityId, stage: "Recruit", kind: "closedEarly", by: "mem_1", at: rig.now() });

/** Begins an activity without waiting for its first entry, so that something can happen in the middle of it. */
const idOfFirst = (call: TaskCall) => call.payload.activityId;

describe("rule 6: the order of an entry", () => {
  it("tells the execution of a decision that fell while its token was on the way to the row", async () => {
    const { lifecycles } = rig.useCases;
    const keepToken = lifecycles.keepToken.bind(lifecycles);
    lifecycles.keepToken = async (token) => {
      if (token.stage === "Recruit") {
        await closeNow(token.activityId);
        await rig.deliver();
      }
      return keepToken(token);
    };
    const activity = await startActivity(rig);

    expect((await activity.history()).path).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  });

  it("tells the execution that waits, when the function died after its token was stored", async () => {
    rig.between.task = async (call, run) => {
      await run();
      if (call.name !== "Recruit" || call.attempt > 0) return {};
      await closeNow(idOfFirst(call));
      throw dead();
    };
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-09-01T00:01:00.000Z");
    const { path, transitions } = await activity.history();

    expect(path).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
    expect(transitions - path.length).toBe(1);
  });

  it("keeps waiting with the second token, when the function died after the first was stored", async () => {
    const tokens: string[] = [];
    rig.between.task = async (call, run) => {
      tokens.push(call.payload.token);
      await run();
      if (call.attempt === 0) throw dead();
      return {};
    };
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-09-01T00:01:00.000Z");
    const token = await activity.token();
    await activity.close("Recruit");

    expect(tokens[0]).not.toBe(tokens[1]);
    expect(token).toMatchObject({ visit: 0, attempt: 1, token: tokens[1] });
    expect((await activity.row()).outcomes).toMatchObject({ Recruit: { kind: "closedEarly" } });
    expect((await activity.history()).path).toContain("Cover");
  });

  describe("a function that comes late", () => {
    let calls: { payload: object; run: () => Promise<unknown> }[];
    let activity: Started;
    beforeEach(async () => {
      calls = [];
      rig.between.task = (call, run) => {
        calls.push({ payload: call.payload, run });
        return run();
      };
      activity = await startActivity(rig);
    });

    it("does not put its older visit's token over a newer one", async () => {
      await activity.extend("Recruit", "2026-09-09T10:00:00.000Z");
      const newer = await activity.token();
      await calls[0]?.run();
      const kept = await activity.token();
      await activity.close("Recruit");

      expect(newer).toMatchObject({ visit: 1 });
      expect(kept).toEqual(newer);
      expect((await activity.history()).path).toEqual(["Begin", "Recruit", "Recruit", "Cover", "Execute"]);
    });

    it("does not put its older attempt's token over a newer one", async () => {
      await rig.useCases.lifecycles.keepToken({ ...(await tokenNow(activity)), attempt: 1, token: "newer" });
      await calls[0]?.run();

      expect(await activity.token()).toMatchObject({ attempt: 1, token: "newer" });
    });

    it("does not do the stage's work again", async () => {
      const before = await activity.row();
      let looks = 0;
      const { dutyLists } = rig.useCases;
      const find = dutyLists.find.bind(dutyLists);
      dutyLists.find = (id) => {
        looks += 1;
        return find(id);
      };
      await calls[0]?.run();
      const { visitedAt: _, version: __, ...row } = before;

      expect(looks).toBe(0);
      expect(await activity.row()).toMatchObject(row);
      expect(before.prepared).toEqual(["Recruit"]);
    });
  });

  it("checks the generation before anything is written", async () => {
    const activity = await startActivity(rig);
    const before = await activity.row();
    const { at, plan, ...visit } = await tokenNow(activity);
    const entry = rig.app.tasks.Cover({ ...visit, at: DUE.Recruit, plan, generation: 2 });

    await expect(entry).rejects.toMatchObject({ name: "lifecycle.superseded" });
    expect(await activity.row()).toEqual(before);
    expect(await activity.token()).toMatchObject({ stage: "Recruit" });
  });

  it("has done the stage's work before anybody can end the stage", async () => {
    const order: string[] = [];
    const { lifecycles, dutyLists } = rig.useCases;
    const [keepToken, fix] = [lifecycles.keepToken.bind(lifecycles), dutyLists.fix.bind(dutyLists)];
    lifecycles.keepToken = (token) => {
      if (token.stage === "Recruit") order.push("token");
      return keepToken(token);
    };
    dutyLists.fix = (...all) => {
      order.push("duty list");
      return fix(...all);
    };
    await startActivity(rig);

    expect(order).toEqual(["duty list", "token"]);
  });

  it("hands nothing to the execution by what it returns", async () => {
    rig.between.task = async (call, run) => {
      const answer = await run();
      return call.name === "Award" ? answer : { plan: { Recruit: ["2020-01-01T00:00:00.000Z"] }, visit: 99 };
    };
    const activity = await startActivity(rig);
    await activity.extend("Recruit", "2026-09-09T10:00:00.000Z");

    expect(await activity.token()).toMatchObject({ visit: 1, plan: { Recruit: ["2026-09-09T10:00:00.000Z"] } });
  });

  it("ends a stage at its entry that is entered after its deadline", async () => {
    const away = await openRig({ bell: false });
    const activity = await startActivity(away);
    await away.engine.advanceTo("2026-09-10T00:00:00.000Z");
    for (let minutes = 0; minutes < 3; minutes += 1) await away.sweep();

    expect(await activity.row()).toMatchObject({
      status: "executing",
      outcomes: { Recruit: { kind: "deadline", at: DUE.Recruit, by: "system" } },
    });
    await away.close();
  });
});

const tokenNow = async (activity: Started) => {
  const token = await activity.token();
  if (!token) throw new Error("nobody waits");
  return token;
};
