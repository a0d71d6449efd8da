import { refusals } from "../lib/refusals.ts";

/** Why a class is not planned, changed, attended or closed. */
export const classRefusal = refusals({
  "class.missing": [
    "missing",
    "没有这个班，可能链接有误；请从班级列表重新打开",
    "There is no such class. Open it from the list.",
  ],
  "class.course_ended": [
    "conflict",
    "该课程已停开，不能再开班",
    "This course was ended. No class of it is begun any more.",
  ],
  "class.trainer_missing": [
    "invalid",
    "内培班要有内训师，请至少选一位",
    "A class inside the company has a trainer. Choose one at least.",
  ],
  "class.teacher_missing": [
    "invalid",
    "请选内训师，或写明外部讲师、机构",
    "Choose a trainer, or say who teaches from outside.",
  ],
  "class.not_trainer": [
    "invalid",
    "{{name}}在开课那天不是内训师；请另选一位，或先由联盟聘任",
    "{{name}} is no trainer on the day of the class. Choose another, or have the alliance appoint them first.",
  ],
  "class.trainer_left": [
    "invalid",
    "{{name}}在开课那天已离职，请另选一位内训师",
    "{{name}} has left the company by the day of the class. Choose another trainer.",
  ],
  "class.seats_above_room": [
    "invalid",
    "名额超过教室容量{{room}}人；请减少名额，或换大一点的教室",
    "There are more seats than the room holds, {{room}}. Lower the seats, or take a larger room.",
  ],
  "class.session_invalid": [
    "invalid",
    "每次课须在开始之后结束，且不超过24小时",
    "A session ends after it begins, and is no longer than 24 hours.",
  ],
  "class.sessions_overlap": ["invalid", "两次课的时间重叠", "Two sessions of the class overlap."],
  "class.past": [
    "invalid",
    "时间已过；要补录已上过的课，请写明补录原因",
    "This time is over. To enter a class that was held, say why it is entered late.",
  ],
  "class.not_over": ["conflict", "课还没有上完", "The class is not over yet."],
  "class.over": ["conflict", "课已上完，不能再取消", "The class is over; it cannot be called off any more."],
  "class.cancelled": ["conflict", "这个班已取消", "This class was called off."],
  "class.closed": [
    "conflict",
    "这个班已结课，名单不再直接改动；确有差错请在班级页申请更正，由另一人核对",
    "This class is closed and its list is not changed any more. If something is wrong, ask for a correction on its page; somebody else checks it.",
  ],
  "class.not_closed": [
    "conflict",
    "这个班还没结课，到课可以直接登记或撤回",
    "This class is not closed yet. Put people down, or take them back, directly.",
  ],
  "class.correction_pending": [
    "conflict",
    "此人这次课已有一项更正待核对",
    "A correction of this attendance waits for somebody to check it.",
  ],
  "class.correction_needless": [
    "conflict",
    "记录已经是这样，不用更正",
    "The record says so already. There is nothing to put right.",
  ],
  "class.correction_missing": [
    "missing",
    "没有待核对的更正，可能已经有人处理；请刷新",
    "No correction waits here. Somebody may have decided it. Load the page again.",
  ],
  "class.own_correction": [
    "forbidden",
    "更正要由申请人和本人以外的人核对",
    "A correction is checked by somebody who did not ask for it and is not concerned by it.",
  ],
  "class.own_entry": [
    "forbidden",
    "补录的班要由补录人以外的人核对结课",
    "A class that was entered late is checked and closed by somebody else than who entered it.",
  ],
  "class.session_missing": [
    "missing",
    "这个班没有这次课；刷新后重试",
    "The class has no such session. Load the page again.",
  ],
  "class.session_begun": ["conflict", "这次课已经开始", "This session has begun."],
  "class.session_cancelled": ["conflict", "这次课已取消", "This session was called off."],
  "class.session_over": [
    "conflict",
    "这次课已结束；漏签请找内训师补记",
    "This session is over. If you were there, ask the trainer to put you down.",
  ],
  "class.too_early": ["conflict", "签到在开课前一小时开始", "Check-in opens an hour before the session."],
  "class.not_enrolled": [
    "conflict",
    "您没有这次课的名额；请内训师在名单上现场加入",
    "You have no seat in this session. Ask the trainer to take you in on the spot.",
  ],
  "class.no_seat": ["conflict", "已经没有空余名额", "There is no seat left."],
  "class.attendance_missing": ["missing", "此人没有这次课的签到", "This person has no attendance in this session."],
  "class.own_attendance": ["forbidden", "不能记自己的签到", "Nobody puts down their own attendance."],
  "class.not_of_audience": [
    "conflict",
    "{{names}}不在这个班的对象之内：上课那天要在职、不是本班讲师，志愿者班还要是志愿者；请从名单中去掉",
    "{{names}} cannot have attended: who attends works here on that day, does not teach the class and, in a class for volunteers, is one. Take them off the list.",
  ],
  "class.unknown_numbers": ["invalid", "没有这些工号：{{numbers}}", "There are no such employee numbers: {{numbers}}."],
  "class.enrol_cancelled": ["conflict", "这个班已取消，不能报名", "This class was called off."],
  "class.enrol_closed": ["conflict", "这个班已结课，不能报名", "This class is closed."],
  "class.enrol_session_cancelled": ["conflict", "这次课已取消，不能报名", "This session was called off."],
  "class.enrol_begun": [
    "conflict",
    "已经开课，不能再报名或退出",
    "The session has begun; nobody enrols or withdraws any more.",
  ],
  "class.enrol_not_volunteer": [
    "forbidden",
    "这个班面向志愿者；加入义工联盟后可以报名",
    "This class is for volunteers. Join the alliance to enrol.",
  ],
  "class.enrol_leaving": ["conflict", "开课那天已不在公司，不能报名", "You will have left the company by then."],
  "class.enrol_trainer": ["conflict", "您是这个班的内训师，不用报名", "You teach this class, and do not enrol."],
  "class.enrol_busy_activity": [
    "conflict",
    "{{from}}至{{until}}您已报名别的活动；先退出那边再报名",
    "You have a place in an activity from {{from}} to {{until}}. Give it up first.",
  ],
  "class.enrol_busy_class": [
    "conflict",
    "{{from}}至{{until}}您已报名别的班；先退出那边再报名",
    "You have a seat in another class from {{from}} to {{until}}. Give it up first.",
  ],
  "class.enrol_covering": [
    "conflict",
    "{{from}}至{{until}}您已答应代班，不能报名",
    "You have agreed to cover a shift from {{from}} to {{until}}.",
  ],
});
