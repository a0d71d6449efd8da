import { catalogue } from "../language/catalogue.ts";

/** The page behind the check-in code of a session. */
export const attendanceWords = catalogue({
  "zh-CN": {
    "attendance.page.title": "活动签到码",
    "attendance.page.what": "这是活动现场的签到码，每隔片刻更换一次，只在签到时间内有效。",
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
    "attendance.page.how": "手机签到页面尚未开通。请告诉现场负责人，由其为你登记到场。",
  },
  en: {
    "attendance.page.title": "Check-in code of an activity",
    "attendance.page.what":
      "This code is shown where an activity takes place. It changes every few moments and is good while check-in is open.",
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
    "attendance.page.how":
      "The page on which a phone checks in is not there yet. Tell whoever leads the session, who can record that you came.",
  },
});
