import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Machine } from "@yigong/local/machine.ts";

/** A row as it is stored, read without the code under test. */
export type Row = Record<string, unknown> & { pk: string; sk: string; __edb_e__: string };

const isJson = (value: unknown): value is string => typeof value === "string" && /^[{[].*[}\]]$/s.test(value);

/** A row with its documents: release 0.1.0 stored them as maps, later ones do as JSON text. */
const withDocuments = (row: Record<string, unknown>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, isJson(value) ? JSON.parse(value) : value]),
  ) as Row;

/** Every row of both tables. */
export async function rowsOf({ app }: Machine): Promise<Row[]> {
  const { client, alliance, ledger } = app.useCases.table;
  const rows: Row[] = [];
  for (const TableName of [alliance, ledger]) {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new ScanCommand({ TableName, ConsistentRead: true, ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}) }),
      );
      rows.push(...(page.Items ?? []).map(withDocuments));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
  }
  // The marker of an import has no entity.
  return rows.filter(({ __edb_e__ }) => __edb_e__).sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
}

/** Task tokens: an import replaces executions, so their number and content differ. */
export const TOKENS: readonly string[] = ["token", "awardToken"];

type Inner = Record<string, unknown>;
const innerOf = ({ row }: Row): Inner => (row ?? {}) as Inner;
const picked = (of: Inner, ...names: string[]): Inner =>
  Object.fromEntries(names.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])));

const counted = (values: readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values.map(String).sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

/**
 * The outcome of everything: stages, balances with chain heads, roots, awards, certificates, messages by template.
 *
 * Without generations of executions, which an import raises.
 */
export function endOf(rows: readonly Row[]) {
  const of = (kind: string) => rows.filter((row) => row.__edb_e__ === kind);
  const byName = (kind: string, nameOf: (row: Row) => unknown, show: (row: Row) => unknown) =>
    Object.fromEntries(of(kind).map((row) => [String(nameOf(row)), show(row)]));
  const run = (row: Row) => `${innerOf(row).year}/${innerOf(row).run}`;
  return {
    activities: byName(
      "lifecycle",
      ({ activityId }) => activityId,
      (row) => picked(innerOf(row), "status", "outcomes", "cancelledIn", "cancellation"),
    ),
    balances: byName(
      "account",
      ({ pseudonym }) => pseudonym,
      (row) => picked(row, "seq", "hash", "years"),
    ),
    roots: of("root").map((row) => innerOf(row).hash),
    awards: byName("awardRun", run, (row) =>
      picked(innerOf(row), "status", "cause", "outcome", "decision", "objections", "withdrawal", "certificates"),
    ),
    standings: of("awardPart").map(({ pk, sk }) => `${pk} ${sk}`),
    certificates: byName(
      "certificate",
      ({ year, place }) => `${year}/${place}`,
      (row) => picked(innerOf(row), "status", "code", "holder", "honour", "issuedAt", "runId"),
    ),
    surveys: byName(
      "survey",
      ({ activityId }) => activityId,
      (row) => picked(innerOf(row), "status", "counts", "tally", "happiness"),
    ),
    covers: of("need").map((row) => picked(innerOf(row), "activityId", "participantId", "status", "memberId")),
    messages: counted(of("message").map((row) => row.template ?? innerOf(row).template)),
    waiting: counted(of("outbox").map(({ effect }) => (effect as Inner).kind)),
    rows: counted(rows.map(({ __edb_e__ }) => __edb_e__).filter((kind) => !TOKENS.includes(kind))),
  };
}
