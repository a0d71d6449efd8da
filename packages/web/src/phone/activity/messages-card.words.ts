import { catalogue } from "@yigong/core/language/catalogue.ts";

export const messagesCardWords = catalogue({
  "zh-CN": {
    messages: "消息没有送到的人",
    none: "没有发送失败的消息。",
    waiting: "等待发送",
  },
  en: {
    messages: "Whom messages did not reach",
    none: "No message has failed.",
    waiting: "Waiting to be sent",
  },
});
