import { catalogue } from "./catalogue.ts";

/** What people and served clients are told after the service: filing, survey, points. @source docs/domain.md E2–E5, F2, I2 */
export const afterwardsMessages = catalogue({
  "zh-CN": {
    "message.archive.dueSoon.subject": "请归档「{{title}}」",
    "message.archive.dueSoon.body":
      "「{{title}}」已结束，请在 {{dueAt}} 前提交归档：总结、至少一份材料或照片、台账归属。归档后自动开始回访，再计积分。",
    "message.archive.overdue.subject": "「{{title}}」归档已逾期",
    "message.archive.overdue.body":
      "「{{title}}」应在 {{dueAt}} 前归档，现已逾期。请尽快提交；归档前不回访、不计积分，再逾期将报联盟。",
    "message.archive.overdueEscalated.subject": "「{{title}}」归档逾期，请督促",
    "message.archive.overdueEscalated.body":
      "{{name}}负责的「{{title}}」应在 {{dueAt}} 前归档，提醒后仍未提交。请督促完成；归档前不回访、不计积分。",
    "message.happiness.ask.subject": "参加「{{title}}」，您感受如何",
    "message.happiness.ask.body":
      "「{{title}}」已结束，请花一分钟说说这次服务的感受。{{closesAt}} 截止，只看汇总，不记名。",
    "message.survey.closing.subject": "「{{title}}」回访即将截止",
    "message.survey.closing.body":
      "「{{title}}」的回访 {{closesAt}} 截止，已发{{issued}}份，答复{{answered}}份。请电话回访未答复的客户并代为填写；截止后自动计积分。",
    "message.survey.invitation.subject": "请评价「{{title}}」",
    "message.survey.invitation.body":
      "{{alliance}}为您提供了「{{title}}」服务，想听听您的评价，约一分钟。{{closesAt}} 前有效，只能提交一次：{{link}}",
    "message.survey.reminder.subject": "期待您对「{{title}}」的评价",
    "message.survey.reminder.body":
      "{{alliance}}还想听听您对「{{title}}」的评价。请用这个新链接，旧链接已失效，{{closesAt}} 截止：{{link}}",
    "message.points.posted.subject": "「{{title}}」计{{points}}分",
    "message.points.posted.body":
      "您在「{{title}}」计{{points}}分：出勤{{attendancePoints}}，工日{{workdayPoints}}，评价{{gradePoints}}。明细见我的积分；如有不符，可在那里提出异议。",
    "message.points.postedUngraded.subject": "「{{title}}」计{{points}}分",
    "message.points.postedUngraded.body":
      "您在「{{title}}」计{{points}}分：出勤{{attendancePoints}}，工日{{workdayPoints}}。明细见我的积分；如有不符，可在那里提出异议。",
    "message.points.coverPosted.subject": "代班计{{points}}分",
    "message.points.coverPosted.body":
      "您在「{{title}}」期间代班，计{{points}}分。明细见我的积分；如有不符，请告知组织者。",
  },
  en: {
    "message.archive.dueSoon.subject": "Please file “{{title}}”",
    "message.archive.dueSoon.body":
      "“{{title}}” is over. Please file it before {{dueAt}}: a summary, at least one material or picture, and whose register it belongs to. The survey and then the points follow by themselves.",
    "message.archive.overdue.subject": "Filing of “{{title}}” is overdue",
    "message.archive.overdue.body":
      "“{{title}}” was to be filed before {{dueAt}}. Please file it soon: there is no survey and there are no points until then, and the alliance is told next.",
    "message.archive.overdueEscalated.subject": "Filing of “{{title}}” is overdue: please see to it",
    "message.archive.overdueEscalated.body":
      "“{{title}}”, in the care of {{name}}, was to be filed before {{dueAt}} and is not, after a reminder. Please see to it: there is no survey and there are no points until then.",
    "message.happiness.ask.subject": "How was “{{title}}” for you?",
    "message.happiness.ask.body":
      "“{{title}}” is over. Please take a minute to say how it was for you, before {{closesAt}}. Only totals are read; no names are kept.",
    "message.survey.closing.subject": "The survey of “{{title}}” closes soon",
    "message.survey.closing.body":
      "The survey of “{{title}}” closes {{closesAt}}. Sent: {{issued}}, answered: {{answered}}. Please phone those who have not answered and enter what they say; points follow by themselves.",
    "message.survey.invitation.subject": "How was “{{title}}”?",
    "message.survey.invitation.body":
      "{{alliance}} served you with “{{title}}” and would like your opinion; it takes a minute. One answer, before {{closesAt}}: {{link}}",
    "message.survey.reminder.subject": "Your opinion on “{{title}}”",
    "message.survey.reminder.body":
      "{{alliance}} would still like your opinion on “{{title}}”. Please use this new link, the old one no longer works, before {{closesAt}}: {{link}}",
    "message.points.posted.subject": "Points for “{{title}}”: {{points}}",
    "message.points.posted.body":
      "Your points for “{{title}}”: {{points}} (attendance {{attendancePoints}}, workdays {{workdayPoints}}, evaluation {{gradePoints}}). See My points for the entries; if something is wrong, object there.",
    "message.points.postedUngraded.subject": "Points for “{{title}}”: {{points}}",
    "message.points.postedUngraded.body":
      "Your points for “{{title}}”: {{points}} (attendance {{attendancePoints}}, workdays {{workdayPoints}}). See My points for the entries; if something is wrong, object there.",
    "message.points.coverPosted.subject": "Points for cover: {{points}}",
    "message.points.coverPosted.body":
      "You covered at work during “{{title}}”: {{points}} points. See My points for the entries; if something is wrong, tell the organizer.",
  },
});
