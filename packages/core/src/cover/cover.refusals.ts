import { refusals } from "../lib/refusals.ts";

/** Why somebody does not cover, or a cover is not arranged. */
export const coverRefusal = refusals({
  "cover.serving": [
    "conflict",
    "{{from}}至{{until}}另有活动或培训，期间不能代班",
    "There is a place in another activity or a class from {{from}} to {{until}}; nobody covers meanwhile.",
  ],
  "cover.on_shift": [
    "conflict",
    "{{from}}至{{until}}本人有班，上班时间不能代班",
    "There is an own shift from {{from}} to {{until}}; nobody covers while at work.",
  ],
  "cover.not_party_member": [
    "conflict",
    "代班由未参加活动的党员承担",
    "Covers are done by party members who do not take part.",
  ],
  "cover.overlaps": [
    "conflict",
    "已答应{{from}}至{{to}}的另一次代班，同一时间不能代两个班",
    "Another cover was agreed to from {{from}} to {{to}}; nobody covers two shifts at once.",
  ],
  "cover.missing": [
    "missing",
    "本活动没有这项代班需求，请从列表重新打开",
    "This activity has no such need for cover. Open it from the list.",
  ],
  "cover.confirmed": [
    "conflict",
    "代班已确认，不能再谢绝。如不能前来，请用“不能来了”退回这次代班",
    "This cover is confirmed, so it cannot be declined. If you cannot come, give it back with “I cannot come”.",
  ],
  "cover.offer_expired": [
    "conflict",
    "答复时间已过，已改问他人",
    "The time to answer is over; somebody else is asked.",
  ],
  "cover.declined": [
    "conflict",
    "您此前已谢绝这次代班，已改问他人",
    "This cover was declined before; somebody else is asked.",
  ],
  "cover.not_offered": ["forbidden", "这次代班没有询问您", "You are not asked for this cover."],
  "cover.void": ["conflict", "这次代班已不再需要", "This cover is no longer needed."],
  "cover.participant": [
    "conflict",
    "参加活动或候补的人不能代班，请先退出",
    "Whoever takes part or waits for a place cannot cover; withdraw first.",
  ],
  "cover.shift_begun": ["conflict", "班次已开始，不能再安排", "The shift has begun; nothing can be arranged now."],
  "cover.shift_begun/dropOut": [
    "conflict",
    "班次已开始，不能再退回。请马上打电话告知岗位负责人",
    "The shift has begun, so it cannot be given back. Phone the head of the post now.",
  ],
  "cover.not_held": [
    "conflict",
    "这次代班不是由此人承担，无从退回，请重新打开列表核对",
    "This person does not hold this cover, so there is nothing to give back. Open the list again.",
  ],
  "cover.not_ranked": [
    "conflict",
    "班次已开始或已有人代班，不再需要电话联系",
    "The shift has begun or somebody covers it, so nobody needs to be phoned.",
  ],
  "cover.not_accepted": [
    "conflict",
    "还没有人答应这次代班，无从确认",
    "Nobody has agreed to this cover, so there is nothing to confirm.",
  ],
  "cover.taken": ["conflict", "已有他人答应这次代班", "Somebody else has agreed to this cover already."],

  "cover.own_cover": [
    "forbidden",
    "代班由代班人及其代理人以外的人指定和确认",
    "Somebody else than the coverer assigns and confirms a cover, and nobody who acts for them.",
  ],
});
