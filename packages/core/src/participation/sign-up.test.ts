import { describe, expect, it } from "vitest";
import { cancel } from "../lifecycle/move.ts";
import { fault, refuseAll, wordsOf } from "./fault.ts";
import * as Sample from "./participation.builder.ts";
import { signedUp } from "./participation.ts";
import { type Applicant, faultsOf, firstThatFits } from "./sign-up.ts";

const cancelled = cancel(Sample.lifecycle("Recruit"), {
  kind: "requested",
  at: Sample.RECRUITING,
  by: "x",
  reason: "雨",
});

const applicant = (over: Partial<Applicant> = {}): Applicant => ({
  activity: Sample.activity(),
  lifecycle: Sample.lifecycle("Recruit"),
  member: Sample.member(1),
  skills: new Set(),
  onDuty: false,
  held: [],
  covers: [],
  zone: "Asia/Shanghai",
  onLeave: false,
  at: Sample.RECRUITING,
  day: "2026-09-01",
  ...over,
});
const session = Sample.session(20);
const position = { id: Sample.positionId(), name: "布线", headCount: 2, requiredSkills: ["光纤", "登高"] };
const [plain] = session.positions;
const easy = { session, position: plain ?? position };
const held = (startsAt: string, endsAt: string, over = {}) => ({
  ...signedUp(Sample.wish(1, { activityId: Sample.activityId(2) }), 1, "waiting"),
  startsAt,
  endsAt,
  ...over,
});
const codes = (over: Partial<Applicant>, choice = easy) => faultsOf(applicant(over), choice).map(({ code }) => code);
const elsewhere = { branchIds: ["unit_00000000000000000000000001" as never], teamIds: [] };
const { volunteerSince: __, ...employee } = Sample.member(1);

describe("signing up", () => {
  it.each([
    ["is open to a volunteer in the audience while recruitment is", {}, []],
    ["closes at the deadline itself", { at: Sample.DEADLINE }, ["lifecycle.stage_closed"]],
    ["is open a moment before", { at: "2026-09-10T09:59:59.999Z" }, []],
    ["waits for a proposal's decision", { lifecycle: Sample.lifecycle("Propose") }, ["lifecycle.stage_not_open"]],
    ["ends with a cancellation", { lifecycle: cancelled }, ["lifecycle.cancelled"]],
    ["is for volunteers", { member: employee }, ["participation.not_volunteer"]],
    ["is for the audience", { activity: Sample.activity({ audience: elsewhere }) }, ["participation.not_in_audience"]],
    [
      "is for who is on the duty list, whatever unit they are in now",
      { activity: Sample.activity({ audience: elsewhere }), onDuty: true },
      [],
    ],
    ["is not for who is on leave", { onLeave: true }, ["participation.on_leave"]],
    [
      "is not for who covers a shift then",
      { covers: [{ from: "2026-09-12T04:00:00.000Z", to: "2026-09-12T12:00:00.000Z" }] },
      ["participation.covering"],
    ],
    [
      "is for who covers a shift right after it",
      { covers: [{ from: Sample.ENDS, to: "2026-09-12T12:00:00.000Z" }] },
      [],
    ],
    [
      "is not for who leaves on that day",
      { member: Sample.member(1, { leftOn: "2026-09-12" }) },
      ["participation.leaving"],
    ],
    ["is for who leaves the day after", { member: Sample.member(1, { leftOn: "2026-09-13" }) }, []],
  ])("%s", (_name, over, expected) => {
    expect(codes(over)).toEqual(expected);
  });

  it.each([
    ["ends when ours begins", "2026-09-11T23:00:00.000Z", Sample.STARTS, []],
    ["begins when ours ends", Sample.ENDS, "2026-09-12T09:00:00.000Z", []],
    [
      "shares a minute with ours",
      "2026-09-11T23:00:00.000Z",
      "2026-09-12T01:01:00.000Z",
      ["participation.overlapping"],
    ],
  ])("minds a session elsewhere that %s", (_name, from, to, expected) => {
    expect(codes({ held: [held(from, to)] })).toEqual(expected);
  });

  it("does not clash with its own place, but does with another session of the same activity", () => {
    const own = held(Sample.STARTS, Sample.ENDS, { activityId: Sample.activityId() });

    expect(codes({ held: [own] })).toEqual([]);
    expect(codes({ held: [{ ...own, sessionId: Sample.sessionId(2) }] })).toEqual(["participation.overlapping"]);
  });

  it("asks for each skill that the position needs, one's own or one's team's", () => {
    const hard = { session, position };

    expect(codes({ skills: new Set(["光纤"]) }, hard)).toEqual(["participation.skills_missing"]);
    expect(faultsOf(applicant({ skills: new Set(["光纤"]) }), hard)[0]?.params.skills).toBe("登高");
    expect(codes({ skills: new Set(["光纤", "登高"]) }, hard)).toEqual([]);
  });

  it("names all reasons at once, in words that say the way on", () => {
    const faults = faultsOf(
      applicant({ at: Sample.DEADLINE, onLeave: true, held: [held("2026-09-11T23:00:00.000Z", Sample.ENDS)] }),
      { session, position },
    );
    const [first = fault("cancelled"), ...rest] = faults;
    const refusal = refuseAll([first, ...rest], "Asia/Shanghai");

    expect(faults.map(({ code }) => code)).toEqual([
      "lifecycle.stage_closed",
      "participation.on_leave",
      "participation.skills_missing",
      "participation.overlapping",
    ]);
    expect(refusal).toMatchObject({ kind: "conflict", code: "lifecycle.stage_closed", cause: { faults } });
    expect(faults.filter((one) => !refusal.message.includes(wordsOf(one, "en", "Asia/Shanghai")))).toEqual([]);
    expect(wordsOf(faults[3] ?? first, "zh-CN", "Asia/Shanghai")).toContain("07:00–13:00");
  });
});

describe("the first position that fits", () => {
  const sessions = [
    Sample.session(1, {
      id: Sample.sessionId(2),
      startsAt: "2026-09-13T01:00:00.000Z",
      endsAt: "2026-09-13T05:00:00.000Z",
      positions: [{ ...position, id: Sample.positionId(3), requiredSkills: [] }],
    }),
    Sample.session(1, { positions: [position, { ...position, id: Sample.positionId(2), requiredSkills: [] }] }),
  ];
  const activity = Sample.activity({ sessions });

  it("is in the earliest session, among those whose skills one has", () => {
    expect(firstThatFits(applicant({ activity }), () => true)?.position.id).toBe(Sample.positionId(2));
  });

  it("is one with a place left, if there is any; else the first to wait for", () => {
    expect(firstThatFits(applicant({ activity }), (id) => id === Sample.positionId(3))?.position.id).toBe(
      Sample.positionId(3),
    );
    expect(firstThatFits(applicant({ activity }), () => false)?.position.id).toBe(Sample.positionId(2));
  });

  it("is none for somebody who may not sign up at all", () => {
    expect(firstThatFits(applicant({ activity, onLeave: true }), () => true)).toBeUndefined();
  });
});
