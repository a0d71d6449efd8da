import { catalogue } from "../language/catalogue.ts";

/** What people are told about filing. @source docs/domain.md E2–E4 */
export const archiveMessages = catalogue({
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
  },
});
