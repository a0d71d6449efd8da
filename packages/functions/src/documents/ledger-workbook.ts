import type { Issuers } from "@yigong/application/manifest/scorer.ts";
import { everyAccount } from "@yigong/application/points/take-root.ts";
import { type Language, text } from "@yigong/core/language/index.ts";
import { inOrder } from "@yigong/core/lib/parallel.ts";
import { wallTimeOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Entry, issuerIdOf } from "@yigong/core/points/points.ts";
import { tallyOf } from "@yigong/core/points/tally.ts";
import { writeXlsxStream } from "hucre/xlsx";

export interface WorkbookDeps {
  /** The alliance's zone, in which times are written. */
  zone: string;
  ledger: Pick<Ledger, "pseudonyms" | "accountsOf" | "chainOf">;
  members: Pick<Members, "all">;
  issuers: Issuers;
}

const AHEAD = 16;

type Cell = string | number | Date | null;
type Column = [header: Parameters<typeof text>[1] & `points.column.${string}`, width: number, numFmt: string];

const COLUMNS: readonly Column[] = [
  ["points.column.name", 12, "@"],
  ["points.column.employeeNumber", 12, "@"],
  ["points.column.seq", 8, "0"],
  ["points.column.activity", 36, "@"],
  ["points.column.kind", 16, "@"],
  ["points.column.attendances", 8, "0"],
  ["points.column.workdays", 8, "0.0"],
  ["points.column.covers", 8, "0"],
  ["points.column.trainings", 8, "0"],
  ["points.column.grade", 8, "@"],
  ["points.column.points", 8, "0.00"],
  ["points.column.ruleSet", 8, "0"],
  ["points.column.postedAt", 18, "yyyy-mm-dd hh:mm:ss"],
  ["points.column.entry", 72, "@"],
  ["points.column.pseudonym", 30, "@"],
];

/** The kind of an entry; of a correction, what was corrected. */
const kindText = (language: Language, { kind, code }: Entry): string =>
  code === undefined ? text(language, `points.kind.${kind}`) : text(language, `points.code.${code}`);

function rowOf(
  language: Language,
  entry: Entry,
  { member, title, zone }: { member: Member | undefined; title: string; zone: string },
): Cell[] {
  const { points, attendances, halfDays, covers, trainings } = tallyOf(entry);
  const pseudonym = entry.credit.slice("person:".length);
  return [
    member?.name ?? null,
    member?.employeeNumber ?? null,
    entry.seq,
    title,
    kindText(language, entry),
    attendances,
    halfDays / 2,
    covers,
    trainings,
    entry.grade ? text(language, `points.grade.${entry.grade}`) : null,
    points / 100,
    entry.ruleSet,
    onTheWall(entry.postedAt, zone),
    entry.id,
    pseudonym,
  ];
}

/** A spreadsheet knows no zones: the library writes a Date as UTC shows it. */
const onTheWall = (instant: string, zone: string): Date => new Date(`${wallTimeOf(instant, zone)}Z`);

async function* rowsOf(deps: WorkbookDeps, { year, language }: { year: number; language: Language }) {
  const { zone } = deps;
  const people = new Map((await deps.members.all()).map((member) => [member.pseudonym, member]));
  const titles = new Map<string, Promise<string>>();
  const titleOf = (issuerId: string): Promise<string> => {
    const known = titles.get(issuerId) ?? deps.issuers.find(issuerId).then((found) => found?.title ?? issuerId);
    titles.set(issuerId, known);
    return known;
  };
  const read = async (pseudonym: string) => {
    const chain = await deps.ledger.chainOf(pseudonym);
    const own = chain.filter(({ entry }) => entry.year === year);
    const member = people.get(pseudonym);
    return Promise.all(
      own.map(async ({ entry }) => rowOf(language, entry, { member, zone, title: await titleOf(issuerIdOf(entry)) })),
    );
  };
  const accounts = inOrder(everyAccount(deps.ledger), AHEAD, ({ pseudonym }) => read(pseudonym));
  for await (const rows of accounts) yield* rows;
}

/** A year of the ledger as a workbook for people to read, a row at a time. Cells have types: no text is taken for a formula. */
export const ledgerWorkbook = (
  deps: WorkbookDeps,
  { year, language }: { year: number; language: Language },
): ReadableStream<Uint8Array> =>
  writeXlsxStream(rowsOf(deps, { year, language }), {
    name: text(language, "points.sheet", { year }),
    columns: COLUMNS.map(([header, width, numFmt]) => ({ header: text(language, header), width, numFmt })),
    freezePane: { rows: 1 },
  });
