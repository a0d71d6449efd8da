import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

async function served(): Promise<Started> {
  const activity = await house.startActivity({ in: 3 });
  await house.signUp(activity, "freeA1");
  await house.advanceTo(activity.at("14:01"));
  return activity;
}
/** How often somebody was told something about an activity. */
const times = async (activity: Started, who: "organizer" | "alliance", template: string) =>
  (await house.told(activity, who)).filter((name) => name === template).length;

describe("an archive that nobody files", () => {
  let activity: Started;

  it("is reminded of two days before it is due, and brought before the alliance when it is", async () => {
    activity = await served();
    await house.advanceTo(activity.at("12:01", 5));

    expect(await house.told(activity, "organizer")).toEqual(["archive.dueSoon"]);

    await house.advanceTo(activity.at("12:01", 7));

    expect(await house.told(activity, "organizer")).toEqual(["archive.dueSoon", "archive.overdue"]);
    expect(await house.told(activity, "alliance")).toEqual(["archive.overdueEscalated"]);
  });

  it("comes up again each week", async () => {
    await house.advanceTo(activity.at("12:02", 21));

    expect(await times(activity, "organizer", "archive.overdue")).toBe(3);
    expect(await times(activity, "alliance", "archive.overdueEscalated")).toBe(3);
  });

  it("stays open however long it takes: no deadline ends the stage", async () => {
    await house.advanceTo(activity.at("13:00", 95));

    expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute", "Archive", "Archive"]);
    expect(await house.stagesOf(activity)).toMatchObject({ status: "archiving" });
  });

  it("is over when it is filed, and nobody is reminded any more", async () => {
    const before = await times(activity, "alliance", "archive.overdueEscalated");
    await house.fileArchive(activity);
    await house.advanceTo(house.day(21, "12:00"));

    expect(await house.stagesOf(activity)).toMatchObject({ status: "done", Archive: "filed" });
    expect(await times(activity, "alliance", "archive.overdueEscalated")).toBe(before);
    expect(house.faults).toEqual([]);
  });
});

describe("filing", () => {
  it("is refused without a summary, without a picture, and before the service is over", async () => {
    const activity = await house.startActivity({ in: 3 });
    await house.signUp(activity, "freeA1");
    await expect(house.submitArchive(activity)).rejects.toMatchObject({ code: "lifecycle.stage_not_open" });
    await house.advanceTo(activity.at("14:01"));
    await expect(house.submitArchive(activity)).rejects.toMatchObject({ status: 409, code: "archive.incomplete" });
    await house.writeSummary(activity, "organizer");
    await expect(house.submitArchive(activity)).rejects.toMatchObject({
      code: "archive.incomplete",
      message: expect.stringContaining("材料"),
    });

    expect(await house.stagesOf(activity)).toMatchObject({ status: "archiving" });

    await house.addPhoto(activity, "organizer");
    await house.submitArchive(activity);

    expect(await house.archiveOf(activity)).toMatchObject({ status: "filed", owner: "committee" });
  });

  it("numbers what is filed in a register without gaps", async () => {
    const one = await served();
    await house.fileArchive(one);
    const two = await served();
    await house.fileArchive(two, "alliance");
    const [before, after] = await Promise.all([house.archiveOf(one), house.archiveOf(two)]);

    expect(before).toMatchObject({ status: "filed" });
    expect("number" in after && after.number).toBe("number" in before && before.number + 1);
  });

  it("once done, is the same asked again, and nobody can change it", async () => {
    const activity = await served();
    await house.fileArchive(activity);
    const path = await house.pathOf(activity);
    await house.submitArchive(activity);

    expect(await house.pathOf(activity)).toEqual(path);
    await expect(house.writeSummary(activity, "organizer")).rejects.toMatchObject({ status: 409 });
    await expect(house.addPhoto(activity, "organizer")).rejects.toMatchObject({ status: 409 });
  });
});

it("is due later when it is given more time, without another visit of the stage", async () => {
  const activity = await served();
  await house.extend(activity, "Archive", activity.at("12:00", 12));
  await house.advanceTo(activity.at("12:01", 9));

  expect(await house.told(activity, "organizer")).toEqual([]);
  expect(await house.told(activity, "alliance")).toEqual([]);

  await house.advanceTo(activity.at("12:01", 12));

  expect(await house.told(activity, "organizer")).toEqual(["archive.dueSoon", "archive.overdue"]);
  expect((await house.pathOf(activity)).at(-1)).toBe("Archive");
  expect((await house.pathOf(activity)).filter((name) => name === "Archive")).toHaveLength(1);
});
