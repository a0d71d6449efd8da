import { Entity } from "electrodb";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { put, type Table, transact } from "../lib/table.ts";
import * as Deed from "./deed.ts";

const ROUNDS = 8;
const STANDS_ALONE = "none";

/** Knows the deeds of each year. */
export interface Deeds {
  /** @throws `deed.missing` */
  get(year: number, deedId: string): Promise<Deed.Info>;
  /** Adds a deed; one whose id is there already is handed back as it is. */
  record(deed: Deed.Info): Promise<Deed.Info>;
  /** Saves if the status is unmoved. @throws `deed.missing`, `deed.busy`, whatever `decide` throws */
  change(year: number, deedId: string, decide: (deed: Deed.Info) => Deed.Info): Promise<Deed.Info>;
  /** The deeds of a year as they were recorded, voided ones included. */
  ofYear(year: number, page: PageRequest): Promise<Page<Deed.Info>>;
  /** The deeds that belong to an activity, as they were recorded. */
  ofActivity(activityId: string, page: PageRequest): Promise<Page<Deed.Info>>;
  /** Counted from the records; no figure is stored. */
  count(year: number): Promise<Deed.Count>;
}

const deedEntity = perTable(
  ({ client, alliance }) =>
    new Entity(
      {
        model: { service: "yigong", entity: "deed", version: "1" },
        attributes: {
          year: { type: "number", required: true },
          deedId: { type: "string", required: true },
          activityId: { type: "string", required: true },
          status: { type: "string", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byYear: {
            pk: { field: "pk", composite: ["year"], template: "deeds#${year}" },
            sk: { field: "sk", composite: ["deedId"], template: "${deedId}" },
          },
          // Only deeds with an activity are in this index: the others have no question that needs it.
          byActivity: {
            index: "gsi1",
            condition: ({ activityId }) => activityId !== STANDS_ALONE,
            pk: { field: "gsi1pk", composite: ["activityId"], template: "deeds#${activityId}" },
            sk: { field: "gsi1sk", composite: ["deedId"], template: "${deedId}" },
          },
        },
      },
      { client, table: alliance },
    ),
);

const rowOf = (deed: Deed.Info) => {
  const { id: deedId, status, activityId = STANDS_ALONE } = deed;
  return { year: Deed.yearOf(deed), deedId, status, row: deed, activityId };
};

interface Found {
  data: { row?: unknown }[];
  cursor: string | null;
}
const pageOf = ({ data, cursor }: Found): Page<Deed.Info> => ({
  items: data.map(({ row }) => Deed.Info.parse(row)),
  cursor: cursor ?? undefined,
});

export function dynamoDeeds(table: Table): Deeds {
  const rows = deedEntity(table);

  async function get(year: number, deedId: string) {
    const { data } = await rows.get({ year, deedId }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "deed.missing", `There is no deed ${deedId} in ${year}.`);
    return Deed.Info.parse(data.row);
  }

  const ofYear = async (year: number, { limit, cursor }: PageRequest) =>
    pageOf(await fromCursor(rows.query.byYear({ year }).go({ limit, cursor: cursor ?? null, consistent: true })));

  return {
    get,
    ofYear,
    async record(deed) {
      const { ok } = await transact(table, [put(rows.create(rowOf(deed)).params())]);
      return ok ? deed : get(Deed.yearOf(deed), deed.id);
    },
    async change(year, deedId, decide) {
      for (let round = 0; round < ROUNDS; round++) {
        const before = await get(year, deedId);
        const after = decide(before);
        if (after === before) return before;
        const held: string = before.status;
        const kept = rows.put(rowOf(after)).where(({ status }, { eq }) => eq(status, held));
        if ((await transact(table, [put(kept.params())])).ok) return after;
      }
      throw new Refusal("unavailable", "deed.busy", "Others kept changing this deed. Try again.");
    },
    ofActivity: async (activityId, { limit, cursor }) =>
      pageOf(await fromCursor(rows.query.byActivity({ activityId }).go({ limit, cursor: cursor ?? null }))),
    async count(year) {
      const count = { year, standing: 0, voided: 0 };
      let cursor: string | undefined;
      do {
        const page = await ofYear(year, { limit: 500, cursor });
        for (const { status } of page.items) count[status === "standing" ? "standing" : "voided"] += 1;
        cursor = page.cursor;
      } while (cursor);
      return count;
    },
  };
}
