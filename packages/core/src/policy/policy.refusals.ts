import { refusals } from "../lib/refusals.ts";

/** Why a training policy is not issued. */
export const policyRefusal = refusals({
  "policy.missing": [
    "missing",
    "没有这份培训制度，可能链接有误；请从培训制度列表重新打开",
    "There is no such training policy. Open it from the list.",
  ],
  "policy.not_after": [
    "invalid",
    "新版的生效日须晚于上一版的生效日{{day}}",
    "A version takes effect after the one before it, which does on {{day}}.",
  ],
  "policy.clause_unknown": [
    "invalid",
    "以前各版没有条款{{anchor}}；新增条款请不要填编号",
    "No version had a clause {{anchor}}. A new clause is written without an anchor.",
  ],
  "policy.clause_twice": ["invalid", "条款{{anchor}}出现了两次", "Clause {{anchor}} is there twice."],
  "policy.unchanged": [
    "invalid",
    "与上一版没有任何不同，不必发布",
    "Nothing differs from the version before, so there is nothing to issue.",
  ],
});
