import { catalogue } from "../language/catalogue.ts";

/** What people are told about planned absences. @source docs/domain.md A5 */
export const awayMessages = catalogue({
  "zh-CN": {
    "message.away.asked.subject": "请审批{{name}}的外出安排：{{days}}",
    "message.away.asked.body":
      "{{name}}安排外出：{{days}}。批准后，期间开始的活动名单上记为请假，不催办也不算缺席；未批准前只是不请其代班。请在外出开始前审批。",
    "message.away.enteredFor.subject": "已代您登记外出安排：{{days}}",
    "message.away.enteredFor.body":
      "{{name}}按您说的登记了外出：{{days}}。不对的话，请在外出安排里取消，或联系支部书记。",
    "message.away.approved.subject": "外出安排已批准：{{days}}",
    "message.away.approved.body": "您的外出安排已批准：{{days}}。期间的活动不用另外请假；要参加仍可照常报名。",
    "message.away.refused.subject": "外出安排未批准：{{days}}",
    "message.away.refused.body":
      "您的外出安排未批准：{{days}}（{{reason}}）。期间不会请您代班；名单上有您的活动，请逐场请假。",
  },
  en: {
    "message.away.asked.subject": "Please decide on the planned absence of {{name}}: {{days}}",
    "message.away.asked.body":
      "{{name}} plans to be away: {{days}}. Once approved, duty lists of activities in that time say “on leave”, without reminders or absences; until then they are only not asked to cover. Please decide before it begins.",
    "message.away.enteredFor.subject": "A planned absence was written down for you: {{days}}",
    "message.away.enteredFor.body":
      "{{name}} wrote down that you are away: {{days}}. If that is not so, take it back on the page for planned absences, or tell the branch secretary.",
    "message.away.approved.subject": "Your planned absence is approved: {{days}}",
    "message.away.approved.body":
      "Your planned absence is approved: {{days}}. No leave is needed for activities in that time; you may still sign up.",
    "message.away.refused.subject": "Your planned absence is not approved: {{days}}",
    "message.away.refused.body":
      "Your planned absence is not approved: {{days}} ({{reason}}). You are not asked to cover in that time; please ask for leave for each activity whose duty list names you.",
  },
});
