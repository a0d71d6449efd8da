import { catalogue } from "../language/catalogue.ts";

/** What people are told about absences and appeals. @source docs/domain.md lifecycle 3 */
export const attendanceMessages = catalogue({
  "zh-CN": {
    "message.attendance.voided.subject": "「{{title}}」改期，请届时重新签到",
    "message.attendance.voided.body":
      "您已签到的「{{title}}」场次改到 {{startsAt}}，原签到不再有效，也不计积分。请在新时间重新签到。",
    "message.attendance.backEntryAsked.subject": "「{{title}}」有一项补记待审批",
    "message.attendance.backEntryAsked.body":
      "{{name}}申请补记{{member}}参加「{{title}}」（{{sessionPeriod}}），理由：{{reason}}。须由另一人审批；积分入账前可以审批，之后只能更正。",
    "message.attendance.paperSheetRefused.subject": "「{{title}}」的纸质签到表未采纳",
    "message.attendance.paperSheetRefused.body":
      "「{{title}}」{{sessionPeriod}} 事后录入的签到表没有采纳：{{reason}}。表上的签到和缺席都不计；有出入的，请联系组织者。",
    "message.attendance.paperSheetAsked.subject": "「{{title}}」有一张纸质签到表待审批",
    "message.attendance.paperSheetAsked.body":
      "{{name}}事后录入了「{{title}}」（{{sessionPeriod}}）的纸质签到表，共{{count}}人，理由：{{reason}}。须由录入人和表上的人以外的一人整张批准或退回；积分入账前有效。",
    "message.steward.named.subject": "请在「{{title}}」现场协助签到",
    "message.steward.named.body":
      "{{name}}请您在「{{title}}」现场协助签到：{{startsAt}}，{{place}}。您可以为有岗位的人签到，不改动其他记录。",
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
  },
  en: {
    "message.attendance.voided.subject": "“{{title}}” was moved: please check in again",
    "message.attendance.voided.body":
      "The session of “{{title}}” that you had checked in for was moved to {{startsAt}}. That check-in no longer counts; please check in again at the new time.",
    "message.attendance.backEntryAsked.subject": "A late entry of “{{title}}” waits for approval",
    "message.attendance.backEntryAsked.body":
      "{{name}} asks to put {{member}} down as present at “{{title}}” ({{sessionPeriod}}): {{reason}}. A second person decides, until points are posted; after that only a correction helps.",
    "message.attendance.paperSheetRefused.subject": "The sign-in sheet of “{{title}}” was not taken",
    "message.attendance.paperSheetRefused.body":
      "The sheet of “{{title}}”, {{sessionPeriod}}, that was typed in later was not taken: {{reason}}. Nothing on it counts; if that is wrong, get in touch with the organizer.",
    "message.attendance.paperSheetAsked.subject": "A sign-in sheet of “{{title}}” waits for approval",
    "message.attendance.paperSheetAsked.body":
      "{{name}} typed in the sheet on paper of “{{title}}” ({{sessionPeriod}}) afterwards: {{count}} people, because {{reason}}. Somebody who neither typed it nor is on it approves or refuses it as a whole, until points are posted.",
    "message.steward.named.subject": "Please help with check-in at “{{title}}”",
    "message.steward.named.body":
      "{{name}} asks you to help with check-in at “{{title}}”: {{startsAt}}, {{place}}. You may check in people who have a place, and change nothing else.",
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
  },
});
