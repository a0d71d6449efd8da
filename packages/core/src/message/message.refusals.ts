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
  "message.sent_already": [
    "conflict",
    "这条消息已经发出，不用再发",
    "The message has been sent; there is nothing to send again.",
  ],
  "message.too_late": [
    "conflict",
    "这条消息到{{until}}已无帮助，不再补发；仍需知道的人请电话告知",
    "The message helped until {{until}} and is not sent again. Call those who still need to know.",
  ],
  "message.pointless": [
    "conflict",
    "活动已进入下一步或已改期，这条消息不再需要发送",
    "The activity has gone on or was moved; nobody needs the message any more.",
  ],
  "message.quiet": [
    "conflict",
    "现在是安静时段或休息日，这条消息到{{until}}自动发出；要紧的请电话告知",
    "These are quiet hours or a day off: the message goes out by itself at {{until}}. Call where it cannot wait.",
  ],
  "message.not_due": [
    "conflict",
    "这条消息定于{{dueAt}}发送，到时自动发出",
    "The message is due {{dueAt}} and goes out by itself.",
  ],
  "message.receiver_left": [
    "conflict",
    "{{name}}已离职，不再发送消息",
    "{{name}} has left the company and is not written to.",
  ],
  "message.not_waiting": [
    "missing",
    "没有这条待发消息，可能刚刚已经发出；请刷新列表",
    "No such message waits; it may have just been sent. Look at the list again.",
  ],
  "message.missing": ["missing", "您没有这条消息", "You have no such message."],
});
