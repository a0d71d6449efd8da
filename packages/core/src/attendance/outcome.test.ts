import { describe, expect, it } from "vitest";
import { dutyStates } from "../participation/duty.ts";
import { memberId, row, STARTS, sessionId } from "../participation/participation.builder.ts";
import { checkIn, type Info, missing } from "./attendance.ts";
import { absencesOf, presenceOf, servicesOf } from "./outcome.ts";

const ZONE = "Asia/Shanghai";
const [first, second] = [sessionId(1), sessionId(2)];
const session = (id: typeof first, startsAt: string) => ({ id, startsAt, endsAt: startsAt, positions: [] });
const activity = {
  id: "act_1" as never,
  sessions: [session(second, "2026-09-13T01:00:00.000Z"), session(first, STARTS)],
};
const key = (member: number, sessionId: string = first) => ({
  activityId: "act_1",
  sessionId,
  memberId: memberId(member),
});
const here = (member: number, session: string = first): Info => checkIn(key(member, session), undefined, STARTS);
const away = (member: number, excused: boolean, session: string = first): Info => ({
  ...missing(key(member, session), { at: STARTS, why: "?" }),
  excused,
});
const noted = { at: STARTS, why: "no check-in" };

describe("the end of the stage", () => {
  const list = { memberIds: [1, 2, 3, 4, 5, 6].map(memberId) };
  const participations = [
    row(1, 1),
    row(2, 2),
    row(3, 3, "released"),
    row(6, 4, "withdrawn"),
    row(7, 5),
    row(2, 2, "placed", { sessionId: second }),
  ];
  const ending = { activity, list, participations, onLeave: new Set([memberId(4)]), rows: [here(1)] };
  const found = (rows: Info[]) =>
    absencesOf({ ...ending, rows }, noted).map((one) => [Number(one.memberId.slice(4)), one.sessionId]);

  it("puts down those on the duty list of whom nothing is known: by place, or for the first session", () => {
    expect(found([here(1)])).toEqual([
      [2, first],
      [2, second],
      [5, first],
      [6, first],
    ]);
  });

  it("leaves alone what is known, and who never answered but came in any session", () => {
    expect(found([here(1), away(2, true), here(5, second), here(6)])).toEqual([[2, second]]);
  });

  it("records unexcused absences by the system with the reason", () => {
    expect(absencesOf(ending, noted)[0]).toMatchObject({
      state: "absent",
      excused: false,
      by: "system",
      why: "no check-in",
    });
  });

  it("makes the states of duty add up to the list", () => {
    const rows = [...ending.rows, ...absencesOf(ending, noted)];
    const states = dutyStates({ list, participations, onLeave: ending.onLeave, presence: presenceOf(rows) });

    expect([...states.values()]).toEqual(["present", "unexcused", "released", "onLeave", "unexcused", "unexcused"]);
  });
});

it("excuses who has only excused absences, and counts as present who came to some session", () => {
  const { present, excused } = presenceOf([
    here(1),
    away(1, false, second),
    away(2, true),
    away(3, true),
    away(3, false, second),
  ]);

  expect([[...present], [...excused]]).toEqual([[memberId(1)], [memberId(2)]]);
});

it("sums up what each person did, with the rows that prove it", () => {
  expect(servicesOf([here(2, second), here(1), here(2), away(3, false)], ZONE)).toEqual([
    { memberId: memberId(1), attendances: 1, halfDays: 1, evidence: [`attendance#${first}#${memberId(1)}`] },
    {
      memberId: memberId(2),
      attendances: 2,
      halfDays: 2,
      evidence: [`attendance#${first}#${memberId(2)}`, `attendance#${second}#${memberId(2)}`],
    },
  ]);
});
