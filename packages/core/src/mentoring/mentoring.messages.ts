import { catalogue } from "../language/catalogue.ts";

/** What people are told about mentoring. None of it says who is last, or why somebody is helped. */
export const mentoringMessages = catalogue({
  "zh-CN": {
    "message.mentoring.asked.subject": "请您看一份结对邀请",
    "message.mentoring.asked.body": "联盟想请您与一位同事结对。请看过后同意或不同意，不同意不用说明原因。",
    "message.mentoring.began.subject": "与{{name}}的结对已开始",
    "message.mentoring.began.body": "双方都已同意，您与{{name}}的结对已开始，到 {{day}} 为止，每月至少联系一次。",
    "message.mentoring.notAgreed.subject": "与{{name}}的结对没有成",
    "message.mentoring.notAgreed.body": "您与{{name}}的结对没有得到双方同意，不再进行。",
    "message.mentoring.ended.subject": "与{{name}}的结对已结束",
    "message.mentoring.ended.body": "您与{{name}}的结对已结束，感谢您的付出。",
    "message.mentoring.due.subject": "该和{{name}}联系了",
    "message.mentoring.due.body": "按每月一次的约定，{{day}} 前请与{{name}}联系一次，之后在手机上记一笔。",
    "message.mentoring.overdue.subject": "有一份结对超过一周没有联系",
    "message.mentoring.overdue.body": "{{mentor}}负责的一份结对原定 {{day}} 前联系，至今没有记录，请了解情况。",
    "message.mentoring.forgotten.subject": "有一份结对超过两周没有联系",
    "message.mentoring.forgotten.body": "{{mentor}}负责的一份结对原定 {{day}} 前联系，两周仍没有记录，请联盟跟进。",
  },
  en: {
    "message.mentoring.asked.subject": "You are invited to a mentoring pair",
    "message.mentoring.asked.body":
      "The alliance would like to pair you with a colleague. Look at it and agree or not; nobody asks why you do not.",
    "message.mentoring.began.subject": "Your mentoring with {{name}} has begun",
    "message.mentoring.began.body":
      "Both of you agreed: your mentoring with {{name}} goes on until {{day}}. Meet once a month at least.",
    "message.mentoring.notAgreed.subject": "The mentoring with {{name}} does not take place",
    "message.mentoring.notAgreed.body": "The pair of you and {{name}} was not agreed by both, and does not go on.",
    "message.mentoring.ended.subject": "Your mentoring with {{name}} has ended",
    "message.mentoring.ended.body": "Your mentoring with {{name}} has ended. Thank you for what you did.",
    "message.mentoring.due.subject": "It is time to meet {{name}}",
    "message.mentoring.due.body":
      "You agreed to meet once a month: meet {{name}} by {{day}}, and write it down on your phone.",
    "message.mentoring.overdue.subject": "A mentoring pair has not met for a week too long",
    "message.mentoring.overdue.body":
      "A pair of {{mentor}} was to meet by {{day}}, and nothing is written down. Please ask how it goes.",
    "message.mentoring.forgotten.subject": "A mentoring pair has not met for two weeks too long",
    "message.mentoring.forgotten.body":
      "A pair of {{mentor}} was to meet by {{day}}, and nothing is written down after two weeks. Please follow it up.",
  },
});
