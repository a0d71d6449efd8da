import { catalogue, sayingOf } from "@yigong/core/language/catalogue.ts";

const texts = catalogue({
  "zh-CN": {
    title: "已发消息",
    intro: "其他渠道送不到的消息、短信、邮件和公告都在这里，最新的在前；未设置渠道时，全部都在这里，不向外发送。",
    way: "渠道",
    "way.all": "全部渠道",
    "way.im": "办公消息",
    "way.sms": "短信",
    "way.mail": "邮件",
    "way.board": "公告",
    recipient: "发给谁",
    "recipient.hint": "工号、手机或邮箱的一部分",
    "recipient.everybody": "全体",
    filter: "筛选",
    clear: "看全部",
    newest: "回到最新",
    older: "看更早的",
    "empty.title": "还没有消息",
    "empty.body": "活动开始招募、请假获批或有人被请代班时，消息会出现在这里。",
    "empty.filtered": "没有符合条件的消息。可换个收件人或渠道，也可看全部。",
    language: "语言",
    to: "发给{{recipient}}",
  },
  en: {
    title: "Messages sent",
    intro:
      "Messages, SMS, mail and announcements that no other channel can deliver are here, newest first. Without channels all of them are, and nothing leaves this machine.",
    way: "Channel",
    "way.all": "All channels",
    "way.im": "Office message",
    "way.sms": "SMS",
    "way.mail": "Mail",
    "way.board": "Announcement",
    recipient: "Recipient",
    "recipient.hint": "Part of an employee number, mobile or address",
    "recipient.everybody": "everybody",
    filter: "Filter",
    clear: "Show all",
    newest: "Back to the newest",
    older: "Show older",
    "empty.title": "No messages yet",
    "empty.body": "They appear here when recruitment opens, leave is decided or somebody is asked to cover.",
    "empty.filtered": "No message matches. Try another recipient or channel, or show all.",
    language: "Language",
    to: "To {{recipient}}",
  },
});

/** Texts of the inbox page in a language. */
export const messagesIn = sayingOf(texts);
