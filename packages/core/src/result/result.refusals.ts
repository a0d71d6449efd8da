import { refusals } from "../lib/refusals.ts";

/** Why a result is not given or put right. */
export const resultRefusal = refusals({
  "result.missing": [
    "missing",
    "没有这条成绩；请从班级页的名单登记",
    "There is no such result. Enter it from the list of the class.",
  ],
  "result.own": [
    "forbidden",
    "不能登记自己的成绩；请由本班的其他内训师或联盟登记",
    "Nobody enters their own result. Another trainer of the class or the alliance does.",
  ],
  "result.absent": [
    "conflict",
    "此人没有上过这个班的课，不能登记成绩；如有遗漏，请先补签到",
    "This person attended nothing of the class. Put the attendance right first.",
  ],
  "result.known": [
    "conflict",
    "此人在这个班已有成绩；要更改请用“更正”并写明原因",
    "There is a result of this person in this class. Correct it, with a reason.",
  ],
  "result.unchanged": ["conflict", "更正与原成绩相同", "This is the result as it stands."],
  "result.too_early": [
    "conflict",
    "课还没有上完，结束后才能登记成绩",
    "The class is not over. Results are entered once it is.",
  ],
});
