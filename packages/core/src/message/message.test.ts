import { describe, expect, it } from "vitest";
import { holesOf, WORDS } from "../language/index.ts";
import { Effect } from "../outbox/outbox.ts";
import { Message } from "./index.ts";

const setting = { zone: "Asia/Shanghai", asOf: "2026-09-01T00:00:00.000Z" };
const startsAt = "2026-09-12T01:00:00.000Z";

/** Values as long as they usually come. */
const usual = (name: string): string => {
  if (name === "link") return "https://yigong.example.com/s/0123456789abcdefghij0123456789ab";
  if (name.endsWith("At")) return startsAt;
  if (name.endsWith("Period")) return Message.period(startsAt, "2026-09-12T04:00:00.000Z");
  return { title: "海陵社区净滩行", place: "海陵社区服务中心", reason: "当天要值守机房" }[name] ?? "王小明";
};

const paramsOf = (template: Message.Template): Record<string, string> => {
  const words = `${WORDS["zh-CN"][`message.${template}.subject`]}${WORDS["zh-CN"][`message.${template}.body`]}`;
  return Object.fromEntries(holesOf(words).map((name) => [name, usual(name)]));
};

describe("render", () => {
  it("tells what is asked, until when and what happens next, with instants in the alliance's zone", () => {
    const params = { title: "净滩行", startsAt, place: "海陵", recruitUntilAt: "2026-09-09T10:00:00.000Z" };

    expect(Message.render("zh-CN", "recruit.duty", params, setting)).toEqual({
      subject: "请参加「净滩行」",
      body: "「净滩行」9月12日 周六 09:00 在海陵开始。您在应到名单上，未请假均须参加。请在 9月9日 周三 18:00 前确认参加，或请假并写明原因；截止后告知岗位。",
    });
    expect(Message.render("en", "recruit.duty", params, setting).body).toContain("before Wed 9 Sep 18:00");
  });

  it("tells a shift as a span", () => {
    const shiftPeriod = Message.period(startsAt, "2026-09-12T04:00:00.000Z");

    expect(Message.render("zh-CN", "cover.expired", { post: "话务员", shiftPeriod }, setting).subject).toBe(
      "代班询问已过期：9月12日 周六 09:00–12:00",
    );
  });

  it.each(Message.TEMPLATES)("fits a phone: %s takes at most three SMS in Chinese and three in English", (template) => {
    const chinese = Message.render("zh-CN", template, paramsOf(template), setting);
    const english = Message.render("en", template, paramsOf(template), setting);

    // A long SMS carries 67 characters a part with Chinese in it, 153 without; mails show some 40 characters of a subject.
    expect(chinese.body.length).toBeLessThanOrEqual(3 * 67);
    expect(chinese.subject.length).toBeLessThanOrEqual(40);
    expect(english.body.length).toBeLessThanOrEqual(3 * 153);
  });

  it("cuts what people typed to what fits, and ends it with one mark", () => {
    const { body } = Message.render(
      "zh-CN",
      "proposal.refused",
      { title: "长".repeat(120), reason: "经费不足。\n" },
      setting,
    );

    expect(body).toBe(`联盟不同意「${"长".repeat(59)}…」：经费不足。这项活动到此结束，记录保留；可另提新方案。`);
  });

  it("never cuts a link", () => {
    const link = `https://yigong.example.com/s/${"a".repeat(80)}`;
    const params = { alliance: "义工联盟", title: "净滩行", closesAt: startsAt, link };

    expect(Message.render("zh-CN", "survey.invitation", params, setting).body.endsWith(link)).toBe(true);
  });

  it.each([
    ["message.template_unknown", "recruit.party", {}],
    ["message.template_unknown", "constructor", {}],
    ["message.param_missing", "leave.passedOn", { title: "净滩行" }],
    ["message.param_invalid", "leave.passedOn", { title: "净滩行", startsAt: "明天" }],
    ["message.param_invalid", "cover.expired", { post: "话务员", shiftPeriod: startsAt }],
  ])("refuses what it cannot word: %s", (code, template, params) => {
    expect(() => Message.render("en", template, params as Record<string, string>, setting)).toThrowError(
      expect.objectContaining({ code }),
    );
  });
});

describe("idFor", () => {
  const effect = { id: "message.send#recruit.duty#act_1", dueAt: "2026-09-01T00:00:00.000Z" };

  it("is one id for one effect and one person, in the form of our ids", () => {
    expect(Message.Id.safeParse(Message.idFor(effect, "mem_a")).success).toBe(true);
    expect(Message.idFor(effect, "mem_a")).toBe(Message.idFor({ ...effect }, "mem_a"));
    expect(Message.idFor(effect, "mem_a")).not.toBe(Message.idFor(effect, "mem_b"));
    expect(Message.idFor(effect, "mem_a")).not.toBe(Message.idFor({ ...effect, id: "other" }, "mem_a"));
  });

  it("sorts by the instant of the effect", () => {
    const later = Message.idFor({ ...effect, dueAt: "2026-09-01T00:00:00.001Z" }, "mem_a");

    expect(Message.idFor(effect, "mem_a") < later).toBe(true);
  });
});

describe("a reason that the system wrote", () => {
  it.each([
    "没有签到记录 / no check-in",
    "没有登记服务对象的联系方式 / No contact of the served party was recorded.",
    "Undecided at the start: in the person's favour.",
  ])("reads in each person's own language: %s", (reason) => {
    const params = { name: "台州义工联盟", title: "净滩行", startsAt, reason };
    const setting = { zone: "Asia/Shanghai", asOf: startsAt };
    const chinese = Message.render("zh-CN", "absence.recorded", params, setting).body;
    const english = Message.render(
      "en",
      "absence.recorded",
      { ...params, name: "the alliance", title: "walk" },
      setting,
    ).body;

    expect(chinese).not.toMatch(/[A-Za-z]/);
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it("is left alone when a person typed it", () => {
    const params = { name: "a", title: "b", startsAt, reason: "未到 / late" };

    expect(Message.render("en", "absence.recorded", params, { zone: "UTC", asOf: startsAt }).body).toContain(
      "未到 / late",
    );
  });
});

describe("tell", () => {
  it("is an effect whose id comes from the template and the cause", () => {
    const effect = Message.tell({
      template: "leave.approved",
      params: { title: "净滩行", startsAt },
      to: { kind: "members", memberIds: ["mem_a"] },
      cause: "act_1#mem_a#2",
      dueAt: "2026-09-01T00:00:00.000Z",
      activityId: "act_1",
    });

    expect(Effect.parse(effect)).toEqual(effect);
    expect(effect.id).toBe("message.send#leave.approved#act_1#mem_a#2");
  });
});
