import { catalogue } from "../language/catalogue.ts";

/** The states of an offer, the keys of the order, and why a row of a file of scores is bad. @source docs/domain.md T4 */
export const nominationWords = catalogue({
  "zh-CN": {
    "nomination.state.open": "待决定",
    "nomination.state.decided": "已决定",
    "nomination.state.withdrawn": "已撤回",
    "nomination.key.requirements": "符合要求",
    "nomination.key.score": "部门评分档",
    "nomination.key.volunteer": "志愿者优先",
    "nomination.key.external": "外培次数少",
    "nomination.key.certificate": "证书将到期",
    "nomination.key.draw": "抽签",
    "nomination.problem.score_invalid": "得分须为 0 到 {{limit}}，最多两位小数；可写作 {{choices}}。",
    "nomination.problem.score_twice": "同一人只能有 1 个得分，另见第 {{rows}} 行。",
    "nomination.problem.score_other_department": "此人不在这个部门，不能作为候选人。",
    "nomination.problem.score_left": "此人已于 {{limit}} 离职，不能作为候选人。",
  },
  en: {
    "nomination.state.open": "to be decided",
    "nomination.state.decided": "decided",
    "nomination.state.withdrawn": "withdrawn",
    "nomination.key.requirements": "meets the requirements",
    "nomination.key.score": "band of the department's score",
    "nomination.key.volunteer": "volunteer first",
    "nomination.key.external": "fewer external classes",
    "nomination.key.certificate": "certificate about to end",
    "nomination.key.draw": "draw",
    "nomination.problem.score_invalid":
      "The score is a number from 0 to {{limit}} with two decimals at the most, such as {{choices}}.",
    "nomination.problem.score_twice": "One person has one score; see rows {{rows}}, too.",
    "nomination.problem.score_other_department": "This person is not of the department and no candidate.",
    "nomination.problem.score_left": "This person left on {{limit}} and is no candidate.",
  },
});
