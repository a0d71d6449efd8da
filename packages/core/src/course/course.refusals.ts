import { refusals } from "../lib/refusals.ts";

/** Why a course is not added or changed. */
export const courseRefusal = refusals({
  "course.missing": [
    "missing",
    "没有这门课程，可能链接有误；请从课程列表重新打开",
    "There is no such course. Open it from the list.",
  ],
  "course.aims_missing": [
    "invalid",
    "拓展须写明目的：知识、礼仪、技能至少选一项",
    "An outward-bound says what it is for: choose at least one of knowledge, etiquette and skill.",
  ],
  "course.ended": ["conflict", "该课程已停开，如需继续请另建", "This course was ended. Add another one to go on."],
  "course.clause_unknown": [
    "invalid",
    "培训制度的最新一版没有条款{{anchor}}，请重新选择",
    "The latest version of the training policy has no clause {{anchor}}. Choose again.",
  ],
});
