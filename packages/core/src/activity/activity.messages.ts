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
    "message.activity.sessionMoved.subject": "「{{title}}」第{{number}}场改期到 {{toPeriod}}",
    "message.activity.sessionMoved.body":
      "「{{title}}」第{{number}}场由 {{fromPeriod}} 改到 {{toPeriod}}，地点{{place}}，未提到的场次不变。您的安排不变；新时间不能参加，请尽快退出或请假。",
    "message.activity.clash.subject": "「{{title}}」改期后与您的其他安排冲突",
    "message.activity.clash.body":
      "「{{title}}」改到 {{ownPeriod}}，与您参加的「{{other}}」（{{otherPeriod}}）冲突。两边的岗位都先为您保留，请尽快退出其中一个；在应到名单上的请申请请假。",
    "message.activity.coverClash.subject": "「{{title}}」改期后与您答应的代班冲突",
    "message.activity.coverClash.body":
      "「{{title}}」改到 {{ownPeriod}}，与您答应的代班（{{otherPeriod}}）冲突。两边都先为您保留，请尽快退出活动或请假，或告知岗位负责人另找代班。",
    "message.activity.clashes.subject": "「{{title}}」改期后有人时间冲突：{{people}}人",
    "message.activity.clashes.body":
      "「{{title}}」改期后，同一时间另有活动或代班的有{{people}}人：{{names}}。已分别告知本人，岗位暂时保留；请与他们商定去留，必要时补充人员。",
    "message.activity.revised.subject": "「{{title}}」有变更：{{fields}}",
    "message.activity.revised.body":
      "「{{title}}」有变更：{{fields}}。现在的安排：{{startsAt}} 在{{place}}开始。您的安排不变；不能参加请尽快退出或请假。",
    "message.activity.risksChanged.subject": "请重新确认：「{{title}}」的风险提示有改动",
    "message.activity.risksChanged.body":
      "「{{title}}」有变更：{{fields}}。风险提示现为：{{risks}}。活动 {{startsAt}} 在{{place}}开始。请到活动页重新确认是否接受；不愿参加可随时退出或请假。",
    "message.activity.sessionCancelled.subject": "「{{title}}」第{{number}}场已取消",
    "message.activity.sessionCancelled.body":
      "「{{title}}」第{{number}}场（{{sessionPeriod}}）已取消：{{reason}}。您不必到场，也不算缺席，为这一场安排的代班随之取消；其他场次不变。",
    "message.activity.sessionCancelledOpen.subject": "「{{title}}」第{{number}}场已取消，请另报一场",
    "message.activity.sessionCancelledOpen.body":
      "「{{title}}」第{{number}}场（{{sessionPeriod}}）已取消：{{reason}}。其他场次不变，您仍在应到名单上，请报名其他场次或请假。",
    "message.activity.sessionAdded.subject": "「{{title}}」新增第{{number}}场",
    "message.activity.sessionAdded.body":
      "「{{title}}」新增第{{number}}场：{{sessionPeriod}}，地点{{place}}，可以报名。其他场次不变。",
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
    "message.activity.sessionMoved.subject": "“{{title}}”: session {{number}} moves to {{toPeriod}}",
    "message.activity.sessionMoved.body":
      "Session {{number}} of “{{title}}” moves from {{fromPeriod}} to {{toPeriod}} at {{place}}; sessions not mentioned stay. Your place stays; if the new time does not suit you, withdraw or ask for leave soon.",
    "message.activity.clash.subject": "“{{title}}” was moved and clashes with something else of yours",
    "message.activity.clash.body":
      "“{{title}}” moves to {{ownPeriod}}, while you also serve in “{{other}}” ({{otherPeriod}}). Both places are kept for now: please withdraw from one of them soon, or ask for leave if you are on the duty list.",
    "message.activity.coverClash.subject": "“{{title}}” was moved and clashes with a cover you agreed to",
    "message.activity.coverClash.body":
      "“{{title}}” moves to {{ownPeriod}}, while you agreed to cover at work ({{otherPeriod}}). Both are kept for now: please withdraw or ask for leave, or tell the head of the post so that somebody else covers.",
    "message.activity.clashes.subject": "People with a clash after moving “{{title}}”: {{people}}",
    "message.activity.clashes.body":
      "After moving “{{title}}”, people who serve or cover elsewhere at the same time: {{people}} ({{names}}). Each of them was told and their places are kept for now; please settle it with them and find others where needed.",
    "message.activity.revised.subject": "“{{title}}” changed: {{fields}}",
    "message.activity.revised.body":
      "“{{title}}” changed: {{fields}}. As it is now, it begins {{startsAt}} at {{place}}. Your place stays; if you cannot come, withdraw or ask for leave soon.",
    "message.activity.risksChanged.subject": "Please agree again: the risks of “{{title}}” changed",
    "message.activity.risksChanged.body":
      "“{{title}}” changed: {{fields}}. The risks are now: {{risks}}. It begins {{startsAt}} at {{place}}. Please say on its page whether you accept them; if not, you may withdraw or ask for leave at any time.",
    "message.activity.sessionCancelled.subject": "“{{title}}”: session {{number}} is cancelled",
    "message.activity.sessionCancelled.body":
      "Session {{number}} of “{{title}}” ({{sessionPeriod}}) is cancelled: {{reason}}. You need not come and it is no absence; cover arranged for it is cancelled too. The other sessions stay.",
    "message.activity.sessionCancelledOpen.subject": "“{{title}}”: session {{number}} is cancelled, choose another",
    "message.activity.sessionCancelledOpen.body":
      "Session {{number}} of “{{title}}” ({{sessionPeriod}}) is cancelled: {{reason}}. The other sessions stay, and you are still on the duty list: sign up for one of them or ask for leave.",
    "message.activity.sessionAdded.subject": "“{{title}}”: session {{number}} is new",
    "message.activity.sessionAdded.body":
      "Session {{number}} of “{{title}}” is new: {{sessionPeriod}} at {{place}}. You can sign up; the other sessions stay.",
    "message.activity.startsSoon.subject": "Tomorrow: “{{title}}”",
    "message.activity.startsSoon.body":
      "“{{title}}” begins {{startsAt}} at {{place}}. Please check in on time. If something comes up, ask for late leave with evidence before it begins.",
  },
});
