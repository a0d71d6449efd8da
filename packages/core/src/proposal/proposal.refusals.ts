import { refusals } from "../lib/refusals.ts";

/** Why a proposal is not decided or sent again. */
export const proposalRefusal = refusals({
  "proposal.recruit_past": [
    "conflict",
    "批准时招募已过截止时间：请先延长招募或改期，再批准",
    "Recruiting would be over already: extend it, or reschedule the activity, then approve.",
  ],
  "proposal.not_submitted": [
    "conflict",
    "方案的状态是「{{state}}」，没有可决定的内容",
    "The proposal is {{state}}, so there is nothing to decide.",
  ],
  "proposal.too_much_money": ["invalid", "批准的金额超过了申请的金额", "More money is granted than was asked for."],
  "proposal.not_returned": [
    "conflict",
    "方案的状态是「{{state}}」，只有退回的可以重新提交",
    "The proposal is {{state}}; only a returned one is sent again.",
  ],
  "proposal.adviser_own": [
    "invalid",
    "方案是这个人提出的，请另选一人征求意见",
    "It is the plan of this person; ask somebody else for advice.",
  ],
  "proposal.many_advisers": [
    "conflict",
    "已向{{most}}人征求意见，不能再多",
    "{{most}} people were asked for advice, which is the most.",
  ],
  "proposal.not_adviser": [
    "forbidden",
    "没有向您征求意见；有话可直接告诉联盟或组织者",
    "You were not asked for advice; tell the alliance or the organizer directly.",
  ],
  "proposal.advice_over": [
    "conflict",
    "方案已有决定或活动已结束，不再收意见；有话可直接告诉组织者",
    "It is decided, or the activity is over: no more advice is taken. Tell the organizer directly.",
  ],
  "proposal.much_advice": [
    "conflict",
    "已有{{most}}条意见，不能再多；请直接告诉组织者",
    "It has {{most}} pieces of advice, which is the most; tell the organizer directly.",
  ],
  "proposal.missing": ["missing", "本活动没有方案", "This activity has no proposal."],

  "proposal.own": [
    "forbidden",
    "不能决定自己提出的申请或给予支持，请联盟的另一人办理",
    "Nobody decides on a plan of their own, nor grants it support; somebody else of the alliance does.",
  ],
});
