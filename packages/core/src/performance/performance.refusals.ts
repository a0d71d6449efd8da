import { refusals } from "../lib/refusals.ts";

/** Why results are not shown. */
export const performanceRefusal = refusals({
  "performance.missing": [
    "missing",
    "没有这个项目在这一期间的结果；请从列表重新选择，或先导入",
    "There are no results of this programme in this period. Choose from the list, or import them first.",
  ],
});
