import { changeText } from "./satisfaction.ts";

/** The index of one year, by whichever way it is known. */
export interface YearIndex {
  year: number;
  /** In tenths of a point. */
  index: number;
  from: "typed" | "import" | "survey";
}

/** A year with its change against the year before, from records only; without one before there is none. */
export interface YearChange extends YearIndex {
  /** In points, such as `+2.8`. */
  change?: string;
  /** The year before came by another way, so that the two may not measure the same. */
  isOtherWay?: true;
}

const isOwn = ({ from }: YearIndex): boolean => from === "survey";

/** The years, the latest first, each compared with the one just before. @source docs/domain.md W6 */
export function yearsOf(known: readonly YearIndex[]): YearChange[] {
  const byYear = new Map(known.map((one) => [one.year, one]));
  return [...byYear.values()]
    .sort((a, b) => b.year - a.year)
    .map((one) => {
      const before = byYear.get(one.year - 1);
      if (!before) return one;
      const change = changeText(one.index, before.index);
      return { ...one, change, ...(isOwn(one) !== isOwn(before) && { isOtherWay: true as const }) };
    });
}
