import { expect, it } from "vitest";
import { keptOf } from "./kept-copies.ts";

const ZONE = "Asia/Shanghai";
const at = (day: number, hour = 18) => new Date(Date.UTC(2026, 0, 1 + day, hour, 30)).toISOString();
const days = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => at(from + index));

it("keeps the newest copy of each of the last seven days, four weeks and twelve months", () => {
  const kept = [...keptOf(days(0, 400), ZONE)].sort().reverse();
  const local = kept.map((instant) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10));

  expect(local).toEqual([
    ...["2027-02-05", "2027-02-04", "2027-02-03", "2027-02-02", "2027-02-01", "2027-01-31", "2027-01-30"],
    ...["2027-01-24", "2027-01-17"],
    ...["2026-12-31", "2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-31"],
    ...["2026-04-30", "2026-03-31"],
  ]);
});

it("keeps one of several copies of a day by the alliance's clock: the newest; of the last two days all", () => {
  const [morning, evening, night] = [at(0, 1), at(0, 15), at(0, 17)];
  const [later, last] = [at(3, 1), at(3, 2)];

  expect(keptOf([night, morning, last, evening, later], ZONE)).toEqual(new Set([evening, night, later, last]));
  expect(keptOf([night, morning, evening], ZONE)).toEqual(new Set([morning, evening, night]));
});

it("keeps what there is where copies were missed for months", () => {
  const rare = [at(0), at(100), at(300)];

  expect(keptOf(rare, ZONE)).toEqual(new Set(rare));
  expect(keptOf([], ZONE)).toEqual(new Set());
});
