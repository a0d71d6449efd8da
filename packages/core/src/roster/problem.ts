import * as z from "zod";
import { fill } from "../language/catalogue.ts";
import { rosterWords } from "./roster.words.ts";

type WordKey = keyof (typeof rosterWords)["en"];
type CodeIn<Key> = Key extends `roster.problem.${infer Code}` ? Code : never;
export type ProblemCode = CodeIn<WordKey>;

const PREFIX = "roster.problem.";
const PROBLEM_CODES = Object.keys(rosterWords.en)
  .filter((key) => key.startsWith(PREFIX))
  .map((key) => key.slice(PREFIX.length)) as [ProblemCode, ...ProblemCode[]];
export const ProblemCode = z.enum(PROBLEM_CODES);

/** What is wrong with one cell of a row, and why, in both languages. */
export const Problem = z.object({
  column: z.string(),
  value: z.string(),
  code: ProblemCode,
  reason: z.object({ "zh-CN": z.string(), en: z.string() }),
});
export type Problem = z.infer<typeof Problem>;

const NAMED_ROWS = 10;

/** Names a fault of a cell; `rows` are the numbers of the other rows that take part in it. */
export function problem(
  code: ProblemCode,
  { column, value, rows = [] }: { column: string; value: string; rows?: readonly number[] },
): Problem {
  const shown = rows.slice(0, NAMED_ROWS).join(", ") + (rows.length > NAMED_ROWS ? " …" : "");
  const say = (language: "zh-CN" | "en") => fill(rosterWords[language][`${PREFIX}${code}`], { rows: shown });
  return { column, value: value.slice(0, 200), code, reason: { "zh-CN": say("zh-CN"), en: say("en") } };
}
