import * as Appeal from "./attendance/appeal.ts";
import * as Attendance from "./attendance/attendance.ts";
import * as BackEntry from "./attendance/back-entry.ts";
import { confirm, honoursOf } from "./award/committee.ts";
import * as AwardObjection from "./award/objection.ts";
import { AT, decider, deciding, ZONE } from "./award/run.builder.ts";
import type * as Run from "./award/run.ts";
import * as Cover from "./cover/answer.ts";
import { openNeed } from "./cover/need.builder.ts";
import * as Identity from "./identity/identity.ts";
import * as Leave from "./leave/leave.ts";
import * as Sample from "./participation/participation.builder.ts";
import type { Party } from "./permission/party.ts";
import * as Correction from "./points/correction.ts";
import * as PointsObjection from "./points/objection.ts";
import * as RuleDraft from "./points/rule-draft.ts";
import { RULE_SET_1 } from "./points/rules.ts";
import type * as Proposal from "./proposal/proposal.ts";

export const at = "2026-03-06T01:00:00.000Z";
export const named = (by: number, deputyFor?: number): Party => ({
  by: `mem_${by}`,
  ...(deputyFor === undefined ? {} : { deputyFor: `mem_${deputyFor}` }),
});
/** Who asks or records, whom it is about, and others; what somebody does as a deputy, and what in their own right. */
export const ASKER = 101;
export const SUBJECT = 1;
export const asker = named(ASKER);
export const askerByDeputy = named(102, ASKER);
export const people = {
  "the asker": asker,
  "the asker's deputy": askerByDeputy,
  "another deputy of the asker": named(103, ASKER),
  "the asker, as somebody's deputy": named(ASKER, 105),
  "the subject": named(SUBJECT),
  "the subject's deputy": named(104, SUBJECT),
  "the subject, as somebody's deputy": named(SUBJECT, 105),
  "another person": named(105),
  "another person's deputy": named(106, 105),
};
export type Who = keyof typeof people;
export const OF_ASKER: Who[] = [
  "the asker",
  "the asker's deputy",
  "another deputy of the asker",
  "the asker, as somebody's deputy",
];
export const OF_SUBJECT: Who[] = ["the subject", "the subject's deputy", "the subject, as somebody's deputy"];

export const key = { activityId: "act_1", sessionId: "ses_1", memberId: `mem_${SUBJECT}` };
export const correction = ({ by, deputyFor }: Party) =>
  Correction.ask({
    id: Correction.Id.parse(`cor_${"0".repeat(26)}`),
    activityId: "act_1",
    memberId: key.memberId,
    change: { kind: "points", points: 100 },
    reason: "核对",
    askedBy: by,
    ...(deputyFor === undefined ? {} : { askedFor: deputyFor }),
    askedAt: at,
  });
export const backEntry = (by: Party) =>
  BackEntry.request(undefined, undefined, { ...key, ...by, halfDays: 1, reason: "手机没电", at });
export const appealed = (by: Party) =>
  Appeal.appeal(Attendance.rollCall(key, undefined, { ...by, at, state: "absent", excused: false, why: "未到" }), {
    by: key.memberId,
    at,
    text: "我在现场",
  });
export const objection: PointsObjection.Info = {
  id: PointsObjection.Id.parse(`obj_${"0".repeat(26)}`),
  memberId: key.memberId,
  activityId: "act_1",
  text: "少算一次",
  raisedAt: at,
  status: "open",
  version: 0,
};
export const draft = ({ by, deputyFor }: Party): RuleDraft.Info => {
  const { version: _, ...terms } = RULE_SET_1;
  return {
    id: RuleDraft.Id.parse(`rul_${"0".repeat(26)}`),
    terms: { ...terms, effectiveFrom: "2027-01-01T00:00:00.000Z" },
    reason: "鼓励参加",
    draftedBy: by,
    ...(deputyFor === undefined ? {} : { draftedFor: deputyFor }),
    draftedAt: at,
    state: "draft",
    revision: 0,
  };
};
export const proposal = ({ by, deputyFor }: Party): Proposal.Info => ({
  state: "submitted",
  activityId: "act_1",
  proposerId: by,
  ...(deputyFor === undefined ? {} : { proposedFor: deputyFor }),
  submittedAt: at,
  plan: "教老人用手机",
  wishes: { guidance: false, moneyFen: 10_000 },
  returns: [],
  version: 0,
});
export const rebinding: Identity.Rebinding = {
  id: Identity.RebindingId.parse(`bnd_${"0".repeat(26)}`),
  ...{ provider: "wecom", tenant: "ww1", subject: "anna", memberId: key.memberId, askedAt: at },
  status: "requested",
  version: 0,
};
export const ownLeave = (): Leave.Info => {
  const asked = Leave.ask(
    {
      activity: Sample.activity(),
      lifecycle: Sample.lifecycle("Recruit"),
      memberId: key.memberId,
      branchId: "unit_00000000000000000000000001",
      branchDecides: true,
      onDuty: true,
      released: false,
      before: undefined,
      at: Sample.RECRUITING,
    },
    { reason: "workConflict", note: "值机房" },
  );
  return asked;
};
export const accepted = () => {
  const offered = Cover.offer(openNeed("mem_900"), {
    memberId: key.memberId,
    at,
    expiresAt: "2026-03-06T02:00:00.000Z",
  });
  return Cover.accept(offered, { memberId: key.memberId, at });
};

const numbered = (id: string) => decider(Number(id.slice("mem_".length)));
export const inCommittee = ({ by, deputyFor }: Party) => ({
  ...numbered(by),
  ...(deputyFor === undefined ? {} : { principal: numbered(deputyFor) }),
});
const five = (run: Run.Info) => honoursOf("outcome" in run ? run.outcome.places : [], [], () => true);
export const say = (run: Run.Info, by: Party) =>
  confirm(run, five(run), { decider: inCommittee(by), at: AT, zone: ZONE });
export const awardObjection = {
  id: AwardObjection.Id.parse(`obj_${"0".repeat(26)}`),
  ...{ year: 2026, run: 1, by: `mem_${ASKER}`, at: AT, text: "少算了一次", status: "open" as const },
};
export const objected = (): Run.Info =>
  AwardObjection.object(say(say(deciding(), named(110)), named(111)), awardObjection);
