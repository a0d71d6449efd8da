import * as z from "zod";
import { fill } from "../language/catalogue.ts";
import { type Key, WORDS } from "../language/index.ts";

type CodeIn<K> = K extends `${string}.problem.${infer Code}` ? Code : never;
/** A fault of a cell: each noun with an import words its own, as `<noun>.problem.<code>`. */
export type ProblemCode = CodeIn<Key>;

const KEYS = Object.fromEntries(
  (Object.keys(WORDS.en) as Key[]).flatMap((key) => {
    const [, code] = /^\w+\.problem\.(\w+)$/.exec(key) ?? [];
    return code === undefined ? [] : [[code, key]];
  }),
) as Record<ProblemCode, Key>;
export const ProblemCode = z.enum(Object.keys(KEYS) as [ProblemCode, ...ProblemCode[]]);

/** What is wrong with one cell of a row, and why, in both languages. */
export const Problem = z.object({
  column: z.string(),
  value: z.string(),
  code: ProblemCode,
  reason: z.object({ "zh-CN": z.string(), en: z.string() }),
});
export type Problem = z.infer<typeof Problem>;

const NAMED_ROWS = 10;

/** What a reason names, where its text asks for it. */
export interface Named {
  /** Numbers of the other rows that take part in it. */
  rows?: readonly number[];
  /** The bound that the cell passes, as text that reads alike in every language. */
  limit?: string | number;
  /** What could stand there instead, as it stands in files. */
  choices?: readonly string[];
}

/** What an upload says when its employee numbers are right as they are. */
const AS_WRITTEN = "numbers=asWritten";
const NAMED_CHOICES = 40;

/** Names a fault of a cell, with its limit or its choices. */
export function problem(
  code: ProblemCode,
  { column, value, rows = [], limit = "", choices = [] }: { column: string; value: string } & Named,
): Problem {
  const shownRows = rows.slice(0, NAMED_ROWS).join(", ") + (rows.length > NAMED_ROWS ? " …" : "");
  const listed = choices.slice(0, NAMED_CHOICES).join("、") + (choices.length > NAMED_CHOICES ? " …" : "");
  const shownChoices = choices.length === 0 ? "—" : listed;
  const holes = { option: AS_WRITTEN, rows: shownRows, limit, choices: shownChoices, column };
  const say = (language: "zh-CN" | "en") => fill(WORDS[language][KEYS[code]], holes);
  return { column, value: value.slice(0, 200), code, reason: { "zh-CN": say("zh-CN"), en: say("en") } };
}
