import { catalogue } from "../language/catalogue.ts";

/** What those who run the installation are told when effects do not go out. */
export const outboxMessages = catalogue({
  "zh-CN": {
    "message.alarm.undelivered.subject": "有消息或公告没有送出",
    "message.alarm.undelivered.body":
      "{{raisedAt}} 起多次发送失败：{{what}}，原因代码 {{code}}。请检查短信、邮件和办公系统的连接；恢复后请重新发送。",
  },
  en: {
    "message.alarm.undelivered.subject": "A message or announcement was not sent",
    "message.alarm.undelivered.body":
      "Sending has failed repeatedly since {{raisedAt}}: {{what}}, code {{code}}. Check the connections to SMS, mail and the office system, then send it again.",
  },
});
