import { refusals } from "../lib/refusals.ts";

/** Why points, corrections, objections and rules stay as they are. */
export const pointsRefusal = refusals({
  "correction.too_early": [
    "conflict",
    "积分尚未计入：请直接用点名或补录更正考勤",
    "Points are not posted yet: correct the attendance itself, by roll-call or back entry.",
  ],
  "objection.not_concerned": [
    "forbidden",
    "本活动不面向您，您也没有报名、到场或代班，没有积分可以提出异议",
    "This activity was not meant for you, and you neither signed up nor came or covered: there are no points to object to.",
  ],
  "objection.too_early": [
    "conflict",
    "本活动尚未计分，计分后可提出异议",
    "Points for this activity are not posted yet.",
  ],
  "points.entry_missing": ["missing", "您的积分记录中没有这一条", "There is no such entry among your own."],
  "correction.missing": [
    "missing",
    "没有这项更正，请从列表重新打开",
    "There is no such correction. Open it from the list.",
  ],
  "objection.missing": [
    "missing",
    "没有这项异议，请从列表重新打开",
    "There is no such objection. Open it from the list.",
  ],
  "objection.decided": ["conflict", "已于{{at}}作出决定", "This was decided at {{at}}."],
  "correction.not_present": [
    "conflict",
    "此人在本场没有记为到场",
    "This person is not down as present in the session.",
  ],
  "correction.times_outside": [
    "invalid",
    "时间须在{{from}}与{{to}}之间，且先后有序",
    "Times lie between {{from}} and {{to}}, in their order.",
  ],
  "correction.present_already": ["conflict", "此人已记为到场", "This person is down as present already."],
  "correction.own": [
    "forbidden",
    "不能申请更正本人的积分，请改为提出异议",
    "Nobody asks to correct what is their own: raise an objection.",
  ],
  "correction.decided": ["conflict", "已于{{at}}作出决定", "This was decided at {{at}}."],
  "correction.second_person": [
    "forbidden",
    "更正由申请人、当事人及其代理人以外的人决定",
    "A correction is decided by somebody else than who asked for it, whom it is about, or who acts for one of them.",
  ],
  "correction.too_many_sessions": [
    "conflict",
    "一个活动最多{{most}}个场次",
    "An activity has at most {{most}} sessions.",
  ],
  "rules.retroactive": [
    "conflict",
    "规则须在通过之后生效，请改为更晚的日期",
    "Rules come into force after they are adopted: name a later day.",
  ],
  "rules.overlapping": [
    "conflict",
    "第{{version}}版于{{from}}生效，下一版须在其后",
    "Version {{version}} comes into force at {{from}}; the next one begins later.",
  ],
  "rules.decided": ["conflict", "这份草案已有结论，请另拟新稿", "This draft was decided already; make a new one."],
  "points.unbalanced": [
    "invalid",
    "各项合计{{sum}}，与总分{{points}}不符",
    "The lines come to {{sum}}, not {{points}}.",
  ],
  "points.correction_incomplete": [
    "invalid",
    "更正须写明原因代码、申请人和另一位批准人；其他记录不写",
    "A correction names its code, who asked for it and who else approved it; no other entry does.",
  ],
  "rules.missing": ["missing", "没有这份规则草案，请从列表重新打开", "There is no such draft. Open it from the list."],

  "objection.second_person": [
    "forbidden",
    "异议由提出人、经手人及其代理人以外的人决定",
    "Somebody decides who neither objects nor had a part in what is objected to, nor acts for one of them.",
  ],
  "rules.second_person": [
    "forbidden",
    "规则由起草人及其代理人以外的人通过",
    "Rules are adopted by somebody else than who drafted them, or acts for them.",
  ],
  "objection.raised_already": [
    "conflict",
    "您已于{{at}}就此提出异议，正在处理",
    "You objected to this at {{at}}; it is being decided.",
  ],
  "objection.raised_already/decided": [
    "conflict",
    "您已于{{at}}就此提出异议，并于{{decidedAt}}有了决定",
    "You objected to this at {{at}}, and it was decided at {{decidedAt}}.",
  ],
});
