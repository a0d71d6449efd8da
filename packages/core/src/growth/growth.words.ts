import { catalogue } from "../language/catalogue.ts";

/** How far somebody is with a skill, who says so and when. @source docs/domain.md F3 */
export const growthWords = catalogue({
  "zh-CN": {
    "growth.level.0": "不会",
    "growth.level.1": "了解",
    "growth.level.2": "能做",
    "growth.level.3": "熟练",
    "growth.level.4": "能教",
    "growth.rater.self": "自评",
    "growth.rater.trainer": "培训师评",
    "growth.phase.before": "培训前",
    "growth.phase.after": "培训后",
  },
  en: {
    "growth.level.0": "cannot",
    "growth.level.1": "knows of it",
    "growth.level.2": "can do it",
    "growth.level.3": "does it well",
    "growth.level.4": "can teach it",
    "growth.rater.self": "by themselves",
    "growth.rater.trainer": "by the trainer",
    "growth.phase.before": "before",
    "growth.phase.after": "after",
  },
});
