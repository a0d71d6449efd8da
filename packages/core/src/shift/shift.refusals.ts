import { refusals } from "../lib/refusals.ts";

/** Why shifts are not listed. */
export const shiftRefusal = refusals({
  "shift.member_or_day": [
    "invalid",
    "请选择一位成员或一个日期查看班次",
    "Ask for the shifts of one member or of one day.",
  ],
});
