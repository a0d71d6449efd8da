import { catalogue } from "../language/catalogue.ts";

/** Where attendances come from, and what became of a roll-call that came in later. */
export const attendanceWords = catalogue({
  "zh-CN": {
    "attendance.source.code": "扫码签到",
    "attendance.source.leader": "负责人点名",
    "attendance.source.steward": "签到员登记",
    "attendance.source.paper": "纸质名单",
    "attendance.source.lateEntry": "补录（经第二人确认）",
    "attendance.source.automatic": "系统自动记录",
    "attendance.outcome.recorded": "已记录",
    "attendance.outcome.alreadyThere": "已有相同记录",
    "attendance.outcome.contradicts": "与现有记录不一致，未改动，请核对",
    "attendance.outcome.needsSecondPerson": "活动结束已超过2小时，需第二人确认后生效",
    "attendance.outcome.refused": "未记录",
    "attendance.sharedDevice": "代签？",
  },
  en: {
    "attendance.source.code": "by code",
    "attendance.source.leader": "by the leader",
    "attendance.source.steward": "by a steward",
    "attendance.source.paper": "from a list on paper",
    "attendance.source.lateEntry": "late entry, approved by a second person",
    "attendance.source.automatic": "by the system",
    "attendance.outcome.recorded": "Recorded",
    "attendance.outcome.alreadyThere": "The same is recorded already",
    "attendance.outcome.contradicts": "Something else is recorded; nothing was changed, please check",
    "attendance.outcome.needsSecondPerson":
      "More than two hours after the session: it counts once a second person approves it",
    "attendance.outcome.refused": "Not recorded",
    "attendance.sharedDevice": "For somebody else?",
  },
});
