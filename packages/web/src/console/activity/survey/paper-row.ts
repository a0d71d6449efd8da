/** A form on paper as it is typed: digits by column, and a comment. */
export interface PaperRow {
  number: string;
  satisfaction: string;
  solved: string;
  attitude: string;
  punctuality: string;
  recommend: string;
  comment: string;
  /** Why it was not taken. */
  refused?: string | undefined;
}

export const DIGITS = ["satisfaction", "solved", "attitude", "punctuality", "recommend"] as const;
export type Digit = (typeof DIGITS)[number];

/** What may stand in a column; all but satisfaction may be empty. */
const ALLOWED: Record<Digit | "number", RegExp> = {
  number: /^[1-9]\d{0,3}$/,
  satisfaction: /^[1-5]$/,
  solved: /^[1-3]?$/,
  attitude: /^[1-5]?$/,
  punctuality: /^[1-5]?$/,
  recommend: /^(?:\d|10)?$/,
};
const SOLVED = ["yes", "partly", "no"] as const;

export const emptyRow = (number = ""): PaperRow => ({
  ...{ number, satisfaction: "", solved: "", attitude: "", punctuality: "", recommend: "", comment: "" },
});

/** Whether anything was typed of a form, beside the number that stood there. */
export const isBegun = (row: PaperRow): boolean =>
  DIGITS.some((field) => row[field] !== "") || row.comment.trim() !== "";

/** The columns in which a form that was begun cannot be as it stands. */
export const faultsIn = (row: PaperRow): (Digit | "number")[] =>
  isBegun(row) ? (["number", ...DIGITS] as const).filter((field) => !ALLOWED[field].test(row[field])) : [];

/** Whether a column is full, so that the next one is typed: 1 may still become 10. */
export const isFull = (field: Digit, text: string): boolean =>
  field === "recommend" ? /^(?:[02-9]|10)$/.test(text) : text.length === 1 && ALLOWED[field].test(text);

/** A form as it is sent; by the number of a client of the list, or of the form. */
export function sheetOf(row: PaperRow, by: "sheet" | "client") {
  const numberIn = (field: Digit) => (row[field] === "" ? undefined : Number(row[field]));
  const answer = {
    satisfaction: Number(row.satisfaction),
    solved: SOLVED[Number(row.solved) - 1],
    attitude: numberIn("attitude"),
    punctuality: numberIn("punctuality"),
    recommend: numberIn("recommend"),
    comment: row.comment.trim() || undefined,
  };
  return by === "sheet"
    ? { sheet: Number(row.number), answer }
    : { clientId: `cli_${row.number.padStart(4, "0")}`, answer };
}

/** Rows for the forms that are still to come, the lowest numbers first. */
export function rowsFor(
  { handedOut, typed }: { handedOut: number; typed: readonly number[] },
  most: number,
): PaperRow[] {
  const done = new Set(typed);
  const open = Array.from({ length: handedOut }, (_, at) => at + 1).filter((number) => !done.has(number));
  return open.slice(0, most).map((number) => emptyRow(String(number)));
}
