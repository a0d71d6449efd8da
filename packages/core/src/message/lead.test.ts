import { describe, expect, it } from "vitest";
import { holesOf, LANGUAGES, WORDS } from "../language/index.ts";
import { Message } from "./index.ts";
import { LEADS, type Lead } from "./lead.ts";

const TEMPLATES = Message.TEMPLATES;
const leads: Record<string, Lead | undefined> = LEADS;
const origin = "https://yigong.example.com";
const activityId = `act_${"0".repeat(26)}`;
const card = `/m/approvals/backEntry/${activityId}.ses_${"0".repeat(26)}.mem_${"0".repeat(26)}`;

/** The pages that there are for somebody to be led to. */
const PAGES =
  /^\/m(\/(activities|covers|points|approvals|record|me|away|deed|trainer)|\/activities\/[\w.-]+(\/(sign-up|leave|roll-call|screen|diary|happiness|money|helpers|advice|covers\/[\w.-]+))?|\/covers\/[\w.-]+|\/points\/[\w.%-]+|\/external-places\/[\w.-]+|\/services\/[\w.-]+|\/approvals\/\w+\/[\w.-]+)?$/;

/** Ask for something that is done outside, or in the roster; or to served clients, with a link of their own. */
const ELSEWHERE = [
  "alarm.awardStuck",
  "alarm.backupFailed",
  "alarm.channelDown",
  "alarm.lifecycleStopped",
  "alarm.noticeRefused",
  "alarm.noticeTooLate",
  "alarm.tooLate",
  "alarm.undelivered",
  "award.unprintable",
  "cover.arranged",
  "cover.lost",
  "session.code",
  "survey.guardianInvitation",
  "survey.guardianReminder",
  "survey.invitation",
  "survey.reminder",
  "workcalendar.nextDue",
];
/** A sentence or clause that begins with 请 asks for something; `cover.expired` speaks of what was asked. */
const asks = (template: Message.Template) =>
  template !== "cover.expired" && /(^|[。；，：])请/.test(WORDS["zh-CN"][`message.${template}.body`]);

const leadOf = (template: string, page?: string) => Message.leadOf({ template, page, activityId });
const usual = (name: string): string => {
  if (name === "link") return `${origin}/s/0123456789abcdefghij0123456789ab`;
  const startsAt = "2026-09-12T01:00:00.000Z";
  if (name.endsWith("At")) return startsAt;
  if (name.endsWith("Period")) return Message.period(startsAt, "2026-09-12T04:00:00.000Z");
  return { title: "海陵社区净滩行", place: "海陵社区服务中心", reason: "当天要值守机房" }[name] ?? "王小明";
};
const told = (template: Message.Template, language: (typeof LANGUAGES)[number]) => {
  const words = `${WORDS["zh-CN"][`message.${template}.subject`]}${WORDS["zh-CN"][`message.${template}.body`]}`;
  const params = Object.fromEntries(holesOf(words).map((name) => [name, usual(name)]));
  const rendered = Message.render(language, template, params, {
    zone: "Asia/Shanghai",
    asOf: "2026-09-01T00:00:00.000Z",
  });
  const lead = leadOf(template, leads[template]?.page === "told" ? card : undefined);
  return lead ? Message.leading(language, rendered, { ...lead, origin }) : rendered;
};

describe("a message that asks for something", () => {
  it.each(TEMPLATES.filter(asks).filter((one) => !ELSEWHERE.includes(one)))(
    "leads to the page where it is done: %s",
    (template) => {
      expect(leads[template]).toBeDefined();
    },
  );

  it.each(TEMPLATES.filter((template) => leads[template]))(
    "ends in the whole address of one of our pages: %s",
    (template) => {
      for (const language of LANGUAGES) {
        const { body } = told(template, language);
        const [, page = ""] = /https:\/\/yigong\.example\.com(\/\S+)$/.exec(body) ?? [];

        expect(page).toMatch(PAGES);
        expect(body.match(/https?:/g)).toHaveLength(1);
      }
    },
  );

  it.each(TEMPLATES)("still fits a phone with it: %s takes at most four SMS in Chinese and in English", (template) => {
    expect(told(template, "zh-CN").body.length).toBeLessThanOrEqual(4 * 67);
    expect(told(template, "en").body.length).toBeLessThanOrEqual(4 * 153);
  });

  it("leads nowhere when it was written before messages had pages and whoever told it alone knows the page", () => {
    expect(leadOf("cover.offered")).toBeUndefined();
    expect(leadOf("recruit.duty")).toEqual({ how: "asks", page: `/m/activities/${activityId}/sign-up` });
    expect(Message.leadOf({ template: "recruit.duty" })).toBeUndefined();
    expect([leadOf("toString"), leadOf("no.such")]).toEqual([undefined, undefined]);
  });
});
