import { catalogue } from "../language/catalogue.ts";

/** What people are told about a series. @source docs/domain.md A10 */
export const seriesMessages = catalogue({
  "zh-CN": {
    "message.series.notMade.subject": "系列活动「{{title}}」{{startsAt}} 这次没有建成",
    "message.series.notMade.body":
      "系列活动「{{title}}」原定 {{startsAt}} 的一次没有建成：{{reason}}。组织者{{name}}。系统每天重试到招募截止；可由他人另建系列，或单独发起这一次。",
  },
  en: {
    "message.series.notMade.subject": "Series “{{title}}”: the visit of {{startsAt}} was not started",
    "message.series.notMade.body":
      "The visit of {{startsAt}} in the series “{{title}}” was not started: {{reason}}. Organizer: {{name}}. It is tried each day until recruiting would end; begin a series with another organizer, or start this visit on its own.",
  },
});
