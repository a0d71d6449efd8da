import { Contact } from "@yigong/core/survey/served.ts";
import { TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DUE, startActivity } from "./life.ts";
import { builtDefinition, openRig, type Rig } from "./rig.ts";

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
  for (const team of TEAMS) await rig.useCases.units.add(team);
});
afterEach(() => rig.close());

const SELF = {
  origin: "team",
  teamId: TEAM,
  proposal: { plan: "为社区老人检修宽带，讲解手机使用，预计服务三十户。", wishes: { guidance: false } },
};
const FILED = "2026-09-13T00:00:00.000Z";
const DEFINITE = { servedParty: { kind: "definite", description: "小区住户" } };

describe("rule 3: what ends a stage is routed by the state itself", () => {
  it("takes 8 transitions and 41 events from recruiting to points", async () => {
    const activity = await startActivity(rig);
    await rig.advanceTo(FILED);
    await activity.close("Archive");

    expect(await activity.history()).toMatchObject({
      status: "SUCCEEDED",
      path: ["Begin", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award", "Done"],
      transitions: 8,
      events: 41,
    });
  });

  it("takes 9 transitions and 47 events with a proposal", async () => {
    const activity = await startActivity(rig, SELF);
    await activity.close("Propose");
    await rig.advanceTo(FILED);
    await activity.close("Archive");

    expect(await activity.history()).toMatchObject({
      status: "SUCCEEDED",
      path: ["Begin", "Propose", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award", "Done"],
      transitions: 9,
      events: 47,
    });
  });

  it("has no state between two stages", () => {
    const { States } = builtDefinition();
    const types = Object.entries(States).map(([name, { Type }]) => `${name} ${Type}`);

    expect(types.filter((each) => !each.endsWith("Task"))).toEqual([
      "Begin Choice",
      "Cancelled Succeed",
      "Done Succeed",
      "Superseded Succeed",
      "Stopped Fail",
    ]);
  });

  it("enters a stage again with the new due instants when they change", async () => {
    const activity = await startActivity(rig);
    await activity.extend("Recruit", "2026-09-10T10:00:00.000Z");
    await activity.extend("Recruit", "2026-09-11T10:00:00.000Z");
    const { path, timeouts } = await activity.history();

    expect(path).toEqual(["Begin", "Recruit", "Recruit", "Recruit"]);
    expect(timeouts).toEqual([7 * 86_400 + 36_001, 9 * 86_400 + 36_001, 10 * 86_400 + 36_001]);
    expect(await activity.token()).toMatchObject({ visit: 2, attempt: 0 });
  });

  it.each([
    ["Propose", SELF, "2026-09-02T00:00:00.000Z"],
    ["Recruit", {}, "2026-09-02T00:00:00.000Z"],
    ["Execute", {}, "2026-09-10T00:00:00.000Z"],
    ["Archive", {}, FILED],
  ] as const)("ends at once when the activity is cancelled in %s", async (stage, change, at) => {
    const activity = await startActivity(rig, change);
    await rig.advanceTo(at);
    await activity.cancel();
    const { path } = await activity.history();

    expect(path.slice(-2)).toEqual([stage, "Cancelled"]);
    expect(await activity.row()).toMatchObject({ status: "cancelled", cancelledIn: stage });
  });

  it("ends at once when the activity is cancelled in Survey", async () => {
    const activity = await startActivity(rig, DEFINITE);
    await rig.useCases.surveys.served.add(activity.id, [Contact.parse({ mobile: "13800000000" })], []);
    await rig.advanceTo(FILED);
    await activity.close("Archive");
    await activity.cancel();

    expect((await activity.history()).path.slice(-2)).toEqual(["Survey", "Cancelled"]);
  });

  it("stops with the error's name when a task fails in a way that nobody foresaw", async () => {
    rig.between.task = () => Promise.reject(new TypeError("a mistake of ours"));
    const activity = await startActivity(rig);

    expect(await activity.history()).toMatchObject({ status: "FAILED", path: ["Begin", "Recruit", "Stopped"] });
  });
});

describe("rule 5: a time-out leads to the next stage, whose entry closes the one before", () => {
  it("closes it at its deadline, not when somebody came by", async () => {
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-09-08T10:00:01.000Z");
    const { outcomes, enteredAt } = await activity.row();

    expect(outcomes).toMatchObject({ Recruit: { kind: "deadline", at: DUE.Recruit, by: "system" } });
    expect(enteredAt).toMatchObject({ Cover: "2026-09-08T10:00:01.000Z" });
  });

  it("leads back when the deadline was moved and the execution has not heard of it", async () => {
    const deliver = rig.between.effect;
    const activity = await startActivity(rig);
    rig.between.effect = async (effect, run) => {
      if (effect.kind !== "lifecycle.nudge") return run();
      return rig.now() < DUE.Recruit ? { state: "later", dueAt: DUE.Recruit } : run();
    };
    await activity.extend("Recruit", "2026-09-09T10:00:00.000Z");
    rig.between.effect = async (effect, run) =>
      effect.kind === "lifecycle.nudge" && rig.now() < "2026-09-08T10:00:01.000Z"
        ? { state: "later", dueAt: "2026-09-08T10:00:01.000Z" }
        : run();
    await rig.advanceTo("2026-09-09T00:00:00.000Z");
    rig.between.effect = deliver;
    const between = await activity.row();
    await rig.advanceTo("2026-09-10T00:00:00.000Z");

    expect(between).toMatchObject({ status: "recruiting", outcomes: {} });
    expect((await activity.history()).path).toEqual([
      "Begin",
      "Recruit",
      "Cover",
      "Recruit",
      "Recruit",
      "Cover",
      "Execute",
    ]);
    expect((await activity.row()).outcomes).toMatchObject({ Recruit: { at: "2026-09-09T10:00:00.000Z" } });
  });

  it("leads to itself where only a person ends the stage", async () => {
    const proposed = await startActivity(rig, SELF);
    const unfiled = await startActivity(rig);
    await rig.advanceTo(FILED);
    await rig.engine.advanceTo("2026-12-12T00:00:00.000Z");

    expect((await proposed.history()).path).toEqual(["Begin", "Propose", "Propose", "Propose", "Propose", "Propose"]);
    expect(await proposed.row()).toMatchObject({ status: "proposing", outcomes: {} });
    expect((await unfiled.history()).path.slice(-2)).toEqual(["Archive", "Archive"]);
    expect(await unfiled.row()).toMatchObject({ status: "archiving" });
  });

  it("takes no transition for reminders, however often they come", async () => {
    const sent: string[] = [];
    rig.between.effect = (effect, run) => {
      sent.push(effect.kind === "message.send" ? effect.template : effect.kind);
      return run();
    };
    const activity = await startActivity(rig);
    await rig.advanceTo("2026-10-15T00:00:00.000Z");
    const { path, transitions } = await activity.history();

    expect(sent.filter((kind) => kind === "archive.escalate")).toHaveLength(4);
    expect(sent).toEqual(
      expect.arrayContaining(["recruit.undecidedReminder", "activity.startsSoon", "archive.dueSoon"]),
    );
    expect(path).toEqual(["Begin", "Recruit", "Cover", "Execute", "Archive"]);
    expect(transitions).toBe(5);
  });
});
