import { type Alliance, openAlliance, type Started } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

interface Item {
  at: string;
  kind: string;
  text: string;
  rule?: { id: string };
  rows: { text: string; href?: string }[];
  by?: { name: string; employeeNumber: string; role?: string };
  reason?: string;
}

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

interface Timeline {
  items: Item[];
  next: { at: string; text: string };
}

const timelineOf = (activity: Started) => house.as("organizer").get<Timeline>(`/activities/${activity.id}/timeline`);

describe("the timeline of an activity", () => {
  let activity: Started;

  beforeAll(async () => {
    activity = await house.startActivity({ in: 5, headCount: 4, servedParty: { kind: "none", reason: "公益宣传" } });
    await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
    await house.signUp(activity, "partyA1", "partyA2");
    await house.askLeave(activity, "partyA3");
    await house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: true });
  });

  it("tells why it waits, and the next automatic step", async () => {
    const { items, next } = await timelineOf(activity);

    expect(next.text).toBe("提醒应到而未答复的人");
    expect(items.map(({ kind, text }: Item) => [kind, text])).toEqual([
      ["person", "发起活动"],
      ["automatic", "招募开始，已发布公告"],
      ["person", "批准请假"],
      ["person", "申请请假"],
    ]);
    expect(items[1]).toMatchObject({ rule: { id: "A4" }, rows: [{}, { text: "应到4人", href: "?tab=people" }] });
    expect(items[2]).toMatchObject({
      by: { role: "branchSecretary" },
      rows: [{ text: expect.stringContaining("partyA3") }],
    });
  });

  it("gives each automatic step the rule and the counts that caused it", async () => {
    await house.advanceTo(activity.at("18:30", -2));
    await house.acceptCover(activity, "coverA1");
    await house.confirmCover(activity, "coverA1");
    await house.advanceTo(activity.at("08:30"));
    await house.checkIn(activity, "partyA1", "partyA2");
    await house.advanceTo(activity.at("14:01"));
    const { items, next } = await timelineOf(activity);
    const automatic = items.filter(({ kind }: Item) => kind === "automatic");

    expect(
      automatic.map(({ text, rule, rows }: Item) => [text, rule?.id, rows.map((row) => row.text).join(" ")]),
    ).toEqual([
      ["招募开始，已发布公告", "A4", expect.stringContaining("应到4人")],
      ["提醒应到而未答复的人", "A5", ""],
      ["招募到期，自动截止，分配名额", "A7", "有名额2人 候补0人"],
      ["为当班的人找代班", "A7", "要代班的班次1个"],
      ["代班安排截止", "A7", ""],
      ["提醒有名额的人", "A5", "有名额2人"],
      ["服务结束，点名截止", "Lifecycle 3", "记缺席1人次"],
    ]);
    expect(items.map(({ text }: Item) => text)).toEqual(expect.arrayContaining(["同意代班", "确认代班"]));
    expect(next.text).toBe("提醒组织者归档");
  });

  it("is for those who may read who did what", async () => {
    await expect(house.as("partyA2").get(`/activities/${activity.id}/timeline`)).rejects.toMatchObject({
      code: "permission.denied",
    });
  });
});
