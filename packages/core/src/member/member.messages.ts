import { catalogue } from "../language/catalogue.ts";

/** What people are told about what the roster says of them. */
export const memberMessages = catalogue({
  "zh-CN": {
    "message.member.skillRenews.subject": "资质「{{skill}}」将于 {{day}} 到期，有班可以换证",
    "message.member.skillRenews.body":
      "您登记的资质「{{skill}}」{{day}} 到期，之后的活动不能再报需要它的岗位。「{{title}}」{{startsAt}} 开课，考核合格即可换证，请在到期前报名。",
    "message.member.skillEnds.subject": "资质「{{skill}}」将于 {{day}} 到期",
    "message.member.skillEnds.body":
      "您登记的资质「{{skill}}」{{day}} 到期，之后的活动不能再报需要它的岗位，已报的会在招募截止时收回。请及时换证，并请管理员更新到期日。",
  },
  en: {
    "message.member.skillRenews.subject": "Your qualification “{{skill}}” ends on {{day}}; a class renews it",
    "message.member.skillRenews.body":
      "Your qualification “{{skill}}” ends on {{day}}. After that, positions that need it are not open to you. “{{title}}” begins {{startsAt}}: whoever passes has it renewed. Enrol before it ends.",
    "message.member.skillEnds.subject": "Your qualification “{{skill}}” ends on {{day}}",
    "message.member.skillEnds.body":
      "Your qualification “{{skill}}” ends on {{day}}. After that, positions that need it are not open to you, and places in them are taken back when recruiting ends. Please renew it and ask an administrator to record the new day.",
  },
});
