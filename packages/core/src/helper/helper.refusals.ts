import { refusals } from "../lib/refusals.ts";

/** Why a team lead's answer is not taken. */
export const helperRefusal = refusals({
  "helper.not_asked": ["missing", "本活动没有向这个分队请求支援", "The support of this team was not asked for."],
  "helper.too_many": [
    "conflict",
    "支援一共需要{{headCount}}人，已安排{{named}}人，还可安排{{left}}人",
    "{{headCount}} helpers are asked for and {{named}} are named already, so {{left}} more can be.",
  ],
  "helper.not_of_team": [
    "invalid",
    "只能安排本分队的党员志愿者，请取消选择：{{members}}",
    "Only party volunteers of the team can be named. Take out: {{members}}.",
  ],
  "helper.declined": [
    "conflict",
    "您的分队已谢绝支援；情况有变，请与组织者联系",
    "Your team has declined already. Talk to the organizer if things have changed.",
  ],
  "helper.named": [
    "conflict",
    "您的分队已安排支援人员，不能再谢绝；来不了的人不报名即可",
    "Your team has named people already, so it cannot decline any more. Whoever cannot come does not sign up.",
  ],
  "helper.too_late": [
    "conflict",
    "招募已截止，不能再安排支援人员",
    "Recruiting is over, so nobody can be named any more.",
  ],
});
