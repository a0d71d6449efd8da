import { type Cell, plain } from "./cell.ts";

export const NUMBER = /^[0-9A-Za-z][0-9A-Za-z_-]{0,31}$/;

/** Why a row's employee number may have lost its leading zeros: by its cell, or by the width that the others have. */
export type Doubt = { kind: "cell" } | { kind: "width"; width: number };

/** Digits of which a spreadsheet may have taken zeros: it takes all or none. */
const isBare = (text: string): boolean => /^[1-9][0-9]*$/.test(text);
const isDigits = (text: string): boolean => /^[0-9]+$/.test(text);
const longest = (numbers: Iterable<string>): number => {
  let most = 0;
  for (const { length } of numbers) most = Math.max(most, length);
  return most;
};

/**
 * Which rows hold an employee number whose leading zeros may be lost, and why.
 *
 * A bare number cell is in doubt when zeros lead any other employee number, here or on the stored roster, or when the bare
 * numbers differ in length; a cell with a format such as 000000 is read as text. Text, as any cell of a .csv is, is in
 * doubt when it is digits without a leading zero, is nobody's stored number and is shorter than the width of `widthOf`.
 * @param cells - by row; undefined where there is none
 * @source docs/domain.md "Decision, employee numbers"
 */
export function numbersInDoubt(
  cells: readonly (Cell | undefined)[],
  storedNumbers: readonly string[],
): Map<number, Doubt> {
  const texts = cells.map((cell) => plain(cell?.text ?? ""));
  const stored = new Set(storedNumbers);
  const width = widthOf(texts, storedNumbers);
  const zeros = [...stored, ...texts].some((number) => number.startsWith("0"));
  const lengths = new Set(texts.filter((_, at) => cells[at]?.kind === "number").map(({ length }) => length));
  const doubts = new Map<number, Doubt>();
  for (const [at, text] of texts.entries()) {
    const short = width !== undefined && isBare(text) && text.length < width && !stored.has(text);
    if (cells[at]?.kind === "number" ? zeros || lengths.size > 1 : false) doubts.set(at, { kind: "cell" });
    else if (short) doubts.set(at, { kind: "width", width });
  }
  return doubts;
}

/**
 * The width below which digits look as if zeros were lost: that of the longest number led by zeros, here or stored; else
 * that which all stored numbers share; else, where nothing is stored, that of the longest number here.
 *
 * @returns undefined when stored numbers are of different lengths without zeros: then that is how this alliance counts
 */
function widthOf(texts: readonly string[], storedNumbers: readonly string[]): number | undefined {
  const stored = storedNumbers.filter(isDigits);
  const led = [...stored, ...texts.filter(isDigits)].filter((number) => number.startsWith("0"));
  if (led.length > 0) return longest(led);
  if (stored.length > 0)
    return stored.every(({ length }) => length === stored[0]?.length) ? stored[0]?.length : undefined;
  return longest(texts.filter(isDigits));
}

/** An employee number without its leading zeros, by which a number that lost them is found again. */
export const withoutZeros = (employeeNumber: string): string => employeeNumber.toLowerCase().replace(/^0+(?=.)/, "");
