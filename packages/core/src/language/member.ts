import { catalogue } from "./catalogue.ts";

/** Political status and roles. @source docs/domain.md Words, Roles */
export const memberWords = catalogue({
  "zh-CN": {
    "member.politicalStatus.partyMember": "党员",
    "member.politicalStatus.leagueMember": "团员",
    "member.politicalStatus.masses": "群众",
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
    "member.politicalStatus.partyMember": "party member",
    "member.politicalStatus.leagueMember": "League member",
    "member.politicalStatus.masses": "no affiliation",
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
