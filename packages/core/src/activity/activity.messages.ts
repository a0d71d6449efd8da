import { catalogue } from "../language/catalogue.ts";

/** What people are told about an activity: cancelled, moved, about to begin. @source docs/domain.md lifecycle 3 */
export const activityMessages = catalogue({
  "zh-CN": {
    "message.activity.cancelled.subject": "「{{title}}」已取消",
    "message.activity.cancelled.body":
      "原定 {{startsAt}} 开始的「{{title}}」已取消：{{reason}}。您无需到场，为此安排的代班同时取消；记录保留。",
    "message.activity.cancelledTooFew.subject": "「{{title}}」因人数不足取消",
    "message.activity.cancelledTooFew.body":
      "「{{title}}」招募截止时报名{{people}}人，不到最低{{minimum}}人，已自动取消。原定 {{startsAt}} 开始，您无需到场；记录保留。",
    "message.activity.rescheduled.subject": "「{{title}}」改期到 {{startsAt}}",
    "message.activity.rescheduled.body":
      "「{{title}}」由 {{fromAt}} 改到 {{startsAt}}，地点{{place}}。您的安排不变；新时间不能参加，请尽快退出或请假。",
    "message.activity.startsSoon.subject": "明天请参加「{{title}}」",
    "message.activity.startsSoon.body":
      "「{{title}}」{{startsAt}} 在{{place}}开始，请准时到场签到。临时不能到场，请在开始前凭证明请假。",
  },
  en: {
    "message.activity.cancelled.subject": "“{{title}}” is cancelled",
    "message.activity.cancelled.body":
      "“{{title}}”, planned for {{startsAt}}, is cancelled: {{reason}}. You need not come, and cover arranged for it is cancelled too. The record is kept.",
    "message.activity.cancelledTooFew.subject": "“{{title}}” is cancelled: too few people",
    "message.activity.cancelledTooFew.body":
      "“{{title}}” closed with sign-ups: {{people}}, at least needed: {{minimum}}, and was cancelled by itself. It was planned for {{startsAt}}; you need not come. The record is kept.",
    "message.activity.rescheduled.subject": "“{{title}}” moves to {{startsAt}}",
    "message.activity.rescheduled.body":
      "“{{title}}” moves from {{fromAt}} to {{startsAt}} at {{place}}. Your place stays; if the new time does not suit you, withdraw or ask for leave soon.",
    "message.activity.startsSoon.subject": "Tomorrow: “{{title}}”",
    "message.activity.startsSoon.body":
      "“{{title}}” begins {{startsAt}} at {{place}}. Please check in on time. If something comes up, ask for late leave with evidence before it begins.",
  },
});
