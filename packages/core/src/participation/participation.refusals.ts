import { refusals } from "../lib/refusals.ts";

/** Why a place is not taken or given up, besides the faults of signing up. */
export const participationRefusal = refusals({
  "participation.missing": [
    "missing",
    "您没有报名这一场，无需退出",
    "You did not sign up for this session; there is nothing to withdraw.",
  ],
  "participation.position_unknown": [
    "missing",
    "本场没有这个岗位，请重新选择",
    "There is no such position in this session. Choose another one.",
  ],
  "participation.not_allocated/losing": [
    "conflict",
    "名额尚未分配，招募截止前按报名先后暂列，不必指定谁让出名额",
    "Places are not given out yet: until recruiting ends the order of signing up counts, and nobody is named.",
  ],
  "participation.allocating": [
    "conflict",
    "正在分配名额，请过一分钟再改",
    "Places are being given out right now. Change the number in a minute.",
  ],
  "participation.choose_losers": [
    "conflict",
    "已有{{placed}}人安排在此岗位，改为{{headCount}}人请指定{{tooMany}}人让出名额（现指定{{named}}人）；他们会收到通知，有空位时最先递补",
    "{{placed}} people have a place there. For {{headCount}}, name {{tooMany}} who lose theirs ({{named}} are named); they are told and come first when a place is free.",
  ],
  "participation.risks_changed": [
    "conflict",
    "风险提示又有改动，请重新阅读后再确认",
    "The risks were changed once more. Read them again, then agree.",
  ],
  "participation.not_placed": [
    "invalid",
    "指定的人没有这个岗位的名额，请刷新名单后重选",
    "Somebody named has no place at this position. Read the list again and choose anew.",
  ],
  "participation.too_many_at_once": [
    "invalid",
    "一次最多让{{most}}人让出名额，请分几次减少",
    "At most {{most}} people lose a place at once. Lower the number in steps.",
  ],
  "participation.not_allocated": [
    "conflict",
    "名额尚未分配，请让其报名；招募结束后可当场加入",
    "Places are not given out yet. Let them sign up; walk-ins are taken once recruiting is over.",
  ],
  "participation.full": [
    "conflict",
    "该岗位{{most}}个名额已满。请选其他岗位，或请不来的人退出",
    "All {{most}} places of this position are taken. Choose another position, or ask somebody who does not come to withdraw.",
  ],
  "participation.too_late": [
    "conflict",
    "活动已开始，名额不再变动",
    "The activity has begun; places stay as they are.",
  ],
  "participation.leave_needed": [
    "conflict",
    "招募已截止，您在应到名单上：活动开始前请凭证明申请请假",
    "Recruitment is over and you are on the duty list: ask for late leave, with evidence, until the activity begins.",
  ],
  "participation.means_changed": [
    "conflict",
    "情况刚刚有变，您看到的已不是现在的结果。请再看一遍后确认",
    "Things have changed since you looked. Read what it means now, then say so again.",
  ],
  "participation.not_offered": [
    "conflict",
    "现在没有空出的名额给您；轮到您时会马上告知",
    "No place is offered to you now; you are told at once when one is.",
  ],
  "participation.offer_expired": [
    "conflict",
    "答复时间已过，名额已给下一位。您仍在候补，开始前一小时内如还有空位，可以先到先得",
    "The time to answer is over and the place went to the next. You are still waiting: in the last hour before the start whoever is first may take a free place.",
  ],
  "participation.offer_taken": [
    "conflict",
    "名额已被其他候补的人先接受。再有空位时会告知您",
    "Somebody else who waits was first. You are told when another place comes free.",
  ],
  "participation.for_oneself": [
    "conflict",
    "这是您自己的安排，请在自己的活动页办理",
    "This is about yourself: do it on your own page of the activity.",
  ],
  "participation.nothing_to_say": [
    "conflict",
    "您在这里没有需要说明的安排，无需再说",
    "Nothing is asked of you here, so there is nothing to give up.",
  ],
  "participation.reason_needed/cannot": [
    "invalid",
    "请写明为什么来不了，以便组织者安排",
    "Say why you cannot come, so that the organizer can arrange for it.",
  ],
  "participation.reason_needed": [
    "invalid",
    "招募已截止：请写明退出原因，以便组织者知悉。您的名额将给下一位候补",
    "Recruitment is over: say why you withdraw, so that the organizer knows. Your place goes to the next in line.",
  ],
  "participation.released": [
    "conflict",
    "名额已满，当天您无需到场",
    "No place was left for you; you are free that day.",
  ],
  "participation.session_taken": [
    "conflict",
    "您在本场已有名额，请先退出再选其他岗位",
    "You have a place in this session already. Withdraw it before you choose another position.",
  ],
  "participation.closed": [
    "conflict",
    "招募已截止，正在分配名额，不能再报名",
    "Recruitment is over; places are being given out. Nobody can sign up now.",
  ],
});
