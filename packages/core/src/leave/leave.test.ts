import { describe, expect, it } from "vitest";
import { cancel } from "../lifecycle/move.ts";
import * as Sample from "../participation/participation.builder.ts";
import * as Leave from "./leave.ts";

const LATE = "2026-09-10T12:00:00.000Z";
const recruiting = Sample.lifecycle("Recruit");
const covering = Sample.lifecycle("Cover");
const executing = Sample.lifecycle("Execute");
const cancelled = cancel(recruiting, { kind: "requested", at: Sample.RECRUITING, by: "x", reason: "雨" });

const branchId = "unit_00000000000000000000000001";
const plea: Leave.Plea = { reason: "workConflict", note: "当天值机房" };
const proven = { ...plea, evidence: "排班表照片" };
const circumstances = (over: Partial<Leave.Circumstances> = {}): Leave.Circumstances => ({
  activity: Sample.activity(),
  lifecycle: recruiting,
  memberId: Sample.memberId(1),
  branchId,
  branchDecides: true,
  onDuty: true,
  released: false,
  before: undefined,
  at: Sample.RECRUITING,
  ...over,
});
const startsAt = Sample.STARTS;
const requested = Leave.ask(circumstances(), plea);
const decision = (by: number, over: Partial<Leave.Decision> = {}) => ({
  by: Sample.memberId(by) as string,
  at: LATE,
  ...over,
});
const deciding = (
  leave: Leave.Info,
  {
    by = 2,
    approve = true,
    alliance = false,
    ...over
  }: { by?: number; approve?: boolean; alliance?: boolean } & Partial<Omit<Leave.Decision, "by">> = {},
) => Leave.decide(leave, { approve, alliance, startsAt, decision: decision(by, over) });
const refused = deciding(requested, { approve: false, reason: "人手不足" });
const approved = deciding(requested);
const withdrawn = Leave.withdraw(requested, { at: LATE, startsAt });

describe("asking for leave", () => {
  it.each([
    ["takes a reason while recruitment is open", {}, plea, []],
    [
      "takes evidence from the deadline on",
      { lifecycle: covering, at: Sample.DEADLINE },
      plea,
      ["leave.evidence_needed"],
    ],
    ["is possible with evidence after the deadline", { lifecycle: covering, at: LATE }, proven, []],
    [
      "takes evidence past the deadline even before the stage has moved on",
      { at: Sample.DEADLINE },
      plea,
      ["leave.evidence_needed"],
    ],
    [
      "is possible until a moment before the start",
      { lifecycle: executing, at: "2026-09-12T00:59:59.999Z" },
      proven,
      [],
    ],
    ["is too late at the start itself", { lifecycle: executing, at: Sample.STARTS }, proven, ["leave.too_late"]],
    ["is for those on the duty list", { onDuty: false }, plea, ["leave.not_on_duty"]],
    [
      "is not for those who were released",
      { lifecycle: covering, at: LATE, released: true },
      proven,
      ["leave.released"],
    ],
    ["waits for the decision on the request before", { before: requested }, plea, ["leave.asked"]],
    ["is not needed twice", { before: approved }, plea, ["leave.approved"]],
    ["takes evidence after a refusal", { before: refused }, plea, ["leave.evidence_needed"]],
    ["is possible again after a refusal, with evidence", { before: refused }, proven, []],
    ["is possible again after taking a request back", { before: withdrawn }, plea, []],
    ["ends with a cancellation", { lifecycle: cancelled }, plea, ["lifecycle.cancelled"]],
    [
      "names all that is missing at once",
      { onDuty: false, lifecycle: covering, at: LATE },
      plea,
      ["leave.not_on_duty", "leave.evidence_needed"],
    ],
  ])("%s", (_name, over, wanted, expected) => {
    expect(Leave.faultsOf(circumstances(over), wanted).map(({ code }) => code)).toEqual(expected);
  });

  it("goes to the branch, or to the alliance when no branch can decide in time", () => {
    const { branchId: _none, ...homeless } = circumstances();

    expect(requested.status).toBe("requested");
    expect(Leave.ask(circumstances({ lifecycle: covering, at: LATE }), proven)).toMatchObject({
      status: "requested",
      request: { late: true },
    });
    expect(Leave.ask({ ...homeless, branchId: undefined }, plea).status).toBe("escalated");
    expect(Leave.ask(circumstances({ lifecycle: executing, at: LATE }), proven).status).toBe("escalated");
  });

  it("keeps what was asked and answered before", () => {
    const again = Leave.ask(circumstances({ before: refused }), proven);
    const third = Leave.ask(circumstances({ before: Leave.withdraw(again, { at: LATE, startsAt }) }), plea);

    expect(third.earlier.map(({ status, by }) => [status, by])).toEqual([
      ["refused", Sample.memberId(2)],
      ["withdrawn", Sample.memberId(1)],
    ]);
  });
});

describe("deciding", () => {
  it("approves or refuses, and the same decision twice is one", () => {
    expect(approved).toMatchObject({ status: "approved", decision: { by: Sample.memberId(2), at: LATE } });
    expect(deciding(approved)).toBe(approved);
  });

  it.each([
    ["nobody decides their own", () => deciding(requested, { by: 1 }), "leave.own_request"],
    ["a refusal says why", () => deciding(requested, { approve: false }), "leave.reason_needed"],
    ["what is decided stays", () => deciding(approved, { by: 3, approve: false, reason: "x" }), "leave.decided"],
    ["what was escalated is the alliance's", () => deciding(Leave.escalate(requested, LATE)), "leave.escalated"],
    ["the start is too late", () => deciding(requested, { at: Sample.STARTS }), "leave.too_late"],
  ])("%s", (_name, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });

  it("lets the alliance decide what was escalated", () => {
    expect(deciding(Leave.escalate(requested, LATE), { alliance: true }).status).toBe("approved");
  });
});

describe("time", () => {
  it("escalates what is requested and nothing else, and is safe to run twice", () => {
    const escalated = Leave.escalate(requested, LATE);

    expect(escalated.status).toBe("escalated");
    expect([escalated, approved, refused, withdrawn].map((leave) => Leave.escalate(leave, LATE))).toEqual([
      escalated,
      approved,
      refused,
      withdrawn,
    ]);
  });

  it("settles in the person's favour what nobody decided by the start", () => {
    expect(Leave.settleAtStart(Leave.escalate(requested, LATE), startsAt)).toMatchObject({
      status: "approved",
      decision: { by: "system", at: startsAt },
    });
    expect(Leave.settleAtStart(refused, startsAt)).toBe(refused);
  });
});

describe("taking a request back", () => {
  it("is possible until the start, also when it was approved", () => {
    expect(Leave.withdraw(approved, { at: LATE, startsAt }).status).toBe("withdrawn");
    expect(() => Leave.withdraw(approved, { at: startsAt, startsAt })).toThrow(
      expect.objectContaining({ code: "leave.too_late" }),
    );
    expect(() => Leave.withdraw(refused, { at: LATE, startsAt })).toThrow(
      expect.objectContaining({ code: "leave.not_open" }),
    );
  });
});
