import { catalogue } from "../language/catalogue.ts";

/** States of a cover. @source docs/domain.md A7 */
export const coverWords = catalogue({
  "zh-CN": {
    "cover.status.open": "待安排",
    "cover.status.offered": "已询问",
    "cover.status.accepted": "已接受，待确认",
    "cover.status.declined": "已谢绝",
    "cover.status.expired": "逾期未答复",
    "cover.status.confirmed": "已确认",
    "cover.status.unfilled": "无人代班",
  },
  en: {
    "cover.status.open": "open",
    "cover.status.offered": "offered",
    "cover.status.accepted": "accepted, to be confirmed",
    "cover.status.declined": "declined",
    "cover.status.expired": "expired unanswered",
    "cover.status.confirmed": "confirmed",
    "cover.status.unfilled": "nobody covers",
  },
});
