import { refusals } from "../lib/refusals.ts";

/** Why a programme is not planned, or somebody not rated. */
export const growthRefusal = refusals({
  "growth.missing": [
    "missing",
    "没有这个培养项目，可能链接有误；请从列表重新打开",
    "There is no such programme. Open it from the list.",
  ],
  "growth.days_wrong": [
    "invalid",
    "结束日期不能早于开始日期；请重新选择",
    "A programme does not end before it begins. Choose other days.",
  ],
  "growth.trainer_taking_part": [
    "invalid",
    "培训师不能同时是学员，否则就是自己给自己评；请从其中一边移除",
    "A trainer does not take part as well, since they would rate themselves. Take them away from one side.",
  ],
  "growth.trainer_no_volunteer": [
    "invalid",
    "{{member}}不是志愿者，不能担任培训师；请另选",
    "{{member}} is no volunteer, and every trainer is one. Choose somebody else.",
  ],
  "growth.person_unknown": [
    "invalid",
    "名单中有人不在花名册上，或已离职；请重新选择",
    "Somebody on the list is not on the roster, or has left. Choose again.",
  ],
  "growth.over": [
    "conflict",
    "培养项目 {{day}} 已到结束日，日期、学员和技能不能再改，否则从前后结果会看出个人情况；标题、课程和业绩项目仍可更改",
    "The last day, {{day}}, has come: days, people and skills stay as they are, since results before and after would tell one person's. Title, classes and results of work may still be changed.",
  ],
  "growth.not_taking_part": [
    "forbidden",
    "此人不是这个培养项目的学员，不能评定；请核对学员名单",
    "This person does not take part in the programme, so nobody rates them here. Look at who takes part.",
  ],
  "growth.trainer_own": [
    "forbidden",
    "不能以培训师身份评自己；请另一位培训师评定",
    "Nobody rates themselves as a trainer. Ask another one.",
  ],
  "growth.skill_unknown": [
    "invalid",
    "这个培养项目没有技能“{{skill}}”；请从列出的技能中选",
    "The programme has no skill “{{skill}}”. Choose one that it lists.",
  ],
  "growth.skill_missing": ["invalid", "请至少评定一项技能", "Rate at least one skill."],
  "growth.before_over": [
    "conflict",
    "培训前的评定已于 {{until}} 截止，事后补评不准确；请在结束后评定“培训后”",
    "Where people stood before was asked until {{until}}, and is not guessed afterwards. Rate them after the programme.",
  ],
  "growth.after_early": [
    "conflict",
    "培训后的评定从 {{from}} 开始，请到时再评",
    "Where people stand afterwards is asked from {{from}} on. Come back then.",
  ],
  "growth.after_over": [
    "conflict",
    "培训后的评定已于 {{until}} 截止，结果已经汇总，不再更改",
    "Where people stand afterwards was asked until {{until}}. The results are out and change no more.",
  ],
  "growth.mark_own": [
    "forbidden",
    "不能给自己评分；请联盟另一人评",
    "Nobody marks themselves. Ask somebody else of the alliance.",
  ],
  "growth.activity_outside": [
    "invalid",
    "只评 {{from}} 至 {{until}} 之间开始的活动；请另选活动",
    "Only activities that begin between {{from}} and {{until}} are looked at. Choose another one.",
  ],
  "growth.activity_running": [
    "conflict",
    "活动 {{endsAt}} 才结束，结束后再评分",
    "The activity ends at {{endsAt}}. Mark people after that.",
  ],
  "growth.marks_over": [
    "conflict",
    "评分已于 {{until}} 截止，结果已经汇总，不再更改",
    "People were marked until {{until}}. The results are out and change no more.",
  ],
  "growth.not_there": [
    "invalid",
    "此人没有参加这次活动，无从评分；请核对签到记录",
    "This person was not at the activity, so there is nothing to mark. Look at who was there.",
  ],
});
