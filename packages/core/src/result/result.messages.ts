import { catalogue } from "../language/catalogue.ts";

/** What people are told of their results. */
export const resultMessages = catalogue({
  "zh-CN": {
    "message.result.passed.subject": "「{{title}}」考核合格",
    "message.result.passed.body": "您参加的「{{title}}」已登记成绩：合格。",
    "message.result.failed.subject": "「{{title}}」考核未合格",
    "message.result.failed.body":
      "您参加的「{{title}}」已登记成绩：不合格。可以报名下一期再学；对成绩有疑问，请找内训师或联盟。",
    "message.result.certified.subject": "「{{title}}」考核合格，已取得「{{skill}}」",
    "message.result.certified.body":
      "您参加的「{{title}}」考核合格，「{{skill}}」已登记为您的资质，有效期至 {{day}}。到期前 60、30、7 天会提醒您换证。",
    "message.result.certifiedForGood.subject": "「{{title}}」考核合格，「{{skill}}」长期有效",
    "message.result.certifiedForGood.body": "您参加的「{{title}}」考核合格，「{{skill}}」已登记为您的资质，长期有效。",
    "message.result.corrected.subject": "「{{title}}」的成绩已更正",
    "message.result.corrected.body":
      "您在「{{title}}」的成绩已更正，原因：{{reason}}。请在“我的培训”查看现在的成绩和资质。",
  },
  en: {
    "message.result.passed.subject": "You passed “{{title}}”",
    "message.result.passed.body": "Your result in “{{title}}” was entered: passed.",
    "message.result.failed.subject": "You did not pass “{{title}}”",
    "message.result.failed.body":
      "Your result in “{{title}}” was entered: failed. You may enrol for the next class; if you doubt the result, ask the trainer or the alliance.",
    "message.result.certified.subject": "You passed “{{title}}” and have “{{skill}}” now",
    "message.result.certified.body":
      "You passed “{{title}}”. “{{skill}}” is recorded as your qualification until {{day}}. You are reminded 60, 30 and 7 days before it ends.",
    "message.result.certifiedForGood.subject": "You passed “{{title}}”; “{{skill}}” does not end",
    "message.result.certifiedForGood.body":
      "You passed “{{title}}”. “{{skill}}” is recorded as your qualification, and does not end.",
    "message.result.corrected.subject": "Your result in “{{title}}” was put right",
    "message.result.corrected.body":
      "Your result in “{{title}}” was put right. Why: {{reason}}. See “My training” for the result and the qualification as they are now.",
  },
});
