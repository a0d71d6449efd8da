import { refusals } from "../lib/refusals.ts";

/** Why an external place is not offered, ranked or given. */
export const nominationRefusal = refusals({
  "nomination.missing": [
    "missing",
    "没有这个外培名额，可能链接有误；请从外培名额列表重新打开",
    "There is no such external place. Open it from the list.",
  ],
  "nomination.ends_before_begin": [
    "invalid",
    "外培结束日期不能早于开始日期，请核对",
    "The course does not end before it begins. Check the days.",
  ],
  "nomination.draw_known": [
    "invalid",
    "抽签来源的公布时间须在现在之后、外培开始之前，这样谁都不能事先知道；请改选来源或时间",
    "The source of the draw becomes known after now and before the course begins, so that nobody knows it before. Choose another source or time.",
  ],
  "nomination.department_headless": [
    "conflict",
    "「{{name}}」还没有负责人，没有人能决定名额；请先在组织架构中指定负责人",
    "{{name}} has no head who could decide. Name one among the units first.",
  ],
  "nomination.closed": [
    "conflict",
    "候选人名单已于{{at}}截止：抽签来源从那时起可知，名单不再改动",
    "The list of candidates closed at {{at}}: since then the draw's source can be known, and the list stays.",
  ],
  "nomination.other_department": [
    "conflict",
    "{{name}}不在「{{department}}」，不能占用该部门的名额；请从本部门员工中选择",
    "{{name}} is not of {{department}} and takes no place of it. Choose from its employees.",
  ],
  "nomination.left": [
    "conflict",
    "{{name}}已于{{day}}离职，不能作为候选人；请移出名单",
    "{{name}} left on {{day}} and is no candidate. Take them off the list.",
  ],
  "nomination.candidate_twice": [
    "invalid",
    "{{name}}在名单中出现两次，请只保留一个",
    "{{name}} is on the list twice. Keep one.",
  ],
  "nomination.score_out_of_range": [
    "invalid",
    "{{name}}的得分不是0到100之间、最多两位小数的数，请改正",
    "The score of {{name}} is no number from 0 to 100 with two decimals at the most. Correct it.",
  ],
  "nomination.own_score": [
    "forbidden",
    "不能给自己打分，也不能把自己列入或移出名单；请联盟的另一人代为填写",
    "Nobody scores themselves, or puts themselves on the list or off it: somebody else of the alliance does.",
  ],
  "nomination.value_unknown": [
    "conflict",
    "抽签来源要到{{at}}才公布，请在那之后填写",
    "The draw's source is not known before {{at}}. Enter it after that.",
  ],
  "nomination.value_entered": [
    "conflict",
    "抽签结果已登记为“{{value}}”，不能再改",
    "The draw's value was entered as “{{value}}” and is not changed.",
  ],
  "nomination.too_early": [
    "conflict",
    "候选人名单到{{at}}才截止，请在那之后决定",
    "The list of candidates closes at {{at}}. Decide after that.",
  ],
  "nomination.no_candidates": [
    "conflict",
    "名单上没有候选人，无法决定；可以撤回这个名额并写明原因",
    "Nobody is on the list, so there is nothing to decide. The place can be withdrawn with a reason.",
  ],
  "nomination.draw_due": [
    "conflict",
    "最后一个名额有条件完全相同的候选人，须先登记抽签来源公布的结果",
    "Candidates who are equal in everything stand at the last place. Enter what the draw's source said first.",
  ],
  "nomination.head_decides": [
    "forbidden",
    "名额由「{{department}}」的负责人决定；负责人本人是候选人或没有负责人时，由联盟决定",
    "The head of {{department}} decides; the alliance does when the head is a candidate or there is none.",
  ],
  "nomination.own": [
    "forbidden",
    "您是候选人之一，不能决定这些名额；请联盟中不是候选人的人决定",
    "You are one of the candidates and do not decide: somebody of the alliance who is none does.",
  ],
  "nomination.not_candidate": [
    "invalid",
    "所选的人不在候选人名单上，请重新选择",
    "Somebody who was chosen is not on the list of candidates. Choose again.",
  ],
  "nomination.too_many": [
    "invalid",
    "只有{{places}}个名额，请减少所选的人",
    "There are {{places}} places. Choose fewer.",
  ],
  "nomination.reason_due": [
    "invalid",
    "所选的人与排序不一致，请写明理由；理由会保留，并对候选人公开",
    "The choice leaves the order: give a reason. It is kept, and candidates read it.",
  ],
  "nomination.decided": [
    "conflict",
    "这些名额已于{{at}}决定，不能再改",
    "These places were decided at {{at}} and are not changed.",
  ],
  "nomination.withdrawn": [
    "conflict",
    "这个名额已撤回，如需继续请另建",
    "This offer was withdrawn. Add another one to go on.",
  ],
});
