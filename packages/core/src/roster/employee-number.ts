import { type Cell, plain } from "./cell.ts";

export const NUMBER = /^[0-9A-Za-z][0-9A-Za-z_-]{0,31}$/;

/**
 * Which rows hold an employee number whose leading zeros may be lost.
 *
 * Text cells and number cells with a format such as 000000 are taken as they are read. A bare number cell is in doubt
 * when zeros lead any other employee number, here or on the stored roster, or when the bare numbers differ in length.
 */
export function numbersInDoubt(cells: readonly (Cell | undefined)[], storedNumbers: readonly string[]): Set<number> {
  const bare = cells.flatMap((cell, index) =>
    cell?.kind === "number" ? [{ index, length: plain(cell.text).length }] : [],
  );
  const written = cells.flatMap((cell) => (cell && cell.kind !== "number" ? [plain(cell.text)] : []));
  const zeros = [...written, ...storedNumbers].some((number) => number.startsWith("0"));
  const uneven = new Set(bare.map(({ length }) => length)).size > 1;
  return new Set(zeros || uneven ? bare.map(({ index }) => index) : []);
}
