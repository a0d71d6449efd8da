import { refusals } from "../lib/refusals.ts";

/** Why praise from outside is not recorded or voided. */
export const praiseRefusal = refusals({
  "praise.missing": ["missing", "{{year}}年没有这条表扬记录", "There is no such praise in {{year}}."],
  "praise.in_future": ["invalid", "收到之后登记，日期不能在将来", "Praise is recorded once it was received."],
  "praise.member_left": [
    "conflict",
    "{{name}}已离职，不再为其登记；请改为登记给分队或活动",
    "{{name}} has left the company: nothing is added to their record. Record it for the team or the activity.",
  ],
  "praise.twice": [
    "conflict",
    "{{day}}来自「{{issuer}}」的同一份表扬已登记，请在列表中查看",
    "This praise from “{{issuer}}” of {{day}} was recorded before; see the list.",
  ],
  "praise.void": ["conflict", "这条表扬此前已作废", "This praise was voided before."],
});
