import { catalogue } from "../language/catalogue.ts";

/** What people are told about a long-term service. @source docs/domain.md A11 */
export const serviceMessages = catalogue({
  "zh-CN": {
    "message.service.due.subject": "长期服务「{{title}}」该走访了",
    "message.service.due.body":
      "您负责的长期服务「{{title}}」应在{{day}}前走访（每{{cadence}}天一次）。请安排走访并记录；实际困难已解决的，请写明。",
    "message.service.overdue.subject": "长期服务「{{title}}」已超期未走访",
    "message.service.overdue.body":
      "长期服务「{{title}}」应在{{day}}前走访，已提醒{{name}}{{times}}次，仍无记录。请与负责人商定，必要时另换负责人。",
  },
  en: {
    "message.service.due.subject": "A visit is due: “{{title}}”",
    "message.service.due.body":
      "The long-term service “{{title}}”, which is yours, was to be visited by {{day}} (days from visit to visit: {{cadence}}). Please arrange a visit and record it, or say how the real difficulty was solved.",
    "message.service.overdue.subject": "No visit yet: “{{title}}”",
    "message.service.overdue.body":
      "The long-term service “{{title}}” was to be visited by {{day}}. Reminders to {{name}}: {{times}}; no visit is recorded. Please settle it with the owner, or name another one.",
  },
});
