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

/** Names a fault of a cell; `rows` are the numbers of the other rows that take part in it. */
export function problem(
  code: ProblemCode,
  { column, value, rows = [] }: { column: string; value: string; rows?: readonly number[] },
): Problem {
  const shown = rows.slice(0, NAMED_ROWS).join(", ") + (rows.length > NAMED_ROWS ? " …" : "");
  const say = (language: "zh-CN" | "en") => fill(WORDS[language][KEYS[code]], { rows: shown });
  return { column, value: value.slice(0, 200), code, reason: { "zh-CN": say("zh-CN"), en: say("en") } };
}
