import { catalogue } from "../language/catalogue.ts";

/** States of a leave. @source docs/domain.md A5 */
export const leaveWords = catalogue({
  "zh-CN": {
    "leave.status.requested": "待批",
    "leave.status.approved": "已批准",
    "leave.status.refused": "未批准",
    "leave.status.withdrawn": "已撤回",
    "leave.status.escalated": "已转联盟",
  },
  en: {
    "leave.status.requested": "requested",
    "leave.status.approved": "approved",
    "leave.status.refused": "refused",
    "leave.status.withdrawn": "withdrawn",
    "leave.status.escalated": "passed to the alliance",
  },
});
