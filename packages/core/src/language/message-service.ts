import { catalogue } from "./catalogue.ts";

/** What people are told about the service itself: changes, reminders, absence, and what stopped. @source docs/domain.md lifecycle 3 */
export const serviceMessages = catalogue({
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
    "message.absence.recorded.subject": "「{{title}}」记为无故缺席",
    "message.absence.recorded.body":
      "{{name}}记录您无故缺席 {{startsAt}} 开始的「{{title}}」：{{reason}}。如与事实不符，请在活动页提出申诉并附说明，复核后告知结果。",
    "message.absence.appealed.subject": "请复核{{name}}的缺席申诉",
    "message.absence.appealed.body":
      "{{name}}对「{{title}}」的缺席记录提出申诉。请看过说明后撤销或维持记录，并写明理由；结果会告知本人。",
    "message.absence.appealUpheld.subject": "「{{title}}」缺席记录已撤销",
    "message.absence.appealUpheld.body":
      "您对「{{title}}」缺席记录的申诉成立：{{reason}}。记录已撤销，您无需再做什么。",
    "message.absence.appealRejected.subject": "「{{title}}」缺席记录维持不变",
    "message.absence.appealRejected.body":
      "您对「{{title}}」缺席记录的申诉未获支持：{{reason}}。记录保留；有新的证明可联系支部书记。",
    "message.alarm.lifecycleStopped.subject": "「{{title}}」的流程停住了",
    "message.alarm.lifecycleStopped.body":
      "「{{title}}」的流程在 {{raisedAt}} 停住，原因代码 {{code}}。系统会自动重新开始，已有记录不受影响；如再次收到此消息，请查看运行记录。",
    "message.alarm.undelivered.subject": "有消息或公告没有送出",
    "message.alarm.undelivered.body":
      "{{raisedAt}} 起多次发送失败：{{what}}，原因代码 {{code}}。请检查短信、邮件和办公系统的连接；恢复后请重新发送。",
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
    "message.absence.recorded.subject": "Absence recorded: “{{title}}”",
    "message.absence.recorded.body":
      "{{name}} has recorded that you were absent without leave from “{{title}}”, which began {{startsAt}}: {{reason}}. If that is not so, appeal on its page with an explanation; you are told the outcome.",
    "message.absence.appealed.subject": "Please review the appeal of {{name}}",
    "message.absence.appealed.body":
      "{{name}} appeals against an absence recorded for “{{title}}”. Read the explanation and lift or keep the record, with a reason; the person is told.",
    "message.absence.appealUpheld.subject": "Absence lifted: “{{title}}”",
    "message.absence.appealUpheld.body":
      "Your appeal against the absence recorded for “{{title}}” is upheld: {{reason}}. The record is lifted; there is nothing for you to do.",
    "message.absence.appealRejected.subject": "Absence kept: “{{title}}”",
    "message.absence.appealRejected.body":
      "Your appeal against the absence recorded for “{{title}}” is not upheld: {{reason}}. The record stays; with new evidence, talk to your branch secretary.",
    "message.alarm.lifecycleStopped.subject": "The workflow of “{{title}}” has stopped",
    "message.alarm.lifecycleStopped.body":
      "The workflow of “{{title}}” stopped at {{raisedAt}}, code {{code}}. It is started again by itself and no record is touched; if this comes again, look at the run log.",
    "message.alarm.undelivered.subject": "A message or announcement was not sent",
    "message.alarm.undelivered.body":
      "Sending has failed repeatedly since {{raisedAt}}: {{what}}, code {{code}}. Check the connections to SMS, mail and the office system, then send it again.",
  },
});
