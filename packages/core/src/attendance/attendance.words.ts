import { catalogue } from "../language/catalogue.ts";

/** The page behind the check-in code of a session. */
export const attendanceWords = catalogue({
  "zh-CN": {
    "attendance.page.title": "活动签到码",
    "attendance.page.what": "这是活动现场的签到码，每隔片刻更换一次，只在签到时间内有效。",
    "attendance.page.how": "手机签到页面尚未开通。请告诉现场负责人，由其为你登记到场。",
  },
  en: {
    "attendance.page.title": "Check-in code of an activity",
    "attendance.page.what":
      "This code is shown where an activity takes place. It changes every few moments and is good while check-in is open.",
    "attendance.page.how":
      "The page on which a phone checks in is not there yet. Tell whoever leads the session, who can record that you came.",
  },
});
