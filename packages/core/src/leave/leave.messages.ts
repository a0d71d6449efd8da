import { catalogue } from "../language/catalogue.ts";

/** What people are told about leave from an activity. @source docs/domain.md A5 */
export const leaveMessages = catalogue({
  "zh-CN": {
    "message.leave.requested.subject": "请批{{name}}的请假",
    "message.leave.requested.body":
      "{{name}}申请不参加 {{startsAt}} 开始的「{{title}}」。请看过原因后批准或不批准；{{decideUntilAt}} 前未定，自动转联盟决定。",
    "message.leave.approved.subject": "「{{title}}」请假已批准",
    "message.leave.approved.body":
      "您对 {{startsAt}} 开始的「{{title}}」的请假已批准，无需到场，不算缺席。情况有变可以撤回请假。",
    "message.leave.refused.subject": "「{{title}}」请假未批准",
    "message.leave.refused.body":
      "您对「{{title}}」的请假未批准：{{reason}}。活动 {{startsAt}} 开始，请照常参加；如有新的证明，开始前可再申请。",
    "message.leave.passedOn.subject": "「{{title}}」请假已转联盟",
    "message.leave.passedOn.body":
      "您对「{{title}}」的请假支部尚未答复，已转联盟决定，有结果会告知您。活动 {{startsAt}} 开始。",
    "message.leave.forAlliance.subject": "请联盟决定{{name}}的请假",
    "message.leave.forAlliance.body":
      "{{name}}申请不参加 {{startsAt}} 开始的「{{title}}」，按规定由联盟决定。请看过原因后，在活动开始前批准或不批准。",
    "message.leave.escalated.subject": "支部未答复，请决定{{name}}的请假",
    "message.leave.escalated.body":
      "{{name}}对「{{title}}」的请假，支部到期未答复，现由联盟决定。请在 {{startsAt}} 活动开始前批准或不批准。",
  },
  en: {
    "message.leave.requested.subject": "Please decide on leave for {{name}}",
    "message.leave.requested.body":
      "{{name}} asks not to attend “{{title}}”, which begins {{startsAt}}. Read the reason and approve or refuse; what is open at {{decideUntilAt}} goes to the alliance by itself.",
    "message.leave.approved.subject": "Your leave from “{{title}}” is approved",
    "message.leave.approved.body":
      "Your leave from “{{title}}”, which begins {{startsAt}}, is approved. You need not come and it is no absence. You may take it back if things change.",
    "message.leave.refused.subject": "Your leave from “{{title}}” is refused",
    "message.leave.refused.body":
      "Your leave from “{{title}}” is refused: {{reason}}. It begins {{startsAt}}; please attend. With new evidence you may ask again before it begins.",
    "message.leave.passedOn.subject": "Your leave from “{{title}}” is with the alliance",
    "message.leave.passedOn.body":
      "Your branch has not decided on your leave from “{{title}}”, so the alliance now does. You are told as soon as it is decided. It begins {{startsAt}}.",
    "message.leave.forAlliance.subject": "Leave for {{name}} is for the alliance to decide",
    "message.leave.forAlliance.body":
      "{{name}} asks not to attend “{{title}}”, which begins {{startsAt}}; this one is for the alliance to decide. Read the reason and approve or refuse before it begins.",
    "message.leave.escalated.subject": "Leave for {{name}} was left undecided: please decide",
    "message.leave.escalated.body":
      "The branch has not decided in time on the leave of {{name}} from “{{title}}”. The alliance decides now: approve or refuse before it begins {{startsAt}}.",
  },
});
