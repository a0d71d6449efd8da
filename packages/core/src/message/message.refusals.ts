import { refusals } from "../lib/refusals.ts";

/** Why a message is not made or found. */
export const messageRefusal = refusals({
  "message.undelivered": [
    "unavailable",
    "{{all}}人中有{{waiting}}人暂时未能通知到，稍后会再试",
    "{{waiting}} of {{all}} people could not be told yet. They are tried again.",
  ],
  "message.template_unknown": ["invalid", "没有这个消息模板", "There is no such message template."],
  "message.template_fixed": [
    "conflict",
    "这种消息的文字不能改：其中有验证码或服务对象专用的链接",
    "The words of this kind stay as they are: they carry a code, or the link of a served client.",
  ],
  "message.template_unknown_field": [
    "invalid",
    "没有这样的填充项：{{fields}}；可用的是：{{known}}",
    "There is nothing to fill in named {{fields}}. There are: {{known}}.",
  ],
  "message.template_too_long": [
    "invalid",
    "{{language}}{{part}}填好后有{{length}}字，最多{{most}}字；请缩短",
    "Filled in, the {{part}} in {{language}} has {{length}} characters, and {{most}} fit. Make it shorter.",
  ],
  "message.template_without_field": [
    "invalid",
    "{{language}}里少了{{fields}}：收件人不看就不知道该做什么",
    "The text in {{language}} lacks {{fields}}, without which its readers do not know what to do.",
  ],
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
