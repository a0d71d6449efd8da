import { catalogue } from "../language/catalogue.ts";

/** What leads are asked for their team, and what the organizer is told of it; also for those whom nobody leads. @source docs/domain.md A9 */
export const helperMessages = catalogue({
  "zh-CN": {
    "message.support.asked.subject": "请为「{{title}}」安排支援人员",
    "message.support.asked.body":
      "联盟同意「{{title}}」（{{startsAt}}，{{place}}）由您的分队支援，一共需要{{count}}人。请在 {{recruitUntilAt}} 前点名安排，或写明理由谢绝；您点名的人会收到邀请，自愿报名。",
    "message.support.declined.subject": "{{team}}谢绝支援「{{title}}」",
    "message.support.declined.body": "{{team}}不能支援「{{title}}」：{{reason}}。请另行安排，或减少人数。",
    "message.support.named.subject": "{{team}}为「{{title}}」安排了{{count}}人",
    "message.support.named.body": "{{team}}为「{{title}}」点名{{count}}人，已邀请他们报名；报名情况见活动页。",
  },
  en: {
    "message.support.asked.subject": "Name helpers for “{{title}}”",
    "message.support.asked.body":
      "The alliance has agreed that your team supports “{{title}}” ({{startsAt}}, {{place}}); {{count}} are needed in all. Name people before {{recruitUntilAt}}, or decline with a reason. Whom you name is invited and signs up freely.",
    "message.support.declined.subject": "{{team}} cannot support “{{title}}”",
    "message.support.declined.body":
      "{{team}} cannot support “{{title}}”: {{reason}}. Find others, or do with fewer people.",
    "message.support.named.subject": "{{team}} has named {{count}} for “{{title}}”",
    "message.support.named.body":
      "{{team}} has named {{count}} people for “{{title}}”. They are invited; who signed up is on its page.",
  },
});
