import { COVERABLE_BY, ROTAS } from "./company.ts";
import type { Person } from "./people.ts";

const DAY_MS = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * The work shifts of those who work in turns, two weeks from a Monday on: 工号 岗位 开始 结束 可代岗位.
 *
 * @param monday - local day, `YYYY-MM-DD`
 * @throws RangeError when that is no Monday
 */
export function shifts(everybody: readonly Person[], monday: string): string[][] {
  if (new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) throw new RangeError(`${monday} is no Monday`);
  const byPost = Map.groupBy(everybody, (person) => person.post);
  return [...byPost].flatMap(([post, holders]) =>
    holders.flatMap((person, at) => ofPerson(person, { post, at, monday })),
  );
}

function ofPerson(
  { employeeNumber }: Person,
  { post, at, monday }: { post: string; at: number; monday: string },
): string[][] {
  const rota = ROTAS[post];
  if (!rota) return [];
  const { on, cycle, turns } = rota;
  return Array.from({ length: 14 }, (_, day) => day)
    .filter((day) => (day + at * 2) % cycle < on)
    .map((day) => {
      const week = Math.floor((day + at * 2) / cycle);
      const [from = "", to = ""] = turns[(at + week) % turns.length] ?? [];
      const date = dayAfter(monday, day);
      const end = to <= from ? dayAfter(date, 1) : date;
      return [employeeNumber, post, `${date} ${from}`, `${end} ${to}`, (COVERABLE_BY[post] ?? []).join("、")];
    });
}
