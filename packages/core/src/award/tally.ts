import { type Entry, issuerIdOf } from "../points/points.ts";
import type { Mean } from "../survey/grade.ts";
import type { Tally } from "./award.ts";
import { meanOf } from "./mean.ts";

/** What an entry says of one activity: attendances, corrections included, and the activity's m from its earliest entry. */
interface Served {
  attendances: number;
  seq: number;
  mean: Mean | undefined;
}

type Counted = Pick<Entry, "debit" | "seq" | "points" | "lines" | "mean">;

/**
 * What somebody's entries of a year come to; corrections add like any other entry, and the order does not matter.
 *
 * The mean is over the activities in which an attendance is left, each with the m that its earliest entry carries; an
 * activity without m does not count.
 * @param entries - those of one person and one year, each once
 * @source docs/domain.md I6; docs/awards.md
 */
export function tallyOfYear(pseudonym: string, entries: Iterable<Counted>): Tally {
  let [points, halfDays, attendances] = [0, 0, 0];
  const served = new Map<string, Served>();
  for (const entry of entries) {
    points += entry.points;
    let here = 0;
    for (const { rule, quantity } of entry.lines) {
      if (rule === "attendance") here += quantity;
      if (rule === "halfDay") halfDays += quantity;
    }
    attendances += here;
    if (here !== 0 || entry.mean) note(served, entry, here);
  }
  const means = [...served.values()].flatMap(({ attendances: left, mean }) => (left > 0 && mean ? [mean] : []));
  return { kind: "tally", pseudonym, points, halfDays, attendances, mean: meanOf(means) };
}

function note(served: Map<string, Served>, entry: Counted, attendances: number): void {
  const activity = issuerIdOf(entry);
  const known = served.get(activity);
  if (!known) {
    served.set(activity, { attendances, seq: entry.mean ? entry.seq : Infinity, mean: entry.mean });
    return;
  }
  known.attendances += attendances;
  if (entry.mean && entry.seq < known.seq) Object.assign(known, { seq: entry.seq, mean: entry.mean });
}
