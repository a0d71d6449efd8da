import * as z from "zod";
import { dayIn, FILE_YEARS_TEXT, isFileYear, nameOf, plain } from "../roster/cell.ts";
import type { Row } from "../roster/columns.ts";
import { type Named, type Problem, type ProblemCode, problem } from "../roster/problem.ts";
import type { ReadRow } from "../roster/roster-entry.ts";
import { DATE_FORMS, known, SAMPLES, YES_NO } from "../roster/roster-terms.ts";
import { KINDS, SOURCES } from "./contact.ts";
import { CONSENT_COLUMNS, KIND_NAMES, LANGUAGE_NAMES, SOURCE_NAMES } from "./contact-columns.ts";
import { Email, Language, Mobile, masked, waysOf } from "./way.ts";

const Text = z.string().nullable().optional();

/** What one row of a file of contacts says. A field is absent when the file has no such column, null when the cell is empty. */
export const ContactEntry = z.object({
  name: z.string(),
  kind: z.enum(KINDS).optional(),
  person: Text,
  mobile: Text,
  email: Text,
  language: Language.optional(),
  source: z.object({ from: z.enum(SOURCES), note: z.string().optional() }).optional(),
  bornOn: Text,
  guardian: z
    .object({ name: z.string(), mobile: z.string().optional(), email: z.string().optional() })
    .nullable()
    .optional(),
  consents: z.partialRecord(z.enum(["survey", "contact", "greeting"]), z.boolean()),
  doNotContact: z.boolean().optional(),
});
export type ContactEntry = z.infer<typeof ContactEntry>;
export type ReadContact = ReadRow<ContactEntry>;

const NAME_LENGTH = 60;
const NOTE_LENGTH = 200;

type Fault = (code: ProblemCode, column: string, named?: Named) => void;
interface Cells {
  fault: Fault;
  /** The plain text under a header; undefined without such a column. */
  text: (column: string) => string | undefined;
}

/** Reads the rows of a file of contacts, each with all of its faults; a number that is there twice is marked in every row. */
export function readContactRows(rows: readonly Row[], { today }: { today: string }): ReadContact[] {
  const read = rows.map((row) => readRow(row, today));
  const byWay = new Map<string, number[]>();
  for (const { number, ways } of read) for (const way of ways) byWay.set(way, [...(byWay.get(way) ?? []), number]);
  return read.map(({ ways, draft, problems, ...row }) => {
    const others = ways.flatMap((way) => byWay.get(way) ?? []).filter((number) => number !== row.number);
    if (others.length > 0)
      problems.push(problem("contact_twice", { column: "手机", value: ways[0] ?? "", rows: [...new Set(others)] }));
    return { ...row, problems, ...(problems.length === 0 && { entry: ContactEntry.parse(draft) }) };
  });
}

function readRow(row: Row, today: string) {
  const problems: Problem[] = [];
  const fault: Fault = (code, column, named) =>
    problems.push(problem(code, { column, value: row.cell(column)?.text ?? "", ...named }));
  const cells: Cells = {
    fault,
    text: (column) => {
      const cell = row.cell(column);
      return cell && plain(cell.text);
    },
  };
  const name = nameOf(row.cell("姓名")?.text ?? "");
  if (name === "") fault("missing", "姓名", { choices: SAMPLES.姓名 ?? [] });
  if (name.length > NAME_LENGTH) fault("too_long", "姓名", { limit: NAME_LENGTH });
  const ways = { mobile: mobileIn(cells, "手机"), email: emailIn(cells, "邮箱") };
  const draft = {
    name,
    ...present({ ...ways, ...factsIn(cells), ...minorIn(cells, today) }),
    consents: consentsIn(cells),
  };
  const own = waysOf({ mobile: ways.mobile ?? undefined, email: ways.email ?? undefined });
  const shown = masked({ mobile: ways.mobile ?? undefined, email: ways.email ?? undefined });
  const employeeNumber = shown.mobile ?? shown.email ?? "";
  return { number: row.number, employeeNumber, name, problems, draft, ways: own };
}

const present = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

function mobileIn({ text, fault }: Cells, column: string): string | null | undefined {
  const said = text(column);
  if (!said) return said === undefined ? undefined : null;
  const parsed = Mobile.safeParse(said);
  if (!parsed.success) fault("mobile_invalid", column, { limit: "6–20" });
  return parsed.data ?? null;
}

function emailIn({ text, fault }: Cells, column: string): string | null | undefined {
  const said = text(column);
  if (!said) return said === undefined ? undefined : null;
  const parsed = Email.safeParse(said);
  if (!parsed.success) fault("email_invalid", column, { limit: 64, choices: ["name@example.com"] });
  return parsed.data ?? null;
}

/** One of the words that a column knows; undefined without such a column, or when the cell is empty. */
function wordIn<Value>({ text, fault }: Cells, column: string, words: Record<string, Value>): Value | undefined {
  const said = text(column)?.toLowerCase();
  if (!said) return undefined;
  const value = known(words, said);
  if (value === undefined) fault("contact_word_unknown", column, { choices: Object.keys(words) });
  return value;
}

function factsIn(cells: Cells) {
  const person = cells.text("对接人");
  if (person && person.length > NAME_LENGTH) cells.fault("too_long", "对接人", { limit: NAME_LENGTH });
  const source = cells.text("来源");
  if (source && source.length > NOTE_LENGTH) cells.fault("too_long", "来源", { limit: NOTE_LENGTH });
  const from = source ? known(SOURCE_NAMES, source.toLowerCase()) : undefined;
  return {
    kind: wordIn(cells, "类别", KIND_NAMES),
    person: person === undefined ? undefined : person || null,
    language: wordIn(cells, "语言", LANGUAGE_NAMES),
    source: source ? (from ? { from } : { from: "import" as const, note: source }) : undefined,
    doNotContact: yesOrNo(cells, "不再联系"),
  };
}

function yesOrNo({ text, fault }: Cells, column: string): boolean | undefined {
  const said = text(column);
  if (!said) return undefined;
  const answer = known(YES_NO, said.toUpperCase());
  if (answer === undefined) fault("yes_no_unknown", column, { choices: ["是", "否"] });
  return answer;
}

const consentsIn = (cells: Cells): ContactEntry["consents"] =>
  present(
    Object.fromEntries(Object.entries(CONSENT_COLUMNS).map(([purpose, column]) => [purpose, yesOrNo(cells, column)])),
  );

function minorIn(cells: Cells, today: string) {
  const said = cells.text("出生日期");
  const day = said ? dayIn(said) : undefined;
  if (said && !day) cells.fault("date_invalid", "出生日期", { choices: DATE_FORMS });
  else if (day && !isFileYear(day)) cells.fault("year_out_of_range", "出生日期", { limit: FILE_YEARS_TEXT });
  else if (day && day > today) cells.fault("date_in_future", "出生日期", { limit: today });
  return { bornOn: said === undefined ? undefined : (day ?? null), guardian: guardianIn(cells) };
}

function guardianIn(cells: Cells): ContactEntry["guardian"] {
  const name = cells.text("监护人");
  if (name === undefined) return undefined;
  if (name === "") return null;
  if (name.length > NAME_LENGTH) cells.fault("too_long", "监护人", { limit: NAME_LENGTH });
  const [mobile, email] = [mobileIn(cells, "监护人手机"), emailIn(cells, "监护人邮箱")];
  if (!mobile && !email) cells.fault("contact_guardian_unreachable", "监护人手机");
  return { name, ...(mobile && { mobile }), ...(email && { email }) };
}
