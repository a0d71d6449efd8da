import { catalogue } from "../language/catalogue.ts";

/** Roles. @source docs/domain.md Roles */
export const permissionWords = catalogue({
  "zh-CN": {
    "role.administrator": "管理员",
    "role.alliance": "义工联盟",
    "role.committee": "党委",
    "role.organizer": "组织者",
    "role.branchSecretary": "支部书记",
    "role.teamLead": "分队长",
    "role.customerService": "客服",
    "role.auditor": "审计员",
    "role.volunteer": "志愿者",
    "role.employee": "员工",
  },
  en: {
    "role.administrator": "administrator",
    "role.alliance": "alliance",
    "role.committee": "committee",
    "role.organizer": "organizer",
    "role.branchSecretary": "branch secretary",
    "role.teamLead": "team lead",
    "role.customerService": "customer service",
    "role.auditor": "auditor",
    "role.volunteer": "volunteer",
    "role.employee": "employee",
  },
});
