import { catalogue } from "../language/catalogue.ts";

/** How a team that was asked for helpers stands. @source docs/domain.md A9 */
export const helperWords = catalogue({
  "zh-CN": {
    "helper.state.asked": "等待分队长答复",
    "helper.state.named": "已安排人员",
    "helper.state.declined": "已谢绝",
  },
  en: {
    "helper.state.asked": "waiting for the team's lead",
    "helper.state.named": "people are named",
    "helper.state.declined": "declined",
  },
});
