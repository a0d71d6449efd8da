import { catalogue } from "../language/catalogue.ts";

/** The kinds of training, whom they are for and what. @source docs/domain.md T1, T5, T6, W1 */
export const courseWords = catalogue({
  "zh-CN": {
    "course.kind.internal": "内培",
    "course.kind.external": "外培",
    "course.kind.outward": "拓展",
    "course.audience.volunteers": "志愿者",
    "course.audience.employees": "员工",
    "course.aim.knowledge": "知识",
    "course.aim.etiquette": "礼仪",
    "course.aim.skill": "技能",
  },
  en: {
    "course.kind.internal": "internal",
    "course.kind.external": "external",
    "course.kind.outward": "outward-bound",
    "course.audience.volunteers": "volunteers",
    "course.audience.employees": "employees",
    "course.aim.knowledge": "knowledge",
    "course.aim.etiquette": "etiquette",
    "course.aim.skill": "skill",
  },
});
