import { type InBoth, type Kind, Refusal, type Said, type Told } from "./error.ts";
import { fill, type Holes } from "./holes.ts";

/** Why something is refused: the kind, and what people read, in Chinese and in English, with the same `{{holes}}`. */
export type Row = readonly [kind: Kind, chinese: string, english: string];

type ValuesOf<Chinese extends string> = [Holes<Chinese>] extends [never]
  ? [values?: Record<never, never>, options?: ErrorOptions]
  : [values: Readonly<Record<Holes<Chinese>, Told>>, options?: ErrorOptions];

/** Makes the refusals of one table: a code without a text, or a hole without a value, does not compile. */
export interface Refuses<Rows extends Readonly<Record<string, Row>>> {
  <Key extends keyof Rows & string>(key: Key, ...rest: ValuesOf<Rows[Key][1]>): Refusal;
  readonly rows: Rows;
}

/** The code of a row: what stands before `/` in its key. */
export const codeOf = (key: string): string => key.split("/")[0] ?? key;

/**
 * The refusals of a noun: code → kind and texts. Where one code has several texts, the keys of the others add a case:
 * `lifecycle.cancelled/checkIn`.
 */
export function refusals<const Rows extends Readonly<Record<string, Row>>>(rows: Rows): Refuses<Rows> {
  const refuse = (key: keyof Rows & string, values: Said["values"] = {}, options?: ErrorOptions): Refusal => {
    const [kind, chinese, english] = rows[key] as Row;
    const said = { "zh-CN": chinese, en: english, values };
    return new Refusal(kind, codeOf(key), sayIn("en", said), { ...options, said });
  };
  return Object.assign(refuse, { rows }) as Refuses<Rows>;
}

const COMMA: InBoth = { "zh-CN": "、", en: ", " };

/** A refusal's text in a language. @param show - makes a plain value readable: an id becomes a name, an instant a local time */
export function sayIn(
  language: keyof InBoth,
  { values, ...texts }: Said,
  show: (value: string) => string = (value) => value,
): string {
  const one = (value: string | number | InBoth): string => {
    if (typeof value === "number") return String(value);
    return typeof value === "string" ? show(value) : value[language];
  };
  const told = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(one).join(COMMA[language]) : one(value as string | number | InBoth),
  ]);
  return fill(texts[language], Object.fromEntries(told));
}

/** The plain values of a refusal's text: what may be an id or an instant. */
export const plainValuesOf = ({ values }: Said): string[] =>
  Object.values(values)
    .flat()
    .filter((value) => typeof value === "string");
