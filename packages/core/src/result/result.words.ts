import { catalogue } from "../language/catalogue.ts";

/** How somebody did in a class. */
export const resultWords = catalogue({
  "zh-CN": {
    "result.outcome.passed": "合格",
    "result.outcome.failed": "不合格",
    "result.outcome.open": "不考核",
  },
  en: {
    "result.outcome.passed": "passed",
    "result.outcome.failed": "failed",
    "result.outcome.open": "not tested",
  },
});
