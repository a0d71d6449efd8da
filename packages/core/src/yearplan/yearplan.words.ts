import { catalogue } from "../language/catalogue.ts";

/** How a quarter of a team's plan stands. @source docs/domain.md T3 */
export const yearplanWords = catalogue({
  "zh-CN": {
    "yearplan.colour.held": "已开班",
    "yearplan.colour.planned": "已排班",
    "yearplan.colour.missing": "缺班",
    "yearplan.colour.none": "不要求",
  },
  en: {
    "yearplan.colour.held": "held",
    "yearplan.colour.planned": "planned",
    "yearplan.colour.missing": "missing",
    "yearplan.colour.none": "none wanted",
  },
});
