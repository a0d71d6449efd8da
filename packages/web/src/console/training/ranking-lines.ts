/** One line of a sheet that was pasted: employee number and rank. */
export interface RankedLine {
  number: string;
  rank: number;
}

export interface ReadLines {
  good: RankedLine[];
  /** Lines that are none, by their number from 1. */
  bad: { line: number; text: string }[];
}

const SPLIT = /[\t,，;；\s]+/;

/** Reads what was pasted: one person a line, the number first; a heading and empty lines are passed over. */
export function readLines(text: string): ReadLines {
  const read: ReadLines = { good: [], bad: [] };
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim();
    if (line === "") continue;
    const [number = "", rank = "", ...more] = line.split(SPLIT);
    const isWhole = /^[1-9]\d{0,3}$/.test(rank) && more.length === 0;
    if (isWhole) read.good.push({ number, rank: Number(rank) });
    else if (read.good.length > 0 || read.bad.length > 0 || /\d/.test(line))
      read.bad.push({ line: at + 1, text: line.slice(0, 40) });
  }
  return read;
}
