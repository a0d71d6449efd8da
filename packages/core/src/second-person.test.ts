import { describe, expect, it } from "vitest";
import * as Appeal from "./attendance/appeal.ts";
import * as Attendance from "./attendance/attendance.ts";
import * as BackEntry from "./attendance/back-entry.ts";
import * as AwardObjection from "./award/objection.ts";
import { AT, decider, deciding } from "./award/run.builder.ts";
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
import * as Proposal from "./proposal/proposal.ts";
import * as Build from "./second-person.builder.ts";

const { at, key, people } = Build;

const code = (run: () => unknown): string => {
  try {
    run();
    return "done";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

interface Row {
  /** Who asks or records; absent where nobody but the subject does. */
  asked?: Party;
  decide: (by: Party) => unknown;
  codes: { asker?: string; subject?: string };
}
const verdict = { verdict: "approve", reason: "好", grants: { moneyFen: 10_000 } } as const;
const asks = (how: string, by: Party): [string, Row][] => [
  [
    `a correction ${how}: approve`,
    {
      decide: (who) => Correction.requireDecidable(Build.correction(by), who.by, who.deputyFor),
      codes: { asker: "correction.second_person", subject: "correction.second_person" },
    },
  ],
  [
    `a correction ${how}: refuse`,
    {
      decide: (who) => Correction.refuse(Build.correction(by), { ...who, at, refusal: "无据" }),
      codes: { asker: "correction.second_person", subject: "correction.second_person" },
    },
  ],
  [
    `a back entry ${how}`,
    {
      decide: (who) => BackEntry.approve(Build.backEntry(by), { ...who, at }),
      codes: { asker: "attendance.second_person", subject: "attendance.second_person" },
    },
  ],
  [
    `an appeal against an absence recorded ${how}`,
    {
      decide: (who) => Appeal.decideAppeal(Build.appealed(by), { ...who, at, upheld: false, reason: "没看到" }),
      codes: { asker: "absence.own_record", subject: "absence.own_record" },
    },
  ],
  [
    `an objection to points that were asked for ${how}`,
    {
      decide: (who) =>
        PointsObjection.decide(
          Build.objection,
          { ...who, at, upheld: true, reason: "核对" },
          [by.by, by.deputyFor].flatMap((one) => one ?? []),
        ),
      codes: { asker: "objection.second_person", subject: "objection.second_person" },
    },
  ],
  [
    `new rules drafted ${how}`,
    {
      decide: (who) => RuleDraft.adopt(Build.draft(by), { sets: [RULE_SET_1], ...who, at }),
      codes: { asker: "rules.second_person" },
    },
  ],
  [
    `a proposal ${how}, with its money`,
    { decide: (who) => Proposal.decide(Build.proposal(by), verdict, { ...who, at }), codes: { asker: "proposal.own" } },
  ],
  [
    `a proposal ${how}: return`,
    {
      decide: (who) => Proposal.decide(Build.proposal(by), { verdict: "return", reason: "改" }, { ...who, at }),
      codes: { asker: "proposal.own" },
    },
  ],
  [
    `the five that were proposed ${how}`,
    {
      decide: (who) => Build.say(Build.say(deciding(), by), who),
      codes: { asker: "award.needs_another", subject: "award.own_case" },
    },
  ],
];

const ROWS: [string, Row][] = [
  ...asks("in one's own right", Build.asker),
  ...asks("by a deputy", Build.askerByDeputy),
  [
    "leave",
    {
      decide: (who) =>
        Leave.decide(Build.ownLeave(), {
          approve: true,
          alliance: true,
          startsAt: Sample.STARTS,
          decision: { at: Sample.RECRUITING, by: who.by, ...(who.deputyFor && { deputyFor: who.deputyFor }) },
        }),
      codes: { subject: "leave.own_request" },
    },
  ],
  [
    "another account to sign in by",
    {
      decide: (who) => Identity.decide(Build.rebinding, { ...who, at }),
      codes: { subject: "identity.second_person" },
    },
  ],
  [
    "a cover: confirm",
    { decide: (who) => Cover.confirm(Build.accepted(), { ...who, at }), codes: { subject: "cover.own_cover" } },
  ],
  [
    "a cover: turn down",
    {
      decide: (who) => Cover.turnDown(Build.accepted(), { ...who, at, reason: "另有安排" }),
      codes: { subject: "cover.own_cover" },
    },
  ],
  [
    "a cover: assign by hand",
    {
      decide: (who) => Cover.assign(openNeed("mem_900"), { memberId: key.memberId, reason: "熟", ...who, at }),
      codes: { subject: "cover.own_cover" },
    },
  ],
  [
    "an objection to an award",
    {
      decide: (who) =>
        AwardObjection.decide(
          { run: Build.objected(), objection: Build.awardObjection, author: decider(Build.ASKER).pseudonym },
          { upheld: false, reason: "经核对", decider: Build.inCommittee(who), at: AT },
        ),
      codes: { asker: "award.own_case", subject: "award.own_case" },
    },
  ],
  [
    "a roll-call: present",
    {
      decide: (who) => Attendance.rollCall(key, undefined, { ...who, at, state: "present", halfDays: 1 }),
      codes: { subject: "attendance.own_hours" },
    },
  ],
  [
    "a roll-call: absent, excused",
    {
      decide: (who) => Attendance.rollCall(key, undefined, { ...who, at, state: "absent", excused: true, why: "病" }),
      codes: { subject: "attendance.own_hours" },
    },
  ],
  ["asking for a back entry", { decide: (who) => Build.backEntry(who), codes: { subject: "attendance.own_hours" } }],
  ["asking for a correction", { decide: (who) => Build.correction(who), codes: { subject: "correction.own" } }],
];

describe.each(ROWS)("%s", (_, { decide, codes }) => {
  it.each(Object.keys(people) as Build.Who[])("by %s", (who) => {
    const refusal = Build.OF_ASKER.includes(who)
      ? codes.asker
      : Build.OF_SUBJECT.includes(who)
        ? codes.subject
        : undefined;

    expect(code(() => decide(people[who]))).toBe(refusal ?? "done");
  });
});
