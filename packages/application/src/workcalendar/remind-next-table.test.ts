import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { enter } from "@yigong/core/workcalendar/workcalendar.ts";
import { expect, it } from "vitest";
import { remindNextTable } from "./remind-next-table.ts";

const TABLE = enter(
  undefined,
  {
    year: 2027,
    version: 0,
    holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }],
    workdays: [],
    source: "测试用",
  },
  "2026-11-10T01:00:00.000Z",
);

async function toldOn(at: string, entered: (typeof TABLE)[] = []): Promise<string[]> {
  const told: Effect[] = [];
  await remindNextTable({
    workcalendars: { around: async () => entered },
    outbox: { add: async (effects) => void told.push(...effects) },
    zone: "Asia/Shanghai",
    now: () => at,
  })();
  return told.map(({ id }) => id);
}

const ids = (day: string) =>
  ["administrator", "alliance"].map((role) => `message.send#workcalendar.nextDue#2027#${day}#${role}`);

it.each([
  ["2026-11-01T01:00:00.000Z", []],
  ["2026-11-02T01:00:00.000Z", ids("2026-11-02")],
  ["2026-12-01T01:00:00.000Z", ids("2026-11-02")],
  ["2026-12-20T01:00:00.000Z", ids("2026-12-17")],
  ["2027-03-20T01:00:00.000Z", ids("2027-03-01")],
])("asks for the next table less than sixty days before the last one ends, and once more: %s", async (at, told) => {
  expect(await toldOn(at)).toEqual(told);
});

it("asks nobody once the next table is entered", async () => {
  expect(await toldOn("2026-12-20T01:00:00.000Z", [TABLE])).toEqual([]);
});
