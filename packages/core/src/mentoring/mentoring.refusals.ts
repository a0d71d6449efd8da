import { refusals } from "../lib/refusals.ts";

/** Why a ranking is not taken, or two people are not paired. */
export const mentoringRefusal = refusals({
  "mentoring.missing": ["missing", "没有这份帮扶，或不是您的", "There is no such mentoring, or it is not yours."],
  "mentoring.ranking_missing": ["missing", "没有这份排名", "There is no such ranking."],
  "mentoring.ranking_too_few": [
    "invalid",
    "排名不足{{least}}人，不能使用：人少时谁在末位一望便知",
    "A ranking has {{least}} people at least: of fewer, everybody would know who is last.",
  ],
  "mentoring.ranked_twice": ["invalid", "同一人在排名中出现了两次", "Somebody is in the ranking twice."],
  "mentoring.ranks_wrong": [
    "invalid",
    "名次{{rank}}不对：第一名为1，并列者名次相同，其后顺延",
    "The rank {{rank}} is wrong: the best is 1, equals share a rank, and the next ones are left out.",
  ],
  "mentoring.ranking_known": [
    "conflict",
    "该部门这一期、这一指标已有排名",
    "There is a ranking of this department, period and measure already.",
  ],
  "mentoring.ranking_used": [
    "conflict",
    "已有结对依据这份排名，不能撤回",
    "Pairs go by this ranking: it cannot be taken out again.",
  ],
  "mentoring.unknown_numbers": [
    "invalid",
    "没有这些工号：{{numbers}}",
    "There are no such employee numbers: {{numbers}}.",
  ],
  "mentoring.numbers_elsewhere": [
    "invalid",
    "这些人当时不在该部门：{{numbers}}",
    "These people were not in the department then: {{numbers}}.",
  ],
  "mentoring.oneself": ["invalid", "不能与自己结对", "Nobody mentors themselves."],
  "mentoring.ranking_needed": [
    "invalid",
    "业绩、营销结对须依据一份排名",
    "Pairs by performance or sales go by a ranking.",
  ],
  "mentoring.other_department": [
    "invalid",
    "业绩、营销结对只在同一部门内进行，两人都要在这份排名里",
    "Pairs by performance or sales are of one department: both are in the ranking.",
  ],
  "mentoring.not_first": [
    "invalid",
    "导师须在本部门排名的前五分之一",
    "A mentor is in the first fifth of the department.",
  ],
  "mentoring.not_last": [
    "invalid",
    "帮扶对象须在本部门排名的后五分之一",
    "A mentee is in the last fifth of the department.",
  ],
  "mentoring.not_party_volunteer": [
    "invalid",
    "“党员带群众”的一方须是党员志愿者",
    "Who helps here is a party member and a volunteer.",
  ],
  "mentoring.mentee_in_party": ["invalid", "“党员带群众”的对象不是党员", "Who is helped here is no party member."],
  "mentoring.not_volunteer": ["invalid", "困难帮扶由志愿者承担", "Who helps in hardship is a volunteer."],
  "mentoring.mentor_full": ["conflict", "这位导师已有两位帮扶对象", "This mentor has two mentees already."],
  "mentoring.mentee_has": ["conflict", "此人已有同类的结对", "This person has a mentor of this kind already."],
  "mentoring.over": ["conflict", "这份帮扶已结束", "This mentoring is over."],
  "mentoring.begun": [
    "conflict",
    "双方都已同意；如不想继续，可以结束",
    "Both have agreed. End it, if you do not want to go on.",
  ],
  "mentoring.not_begun": ["conflict", "还要双方同意才开始", "It begins once both agree."],
  "mentoring.reason_needed": ["invalid", "请写明结束的原因", "Say why it ends."],
  "mentoring.contact_ahead": [
    "invalid",
    "日期须在结对之后、今天或以前",
    "The day is after the beginning, and not ahead.",
  ],
  "mentoring.not_hardship": ["invalid", "只有困难帮扶才登记帮助", "Help is written down in hardship only."],
  "mentoring.until_invalid": [
    "invalid",
    "新的期限须晚于原期限和今天",
    "The new end is after the old one and after today.",
  ],
});
