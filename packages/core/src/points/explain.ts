import { type Language, text } from "../language/index.ts";
import { decimal } from "./decimal.ts";
import type { Entry, Line } from "./points.ts";

/** Half days as people read them: 3 is "1.5". */
export const workdaysText = (halfDays: number): string =>
  `${halfDays < 0 ? "-" : ""}${Math.trunc(Math.abs(halfDays) / 2)}.${(Math.abs(halfDays) % 2) * 5}`;

const worthOf = ({ quantity, points }: Line): string => decimal(quantity === 0 ? points : points / quantity);

function plain(language: Language, line: Line, grade: Entry["grade"]): string {
  const { quantity, points } = line;
  switch (line.rule) {
    case "halfDay":
      return text(language, "points.line.halfDay", { workdays: workdaysText(quantity), worth: worthOf(line) });
    case "grade":
      return text(language, "points.line.grade", {
        grade: grade ? text(language, `points.grade.${grade}`) : "",
        points: decimal(points),
      });
    case "adjustment":
      return text(language, "points.line.adjustment", { points: decimal(points) });
    case "attendance":
    case "cover":
    case "training":
      return text(language, `points.line.${line.rule}`, { quantity, worth: worthOf(line) });
  }
}

/**
 * Says what a line of an entry counts and by which rule; what a correction takes off is said as such.
 *
 * @param grade - the grade that the entry carries
 */
export function lineText(language: Language, line: Line, grade: Entry["grade"]): string {
  if (line.quantity >= 0) return plain(language, line, grade);
  const taken = { ...line, quantity: -line.quantity, points: -line.points };
  return text(language, "points.line.less", { line: plain(language, taken, grade) });
}
