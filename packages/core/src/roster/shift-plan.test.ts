import { describe, expect, it } from "vitest";
import { join } from "../member/revise.ts";
import { UnitId, UnitInfo } from "../organization/organization.ts";
import * as Shift from "../shift/shift.ts";
import { rowsOf, SHIFT_COLUMNS } from "./columns.ts";
import { readShiftRows } from "./shift-entry.ts";
import { planShifts } from "./shift-plan.ts";

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const unit = (n: number) => UnitId.parse(id("unit", n));
const posts = ["营业员", "客服代表", "主管"].map((name, n) => UnitInfo.parse({ kind: "post", id: unit(n), name }));
const member = (n: number, employeeNumber: string, leftOn?: string) => ({
  ...join(
    {
      employeeNumber,
      name: `人${n}`,
      politicalStatus: "masses",
      departmentId: unit(9),
      postId: unit(0),
      teamIds: [],
      skills: [],
      trainer: false,
    },
    { id: id("mem", n), pseudonym: "0".repeat(26), day: "2026-01-01" },
  ),
  ...(leftOn && { leftOn }),
});
const context = {
  members: [member(1, "001"), member(2, "002"), member(3, "003", "2026-08-01")],
  posts,
  zone: "Asia/Shanghai",
  day: "2026-09-01",
};

const read = (...rows: string[][]) => {
  const table = [["工号", "岗位", "开始", "结束", "可代岗位"], ...rows];
  const file = {
    rows: table.map((cells, at) => ({ number: at + 1, cells: cells.map((text) => ({ kind: "text" as const, text })) })),
  };
  return readShiftRows(rowsOf([file], SHIFT_COLUMNS).rows, context);
};
const codes = (...rows: string[][]) => read(...rows).map(({ problems }) => problems.map(({ code }) => code));
let drawn = 100;
const newId = (prefix: string) => {
  drawn += 1;
  return id(prefix, drawn);
};
const stored = (n: number, memberId: string, startsAt: string, endsAt: string, day = startsAt.slice(0, 10)) =>
  Shift.Info.parse({ id: id("shf", n), memberId, postId: unit(0), startsAt, endsAt, coverableBy: [], day });
const plan = (read_: ReturnType<typeof read>, shifts: Shift.Info[] = []) =>
  planShifts(read_, { ...context, stored: shifts, newId });

describe("a row of a shift file", () => {
  it("is somebody's hours in the alliance's zone, filed under the local day of its start", () => {
    const [row] = read(["001", "营业员", "2026-09-12 06:00", "2026-09-12 14:00", "客服代表、主管"]);

    expect(row?.entry).toEqual({
      memberId: id("mem", 1),
      postId: unit(0),
      startsAt: "2026-09-11T22:00:00.000Z",
      endsAt: "2026-09-12T06:00:00.000Z",
      coverableBy: [unit(1), unit(2)],
      day: "2026-09-12",
    });
  });

  it.each([
    [
      "of an unknown person",
      ["009", "营业员", "2026-09-12 08:00", "2026-09-12 09:00", ""],
      ["employee_number_unknown"],
    ],
    ["of somebody who left", ["003", "营业员", "2026-09-12 08:00", "2026-09-12 09:00", ""], ["member_left"]],
    [
      "at an unknown post",
      ["001", "宇航员", "2026-09-12 08:00", "2026-09-12 09:00", "魔术师"],
      ["post_unknown", "post_unknown"],
    ],
    [
      "that ends when it starts",
      ["001", "营业员", "2026-09-12 08:00", "2026-09-12 08:00", ""],
      ["end_not_after_start"],
    ],
    ["of 24 hours", ["001", "营业员", "2026-09-12 08:00", "2026-09-13 08:00", ""], []],
    [
      "of 24 hours and a minute",
      ["001", "营业员", "2026-09-12 08:00", "2026-09-13 08:01", ""],
      ["longer_than_24_hours"],
    ],
    ["without anything", ["", "", "", "x", ""], ["missing", "missing", "missing", "time_invalid"]],
  ])("%s has the faults %j", (_, row, faults) => {
    expect(codes(row as string[])).toEqual([faults]);
  });

  it("may follow another at once but not share time with it; both rows are named", () => {
    const early = ["001", "营业员", "2026-09-12 08:00", "2026-09-12 12:00", ""];
    const next = ["001", "营业员", "2026-09-12 12:00", "2026-09-12 16:00", ""];
    const across = ["001", "营业员", "2026-09-12 11:59", "2026-09-12 12:01", ""];
    const other = ["002", "营业员", "2026-09-12 08:00", "2026-09-12 12:00", ""];
    const [one, two, clash] = read(early, next, across, other);

    expect(codes(early, next, other)).toEqual([[], [], []]);
    expect(codes(early, next, across, other)).toEqual([["shift_overlaps"], ["shift_overlaps"], ["shift_overlaps"], []]);
    expect(clash?.problems[0]?.reason.en).toContain("2, 3");
    expect([one, two].map((row) => row?.problems[0]?.reason.en.includes("4"))).toEqual([true, true]);
  });
});

describe("an import of shifts", () => {
  const monday = ["001", "营业员", "2026-09-07 08:00", "2026-09-07 12:00", ""];
  const wednesday = ["001", "营业员", "2026-09-09 08:00", "2026-09-09 12:00", "客服代表"];

  it("replaces what is stored of its people on its days, and nothing else", () => {
    const [mem1, mem2] = [id("mem", 1), id("mem", 2)];
    const same = stored(1, mem1, "2026-09-07T00:00:00.000Z", "2026-09-07T04:00:00.000Z");
    const gone = stored(2, mem1, "2026-09-08T00:00:00.000Z", "2026-09-08T04:00:00.000Z");
    const changed = stored(3, mem1, "2026-09-09T00:00:00.000Z", "2026-09-09T04:00:00.000Z");
    const after = stored(4, mem1, "2026-09-10T00:00:00.000Z", "2026-09-10T04:00:00.000Z");
    const others = stored(5, mem2, "2026-09-08T00:00:00.000Z", "2026-09-08T04:00:00.000Z");
    const { rows, steps } = plan(read(monday, wednesday), [same, gone, changed, after, others]);

    expect(rows.map(({ row, state }) => [row, state])).toEqual([
      [2, "unchanged"],
      [3, "changes"],
      [undefined, "removes"],
    ]);
    expect(steps).toEqual([{ before: changed, after: { ...changed, coverableBy: [unit(1)] } }, { before: gone }]);
  });

  it("marks a shift that shares time with a stored one on a day outside of the file", () => {
    const night = stored(1, id("mem", 1), "2026-09-06T12:00:00.000Z", "2026-09-07T00:30:00.000Z");

    expect(plan(read(monday), [night]).rows).toMatchObject([
      { state: "bad", problems: [{ code: "shift_overlaps_stored" }] },
    ]);
  });

  it.each([
    ["5 of 10", [1, 2, 3, 4, 10], [], [{ what: "shifts", count: 5, of: 10 }]],
    ["4 of 10", [1, 2, 3, 4, 5, 10], [], []],
    ["8 of 10 while 3 others come", [1, 10], [2, 3, 4], [{ what: "shifts", count: 5, of: 10 }]],
    ["8 of 10 while 4 others come", [1, 10], [2, 3, 4, 5], []],
  ])("names a loss of many shifts when there go %s", (_, kept, added, losses) => {
    const dayOf = (n: number) => `2026-09-${String(10 + n)}`;
    const before = Array.from({ length: 10 }, (_day, at) => at + 1).map((n) =>
      stored(n, id("mem", 1), `${dayOf(n)}T00:00:00.000Z`, `${dayOf(n)}T04:00:00.000Z`),
    );
    const row = (n: number, from: string, to: string) => [
      "001",
      "营业员",
      `${dayOf(n)} ${from}`,
      `${dayOf(n)} ${to}`,
      "",
    ];
    const file = [...kept.map((n) => row(n, "08:00", "12:00")), ...added.map((n) => row(n, "13:00", "17:00"))];
    const found = plan(read(...file), before).losses;

    expect(found.map(({ what, count, of }) => ({ what, count, of }))).toEqual(losses);
  });

  it("states on the post which posts may cover it", () => {
    expect(plan(read(monday, wednesday)).posts).toEqual([{ id: unit(0), before: [], after: [unit(1)] }]);
    expect(plan(read(monday)).posts).toEqual([]);
  });
});
