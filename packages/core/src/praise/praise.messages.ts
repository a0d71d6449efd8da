import { catalogue } from "../language/catalogue.ts";

/** What somebody is told of praise that they received. @source docs/domain.md E7 */
export const praiseMessages = catalogue({
  "zh-CN": {
    "message.praise.received.subject": "您收到来自「{{issuer}}」的表扬",
    "message.praise.received.body": "「{{issuer}}」表扬了您，已记入您的记录，可在那里查看原文和材料。",
  },
  en: {
    "message.praise.received.subject": "“{{issuer}}” has praised you",
    "message.praise.received.body":
      "“{{issuer}}” has praised you. It stands in your record, with what it says and the letter.",
  },
});
