import { describe, expect, it } from "vitest";
import type { Info as Member } from "../member/member.ts";
import { followRoster, isTrainerOn, trainerTermsOf } from "../member/trainer-term.ts";
import { UnitId } from "../organization/organization.ts";
import { member as sample } from "../participation/participation.builder.ts";
import { appoint, end, type Writing } from "./trainer.ts";
import { offendersOn, trainersIn, yearPeriod } from "./trainer-list.ts";

const TEAM = UnitId.parse(`unit_${"1".padStart(26, "0")}`);
const act = { by: "mem_alliance", at: "2026-03-01T01:00:00.000Z", day: "2026-03-01" };
const writing: Writing = { from: "2026-03-01", level: "junior", teamIds: [TEAM] };
const volunteer = (more: Partial<Member> = {}, number = 1): Member =>
  sample(number, { volunteerSince: "2020-01-01", ...more });
const code = (expected: string) => expect.objectContaining({ code: expected });
const days = (member: Member) => trainerTermsOf(member).map(({ from, until }) => [from, until]);

describe("an appointment", () => {
  it("makes a volunteer a trainer from its first to its last day", () => {
    const trainer = appoint(volunteer(), { ...writing, until: "2026-12-31" }, act);

    expect(["2026-02-28", "2026-03-01", "2026-12-31", "2027-01-01"].map((day) => isTrainerOn(trainer, day))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(trainerTermsOf(trainer)).toMatchObject([{ level: "junior", teamIds: [TEAM], by: "mem_alliance" }]);
  });

  it("said twice is one", () => {
    const trainer = appoint(volunteer(), writing, act);

    expect(appoint(trainer, writing, act)).toBe(trainer);
  });

  it.each([
    [
      "of somebody who is no volunteer that day",
      volunteer({ volunteerSince: "2026-03-02" }),
      {},
      "trainer.not_volunteer",
    ],
    ["of somebody who left by then", volunteer({ leftOn: "2026-03-01" }), {}, "trainer.left"],
    ["that ends before it begins", volunteer(), { until: "2026-02-28" }, "trainer.ends_before_begin"],
    [
      "that overlaps another",
      appoint(volunteer(), { ...writing, until: "2026-05-01" }, act),
      { from: "2026-05-01" },
      "trainer.overlaps",
    ],
  ])("%s is refused", (_, member, more, expected) => {
    expect(() => appoint(member, { ...writing, ...more }, act)).toThrow(code(expected));
  });

  it("is nobody's own to make or to end, nor a deputy's for them", () => {
    const one = volunteer();
    const own = { ...act, by: "mem_other", deputyFor: one.id };

    expect(() => appoint(one, writing, { ...act, by: one.id })).toThrow(code("trainer.own"));
    expect(() =>
      end(appoint(one, writing, act), writing.from, { ...own, until: "2026-04-01", reason: "调岗" }),
    ).toThrow(code("trainer.own"));
  });

  it("ends on a last day with a reason, and is made shorter only", () => {
    const ended = end(appoint(volunteer(), writing, act), writing.from, {
      ...act,
      until: "2026-06-30",
      reason: "调岗",
    });
    const again = (until: string) => () => end(ended, writing.from, { ...act, until, reason: "调岗" });

    expect(isTrainerOn(ended, "2026-06-30")).toBe(true);
    expect(isTrainerOn(ended, "2026-07-01")).toBe(false);
    expect(again("2026-07-01")).toThrow(code("trainer.ended"));
    expect(again("2026-02-28")).toThrow(code("trainer.ends_before_begin"));
    expect(() => end(volunteer(), "2026-03-01", { ...act, until: "2026-06-30", reason: "调岗" })).toThrow(
      code("trainer.missing"),
    );
  });
});

describe("the roster's column", () => {
  it("gives way to an appointment by the alliance on the days of that one", () => {
    const old = volunteer({ trainer: true });
    const made = appoint(old, { ...writing, until: "2026-12-31" }, act);

    expect(days(made)).toEqual([
      ["2020-01-01", "2026-02-28"],
      ["2026-03-01", "2026-12-31"],
      ["2027-01-01", undefined],
    ]);
    expect(days(appoint(old, writing, act))).toEqual([
      ["2020-01-01", "2026-02-28"],
      ["2026-03-01", undefined],
    ]);
  });

  it("of a row from before there were appointments is one since the person became a volunteer", () => {
    const old = volunteer({ trainer: true });

    expect(days(old)).toEqual([["2020-01-01", undefined]]);
    expect(isTrainerOn(old, "2019-12-31")).toBe(false);
  });

  it("opens an appointment when it says yes, ends it the day before when it says no, and is otherwise as it was", () => {
    const none = volunteer();
    const yes = { ...none, ...followRoster(none, true, "2026-03-01") } as Member;
    const same = { ...yes, ...followRoster(yes, true, "2026-04-01") } as Member;
    const no = { ...same, ...followRoster(same, false, "2026-05-01") } as Member;

    expect(days(same)).toEqual([["2026-03-01", undefined]]);
    expect(days(no)).toEqual([["2026-03-01", "2026-04-30"]]);
    expect([same.trainer, no.trainer]).toEqual([true, false]);
    expect(days({ ...yes, ...followRoster(yes, false, "2026-03-01") } as Member)).toEqual([]);
  });

  it("does not bring an appointment back with somebody who comes back to the company", () => {
    const gone = { ...appoint(volunteer(), writing, act), leftOn: "2026-06-01" };
    const back = { ...gone, ...followRoster(gone, undefined, "2026-09-01"), leftOn: undefined } as unknown as Member;

    expect(days(back)).toEqual([["2026-03-01", "2026-05-31"]]);
    expect(isTrainerOn(back, "2026-09-01")).toBe(false);
  });
});

describe("the trainers of a period", () => {
  const until = appoint(volunteer({}, 1), { ...writing, until: "2026-06-30" }, act);
  const party = {
    ...appoint(volunteer({}, 2), writing, act),
    politicalStatuses: [
      { from: "2020-01-01", status: "masses" as const },
      { from: "2026-09-01", status: "partyMember" as const },
    ],
  };
  const gone = { ...appoint(volunteer({}, 3), writing, act), leftOn: "2026-04-01" };
  const noMore = { ...appoint(volunteer({}, 4), writing, act), volunteerSince: undefined } as unknown as Member;
  const all = [until, party, gone, noMore, volunteer({}, 5)];
  const on = (day: string) =>
    trainersIn(all, { from: day, to: day }).map(({ memberId, isParty }) => [memberId, isParty]);

  it("are those appointed, employed and volunteers on one of its days, each once", () => {
    expect(on("2026-03-31")).toEqual([
      [until.id, false],
      [party.id, false],
      [gone.id, false],
    ]);
    expect(on("2026-09-01")).toEqual([[party.id, true]]);
    expect(trainersIn(all, yearPeriod(2026)).map(({ memberId, day, isParty }) => [memberId, day, isParty])).toEqual([
      [until.id, "2026-06-30", false],
      [party.id, "2026-12-31", true],
      [gone.id, "2026-03-31", false],
    ]);
    expect(trainersIn(all, yearPeriod(2025))).toEqual([]);
  });

  it("are none as long as they are no volunteers, whatever was appointed", () => {
    expect([isTrainerOn(noMore, "2026-05-01"), isTrainerOn(party, "2026-05-01")]).toEqual([false, true]);
  });

  it("are told apart from those whose appointment is to be ended", () => {
    expect(offendersOn(all, "2026-05-01").map(({ memberId, why }) => [memberId, why])).toEqual([
      [gone.id, "left"],
      [noMore.id, "notVolunteer"],
    ]);
    expect(offendersOn(all, "2026-02-28")).toEqual([]);
  });
});
