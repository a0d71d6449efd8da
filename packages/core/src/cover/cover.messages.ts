import { catalogue } from "../language/catalogue.ts";

/** What people are told about cover at work. @source docs/domain.md A7 */
export const coverMessages = catalogue({
  "zh-CN": {
    "message.cover.offered.subject": "请问能否代班：{{shiftPeriod}}",
    "message.cover.offered.body":
      "{{name}}去参加「{{title}}」，想请您代班：{{post}}，{{shiftPeriod}}。请在 {{expiresAt}} 前接受或谢绝。谢绝不影响您，会另请下一位；到时未答复视为谢绝。",
    "message.cover.askedUrgently.subject": "急需代班：{{shiftPeriod}}",
    "message.cover.askedUrgently.body":
      "原来为{{name}}代班的人不能来了，急需有人代班：{{post}}，{{shiftPeriod}}。请在 {{expiresAt}} 前接受或谢绝。谢绝不影响您，会马上另请下一位；到时未答复视为谢绝。",
    "message.cover.droppedOut.subject": "代班人不能来了：{{shiftPeriod}}",
    "message.cover.droppedOut.body":
      "{{name}}不能为{{covered}}代班了：{{post}}，{{shiftPeriod}}（{{reason}}）。系统正在依次询问合适的人；如时间紧，请打开电话名单直接联系，谈妥后登记。",
    "message.cover.putOut.subject": "已登记您不能代班：{{shiftPeriod}}",
    "message.cover.putOut.body":
      "{{by}}已按您所说登记您不能为{{name}}代班：{{post}}，{{shiftPeriod}}（{{reason}}）。正在另请他人。如有出入，请马上联系岗位负责人。",
    "message.cover.withdrawn.subject": "不用代班了：{{shiftPeriod}}",
    "message.cover.withdrawn.body":
      "{{name}}的{{post}}（{{shiftPeriod}}）不再需要代班，之前的询问作废，您无需再做什么。",
    "message.cover.expired.subject": "代班询问已过期：{{shiftPeriod}}",
    "message.cover.expired.body":
      "请您代班{{post}}（{{shiftPeriod}}）的询问已过答复时间，已另请他人。不影响您，您无需再做什么。",
    "message.cover.confirmationAsked.subject": "请确认代班：{{shiftPeriod}}",
    "message.cover.confirmationAsked.body":
      "{{name}}愿意为{{covered}}代班：{{post}}，{{shiftPeriod}}。请在 {{confirmUntilAt}} 前确认；确认后才算安排好，并告知双方。",
    "message.cover.confirmed.subject": "代班已确认：{{shiftPeriod}}",
    "message.cover.confirmed.body":
      "您为{{name}}代班已确认：{{post}}，{{shiftPeriod}}。请按时到岗；如无法到岗，请尽快告知岗位负责人。",
    "message.cover.arranged.subject": "已有人为您代班：{{shiftPeriod}}",
    "message.cover.arranged.body":
      "您去参加「{{title}}」期间，{{name}}为您代班：{{post}}，{{shiftPeriod}}。请在此前交接好工作。",
    "message.cover.assigned.subject": "请您代班：{{shiftPeriod}}",
    "message.cover.assigned.body":
      "{{name}}去参加「{{title}}」，已指派您代班：{{post}}，{{shiftPeriod}}（{{reason}}）。岗位负责人确认后会再告知您；不能到岗请在确认前谢绝。",
    "message.cover.lost.subject": "为您代班的人有变：{{shiftPeriod}}",
    "message.cover.lost.body":
      "{{name}}不能再为您代班：{{post}}，{{shiftPeriod}}。正在另找人代班，确认后会告知您；请先不要交接。",
    "message.cover.notConfirmed.subject": "代班未获确认：{{shiftPeriod}}",
    "message.cover.notConfirmed.body":
      "您愿意代班的{{post}}（{{shiftPeriod}}）未获确认：{{reason}}。会另请他人，您无需再做什么。",
    "message.cover.unfilled.subject": "「{{title}}」还有代班没有着落",
    "message.cover.unfilled.body":
      "「{{title}}」{{startsAt}} 开始，没有人代班的班次：{{open}}个。请在此前指派代班，或与岗位负责人商定；没有代班的人可以撤回参加。",
  },
  en: {
    "message.cover.offered.subject": "Can you cover {{shiftPeriod}}?",
    "message.cover.offered.body":
      "{{name}} serves in “{{title}}” and asks you to cover at work: {{post}}, {{shiftPeriod}}. Accept or decline before {{expiresAt}}. Declining has no effect on you: the next person is asked. No answer counts as declining.",
    "message.cover.askedUrgently.subject": "Cover needed urgently: {{shiftPeriod}}",
    "message.cover.askedUrgently.body":
      "Whoever was to cover for {{name}} cannot come. Somebody is needed urgently: {{post}}, {{shiftPeriod}}. Accept or decline before {{expiresAt}}. Declining has no effect on you: the next person is asked at once. No answer counts as declining.",
    "message.cover.droppedOut.subject": "The coverer cannot come: {{shiftPeriod}}",
    "message.cover.droppedOut.body":
      "{{name}} can no longer cover for {{covered}}: {{post}}, {{shiftPeriod}} ({{reason}}). Suitable people are being asked in turn. If time is short, open the phone list, call them and enter who agrees.",
    "message.cover.putOut.subject": "You are recorded as unable to cover: {{shiftPeriod}}",
    "message.cover.putOut.body":
      "{{by}} recorded, as you said, that you cannot cover for {{name}}: {{post}}, {{shiftPeriod}} ({{reason}}). Somebody else is sought. If this is wrong, contact the head of the post now.",
    "message.cover.withdrawn.subject": "No cover needed: {{shiftPeriod}}",
    "message.cover.withdrawn.body":
      "Cover for {{name}} ({{post}}, {{shiftPeriod}}) is no longer needed. The request to you is withdrawn; there is nothing for you to do.",
    "message.cover.expired.subject": "Request to cover has expired: {{shiftPeriod}}",
    "message.cover.expired.body":
      "The time to answer the request to cover {{post}} ({{shiftPeriod}}) is over and somebody else is asked. It has no effect on you; there is nothing for you to do.",
    "message.cover.confirmationAsked.subject": "Please confirm cover: {{shiftPeriod}}",
    "message.cover.confirmationAsked.body":
      "{{name}} will cover for {{covered}}: {{post}}, {{shiftPeriod}}. Please confirm before {{confirmUntilAt}}. It counts once you confirm, and both are told.",
    "message.cover.confirmed.subject": "Cover is confirmed: {{shiftPeriod}}",
    "message.cover.confirmed.body":
      "You cover for {{name}}: {{post}}, {{shiftPeriod}}. Please be at work on time; if you cannot, tell the head of the post soon.",
    "message.cover.arranged.subject": "You are covered: {{shiftPeriod}}",
    "message.cover.arranged.body":
      "While you serve in “{{title}}”, {{name}} covers for you: {{post}}, {{shiftPeriod}}. Please hand over your work before that.",
    "message.cover.assigned.subject": "You are put down to cover {{shiftPeriod}}",
    "message.cover.assigned.body":
      "{{name}} serves in “{{title}}” and you are put down to cover at work: {{post}}, {{shiftPeriod}} ({{reason}}). You are told once the head of the post confirms it; if you cannot, decline before that.",
    "message.cover.lost.subject": "Your cover has fallen through: {{shiftPeriod}}",
    "message.cover.lost.body":
      "{{name}} can no longer cover for you: {{post}}, {{shiftPeriod}}. Somebody else is being sought and you are told once it is confirmed; please do not hand over yet.",
    "message.cover.notConfirmed.subject": "Cover is not confirmed: {{shiftPeriod}}",
    "message.cover.notConfirmed.body":
      "Your offer to cover {{post}} ({{shiftPeriod}}) is not confirmed: {{reason}}. Somebody else is asked; there is nothing for you to do.",
    "message.cover.unfilled.subject": "“{{title}}” still lacks cover",
    "message.cover.unfilled.body":
      "“{{title}}” begins {{startsAt}}. Shifts that nobody covers: {{open}}. Assign somebody before that or settle it with the heads of the posts; who is not covered may withdraw.",
  },
});
