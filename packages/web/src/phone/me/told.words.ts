import { catalogue } from "@yigong/core/language/catalogue.ts";

export const toldWords = catalogue({
  "zh-CN": {
    told: "接收消息",
    "told.what": "先用您选的渠道；那里收不到时，自动换下一个能到的。",
    "told.ask": "要我办的事",
    "told.urgent": "紧急的事",
    "told.tell": "结果通知",
    "told.usual": "按通常顺序",
    "told.digest": "结果通知不单独发，合并到早上 8:30 的提要",
    "told.done": "已保存。",
  },
  en: {
    told: "How I am told",
    "told.what": "Your choice is tried first; where it does not reach you, the next one does.",
    "told.ask": "What I am asked to do",
    "told.urgent": "What is urgent",
    "told.tell": "Outcomes",
    "told.usual": "the usual order",
    "told.digest": "Outcomes together, in the digest of 8:30, not one by one",
    "told.done": "Saved.",
  },
});
