import { catalogue } from "../language/catalogue.ts";

/** Where one person stands in an activity: duty and place. @source docs/domain.md A4–A6 */
export const participationWords = catalogue({
  "zh-CN": {
    "participation.duty.attending": "参加",
    "participation.duty.onLeave": "已请假",
    "participation.duty.released": "无需参加",
    "participation.duty.undecided": "未答复",
    "participation.duty.present": "已到",
    "participation.duty.unexcused": "无故缺席",
    "participation.place.placed": "已安排",
    "participation.place.waiting": "候补",
    "participation.place.offered": "有空位，等答复",
    "participation.place.withdrawn": "已退出",
  },
  en: {
    "participation.duty.attending": "attending",
    "participation.duty.onLeave": "on leave",
    "participation.duty.released": "need not attend",
    "participation.duty.undecided": "not answered",
    "participation.duty.present": "present",
    "participation.duty.unexcused": "absent without leave",
    "participation.place.placed": "placed",
    "participation.place.waiting": "waiting",
    "participation.place.offered": "offered a place",
    "participation.place.withdrawn": "withdrawn",
  },
});
