import { describe, expect, it } from "vitest";
import { Info as Activity } from "../activity/activity.ts";
import { Announcement } from "./index.ts";

const id = (prefix: string, end = "") => `${prefix}_${"0".repeat(26 - end.length)}${end}`;

const activity = Activity.parse({
  id: id("act", "a"),
  organizerId: id("mem"),
  title: "净滩行",
  description: "沿河清理垃圾。",
  place: "凤城河",
  risks: "河边路滑，请穿防滑鞋。",
  origin: "alliance",
  scope: "general",
  beneficiary: "society",
  purposes: [],
  audience: { branchIds: [], teamIds: [] },
  minimumPeople: 0,
  servedParty: { kind: "none", reason: "面向公共环境" },
  recruitUntil: "2026-09-09T10:00:00.000Z",
  surveyDays: 7,
  sessions: [
    {
      id: id("ses"),
      startsAt: "2026-09-12T01:00:00.000Z",
      endsAt: "2026-09-12T04:00:00.000Z",
      positions: [
        { id: id("pos", "1"), name: "清理", headCount: 18, requiredSkills: [] },
        { id: id("pos", "2"), name: "急救", headCount: 1, requiredSkills: ["急救证", "驾驶"] },
      ],
    },
  ],
  createdAt: "2026-09-01T00:00:00.000Z",
  version: 0,
});
const at = "2026-09-02T00:00:00.000Z";
const announced = Announcement.compose(activity, { revision: 1, at });

describe("an announcement", () => {
  it("tells what, who organizes, where, when, which posts, the risks, what is asked and until when", () => {
    expect(Announcement.render("zh-CN", announced, "Asia/Shanghai")).toMatchObject({
      title: "招募公告：净滩行",
      paragraphs: [
        "沿河清理垃圾。",
        "组织：联盟组织",
        "地点：凤城河",
        "时间与岗位：\n9月12日 周六 09:00–12:00　清理18人、急救1人（需急救证、驾驶）",
        "风险提示：河边路滑，请穿防滑鞋。",
        "应到名单上的党员志愿者须参加；如有工作冲突，请事先请假。其他志愿者自愿报名。",
        "请在 9月9日 周三 18:00 前报名或请假，到时自动截止。",
      ],
    });
  });

  it("speaks of no duty when a team or a volunteer organizes", () => {
    const own = Announcement.compose({ ...activity, origin: "self" }, { revision: 1, at });
    const { paragraphs } = Announcement.render("en", own, "Asia/Shanghai");

    expect(paragraphs).toContain("Sign up freely; you may withdraw until recruitment closes.");
    expect(paragraphs.join()).not.toContain("duty");
  });

  it("says which revision it is from the second on, and has one id a revision", () => {
    const again = Announcement.compose(activity, { revision: 2, at });

    expect(Announcement.render("zh-CN", again, "Asia/Shanghai").title).toBe("招募公告（第2次修订）：净滩行");
    expect([announced.id === again.id, announced.id < again.id]).toEqual([false, true]);
  });

  it("keeps what was published when the activity changes", () => {
    expect(Object.keys(announced.content)).not.toContain("version");
    expect(announced.content).not.toBe(activity);
  });

  it("is published once: a second publishing or a late refusal changes nothing", () => {
    const published = Announcement.publish(announced, at);

    expect(published).toMatchObject({ status: "published", publishedAt: at });
    expect(Announcement.publish(published, "2026-09-03T00:00:00.000Z")).toBe(published);
    expect(Announcement.refuse(published, "channel.rejected", at)).toBe(published);
  });

  it("can be published after it was refused", () => {
    const refused = Announcement.refuse(announced, "channel.rejected", at);

    expect(refused).toMatchObject({ status: "refused", code: "channel.rejected" });
    expect(Announcement.Info.parse(Announcement.publish(refused, at))).not.toHaveProperty("code");
  });
});
