import { catalogue } from "../language/catalogue.ts";

/** Political status. @source docs/domain.md Words */
export const memberWords = catalogue({
  "zh-CN": {
    "member.politicalStatus.partyMember": "党员",
    "member.politicalStatus.leagueMember": "团员",
    "member.politicalStatus.masses": "群众",
  },
  en: {
    "member.politicalStatus.partyMember": "party member",
    "member.politicalStatus.leagueMember": "League member",
    "member.politicalStatus.masses": "no affiliation",
  },
});
