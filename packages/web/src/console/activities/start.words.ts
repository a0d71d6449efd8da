import { catalogue } from "@yigong/core/language/catalogue.ts";

export const startWords = catalogue({
  "zh-CN": { start: "新建活动", propose: "提交活动方案" },
  en: { start: "Start an activity", propose: "Propose an activity" },
});
