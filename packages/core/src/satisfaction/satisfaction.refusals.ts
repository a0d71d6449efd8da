import { refusals } from "../lib/refusals.ts";

/** Why the satisfaction of a year is not recorded. */
export const satisfactionRefusal = refusals({
  "satisfaction.missing": [
    "missing",
    "这一年没有录入员工满意度；请先录入，或从列表重新选择",
    "No satisfaction was recorded for this year. Record it first, or choose again from the list.",
  ],
  "satisfaction.year_known": [
    "conflict",
    "{{year}}年的员工满意度已经录入，为{{index}}；如有误，请在该年更正并写明理由",
    "The satisfaction of {{year}} is recorded already, as {{index}}. If it is wrong, correct it there, with a reason.",
  ],
  "satisfaction.year_asked": [
    "conflict",
    "{{year}}年已有本系统的员工满意度调查，以调查结果为准；请勿重复录入或再次发起",
    "Employees are asked here for {{year}}, and what they answer counts. Do not record or ask for it a second time.",
  ],
  "satisfaction.year_over": [
    "invalid",
    "只能在当年或次年调查{{year}}年的满意度；往年的请录入已有数据",
    "Employees are asked about {{year}} in that year or the next one. Record what is known of earlier years.",
  ],
  "satisfaction.out_of_range": [
    "invalid",
    "满意度须为 0 到 100 的数，最多一位小数，如 94.5",
    "Satisfaction is a number from 0 to 100 with one decimal at the most, such as 94.5.",
  ],
});
