import { refusals } from "../lib/refusals.ts";

/** Why a message is not made or found. */
export const messageRefusal = refusals({
  "message.undelivered": [
    "unavailable",
    "{{all}}人中有{{waiting}}人暂时未能通知到，稍后会再试",
    "{{waiting}} of {{all}} people could not be told yet. They are tried again.",
  ],
  "message.template_unknown": ["invalid", "没有这个消息模板", "There is no such message template."],
  "message.param_invalid": ["invalid", "消息中有一处时间无效", "A time in the message is none."],
  "message.param_missing": ["invalid", "消息缺少要填入的内容", "The message lacks a value for what it says."],
  "message.missing": ["missing", "您没有这条消息", "You have no such message."],
});
