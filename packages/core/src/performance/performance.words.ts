import { catalogue } from "../language/catalogue.ts";

/** Why a row of a file of results is bad, and why a post is not compared. @source docs/domain.md T7 */
export const performanceWords = catalogue({
  "zh-CN": {
    "performance.problem.result_period_invalid": "期间无法识别；可写作 {{choices}}。",
    "performance.problem.result_attainment_invalid":
      "完成率须为 0 到 {{limit}} 的百分数，最多两位小数；可写作 {{choices}}。",
    "performance.problem.result_twice": "同一人在同一项目、同一期间只能有 1 个结果，另见第 {{rows}} 行。",
    "performance.problem.result_post_missing": "此人在该期间没有岗位，请在“岗位”列填写；最接近的有：{{choices}}。",
    "performance.leftOut.nobodyInGroup": "本岗位没有这一类人员",
    "performance.leftOut.tooFewOthers": "本岗位的其他同事不足5人",
    "performance.group.party": "党员",
    "performance.group.volunteers": "志愿者",
  },
  en: {
    "performance.problem.result_period_invalid": "This is no period that is known; it may be written as {{choices}}.",
    "performance.problem.result_attainment_invalid":
      "The attainment is a percentage from 0 to {{limit}} with two decimals at the most, such as {{choices}}.",
    "performance.problem.result_twice": "One person has one result in a programme and period; see rows {{rows}}, too.",
    "performance.problem.result_post_missing":
      "This person had no post in the period. Fill in the column 岗位; nearest are: {{choices}}.",
    "performance.leftOut.nobodyInGroup": "nobody of the group holds this post",
    "performance.leftOut.tooFewOthers": "fewer than five others hold this post",
    "performance.group.party": "party members",
    "performance.group.volunteers": "volunteers",
  },
});
