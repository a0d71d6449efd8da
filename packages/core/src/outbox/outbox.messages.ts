import { catalogue } from "../language/catalogue.ts";

/** What the alliance and the administrators are told when something was not delivered, and is not tried again. */
export const outboxMessages = catalogue({
  "zh-CN": {
    "message.alarm.undelivered.subject": "有人没有收到：{{what}}",
    "message.alarm.undelivered.body":
      "{{what}}：有 {{people}} 人没有收到（工号 {{who}}），他们的办公消息、短信和邮件都拒收或一直收不到，不再补发。请核对他们的手机号和邮箱，要紧的请电话告知。各人登录后仍能在消息列表里看到。",
    "message.alarm.tooLate.subject": "没有及时送达：{{what}}",
    "message.alarm.tooLate.body":
      "{{what}}：原定 {{dueAt}} 发送，发送渠道中断，有 {{people}} 人没有收到（工号 {{who}}）。到 {{untilAt}} 已无帮助，不再补发。请电话告知仍需知道的人，并请管理员检查办公消息、短信和邮件的连接。各人登录后仍能在消息列表里看到。",
  },
  en: {
    "message.alarm.undelivered.subject": "Not received: {{what}}",
    "message.alarm.undelivered.body":
      "{{what}}: {{people}} people were not reached (employee numbers {{who}}); office message, SMS and mail all refused it or kept failing, and it is not sent again. Check their phone numbers and mail addresses, and call where it matters. Each of them still finds it in their list of messages.",
    "message.alarm.tooLate.subject": "Not delivered in time: {{what}}",
    "message.alarm.tooLate.body":
      "{{what}}: it was due {{dueAt}}, the channels were down and {{people}} people were not reached (employee numbers {{who}}). After {{untilAt}} it helps nobody and is not sent again. Call those who still need to know, and have an administrator check the connections to the office system, SMS and mail. Each of them still finds it in their list of messages.",
  },
});
