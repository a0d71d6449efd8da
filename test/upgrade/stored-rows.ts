import { difference, sorted } from "./compare.ts";
import { linesIn } from "./data-directory.ts";

/** The part of an ElectroDB entity that reads and writes a row. */
export interface Entity {
  schema: { model: { entity: string; version: string } };
  parse(stored: { Item: object }): { data: object | null };
  put(data: object): { params(): { Item: object } };
}

type Stored = Record<string, unknown>;

/** Unmarshals a value, as the document client does. */
function plainOf(value: Stored): unknown {
  const [[kind, inner] = ["NULL", true]] = Object.entries(value);
  if (kind === "N") return Number(inner);
  if (kind === "M") return itemOf(inner as Record<string, Stored>);
  if (kind === "L") return (inner as Stored[]).map(plainOf);
  if (kind === "NS") return new Set((inner as string[]).map(Number));
  if (kind === "SS") return new Set(inner as string[]);
  return kind === "NULL" ? null : inner;
}
const itemOf = (item: Record<string, Stored>): Stored =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plainOf(value)]));

/** Every row of a release, those that an export leaves out included. */
export const storedRows = (release: string): Stored[] =>
  ["export/alliance.jsonl", "export/ledger.jsonl", "left-behind.jsonl"].flatMap((name) =>
    linesIn<{ Item: Record<string, Stored> }>(release, name).map(({ Item }) => itemOf(Item)),
  );

/** ElectroDB's sets are only comparable as JSON. */
const comparable = (row: unknown): unknown => JSON.parse(JSON.stringify(sorted(row)) ?? "null");

/** The entities, with versions, of rows that no entity of the code has. */
export function unknownIn(rows: readonly Stored[], entities: ReadonlyMap<string, Entity>): string[] {
  const unknown = rows.filter((row) => entities.get(String(row.__edb_e__))?.schema.model.version !== row.__edb_v__);
  return [...new Set(unknown.map((row) => `${row.__edb_e__} ${row.__edb_v__}`))];
}

/** Where rows differ once their entity has read and written them; additional attributes are no difference. */
export function rewrittenIn(rows: readonly Stored[], entities: ReadonlyMap<string, Entity>): string[] {
  return rows.flatMap((row) => {
    const entity = entities.get(String(row.__edb_e__));
    const again = entity?.put(entity.parse({ Item: row }).data ?? {}).params().Item;
    return difference(comparable(row), comparable(again), `${row.pk} ${row.sk}`) ?? [];
  });
}
