import { catalogue } from "../language/catalogue.ts";

/** What served clients and participants are asked afterwards. @source docs/domain.md E5, F2 */
export const surveyMessages = catalogue({
  "zh-CN": {
    "message.happiness.ask.subject": "参加「{{title}}」，您感受如何",
    "message.happiness.ask.body":
      "「{{title}}」已结束，请花一分钟说说这次服务的感受。{{closesAt}} 截止，只看汇总，不记名。",
    "message.survey.invitation.subject": "请评价「{{title}}」",
    "message.survey.invitation.body":
      "{{alliance}}为您提供了「{{title}}」服务，想听听您的评价，约一分钟。{{closesAt}} 前有效，只能提交一次：{{link}}",
    "message.survey.reminder.subject": "期待您对「{{title}}」的评价",
    "message.survey.reminder.body":
      "{{alliance}}还想听听您对「{{title}}」的评价。请用这个新链接，旧链接已失效，{{closesAt}} 截止：{{link}}",
    "message.survey.guardianInvitation.subject": "请监护人评价「{{title}}」",
    "message.survey.guardianInvitation.body":
      "{{alliance}}为您监护的未成年人提供了「{{title}}」服务，想听听您的评价，约一分钟。{{closesAt}} 前有效，只能提交一次：{{link}}",
    "message.survey.guardianReminder.subject": "期待监护人对「{{title}}」的评价",
    "message.survey.guardianReminder.body":
      "{{alliance}}还想听听您作为监护人对「{{title}}」的评价。请用这个新链接，旧链接已失效，{{closesAt}} 截止：{{link}}",
  },
  en: {
    "message.happiness.ask.subject": "How was “{{title}}” for you?",
    "message.happiness.ask.body":
      "“{{title}}” is over. Please take a minute to say how it was for you, before {{closesAt}}. Only totals are read; no names are kept.",
    "message.survey.invitation.subject": "How was “{{title}}”?",
    "message.survey.invitation.body":
      "{{alliance}} served you with “{{title}}” and would like your opinion; it takes a minute. One answer, before {{closesAt}}: {{link}}",
    "message.survey.reminder.subject": "Your opinion on “{{title}}”",
    "message.survey.reminder.body":
      "{{alliance}} would still like your opinion on “{{title}}”. Please use this new link, the old one no longer works, before {{closesAt}}: {{link}}",
    "message.survey.guardianInvitation.subject": "As a guardian, how was “{{title}}”?",
    "message.survey.guardianInvitation.body":
      "{{alliance}} served the minor whose guardian you are with “{{title}}” and would like your opinion; it takes a minute. One answer, before {{closesAt}}: {{link}}",
    "message.survey.guardianReminder.subject": "Your opinion as a guardian on “{{title}}”",
    "message.survey.guardianReminder.body":
      "{{alliance}} would still like your opinion, as a guardian, on “{{title}}”. Please use this new link, the old one no longer works, before {{closesAt}}: {{link}}",
  },
});
