import { catalogue } from "../language/catalogue.ts";

/** States of a proposal. @source docs/domain.md A8 */
export const proposalWords = catalogue({
  "zh-CN": {
    "proposal.state.submitted": "待审批",
    "proposal.state.returned": "已退回",
    "proposal.state.approved": "已同意",
    "proposal.state.refused": "未同意",
    "proposal.stance.for": "赞成",
    "proposal.stance.against": "反对",
    "proposal.stance.conditions": "附条件赞成",
  },
  en: {
    "proposal.state.submitted": "waiting for a decision",
    "proposal.state.returned": "returned",
    "proposal.state.approved": "approved",
    "proposal.state.refused": "refused",
    "proposal.stance.for": "for it",
    "proposal.stance.against": "against it",
    "proposal.stance.conditions": "for it, with conditions",
  },
});
