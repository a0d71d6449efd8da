import { documents, type Item } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { deedRefusal } from "./deed.refusals.ts";
import * as Deed from "./deed.ts";

const STANDS_ALONE = "none";

/** Knows the deeds of each year. */
export interface Deeds {
  /** @throws `deed.missing` */
  get(year: number, deedId: string): Promise<Deed.Info>;
  /** Adds a deed; one whose id is there already is handed back as it is. */
  record(deed: Deed.Info): Promise<Deed.Info>;
  /** Saves if the status is unmoved. @throws `deed.missing`, `store.busy`, whatever `decide` throws */
  change(
    year: number,
    deedId: string,
    decide: (deed: Deed.Info) => Deed.Info,
    /** What it causes, in the same transaction. */
    causes?: (before: Deed.Info) => { effects: readonly Effect[]; at: string },
  ): Promise<Deed.Info>;
  /** The deeds of a year as they were recorded, voided ones included; with somebody who recorded them, all of theirs at once. */
  ofYear(year: number, page: PageRequest, recordedBy?: string): Promise<Page<Deed.Info>>;
  /** The deeds that belong to an activity, as they were recorded. */
  ofActivity(activityId: string, page: PageRequest): Promise<Page<Deed.Info>>;
  /** Those that wait to be confirmed, in the order of their ids. */
  reported(page: PageRequest): Promise<Page<Deed.Info>>;
  /** Counted from the records; no figure is stored. */
  count(year: number): Promise<Deed.Count>;
}

export const deedDocuments = documents({
  entity: "deed",
  schema: Deed.Info,
  attributes: { year: "number", deedId: "string", activityId: "string", status: "string" },
  key: { pk: "deeds#${year}", sk: "${deedId}" },
  indexes: {
    // Only deeds with an activity are in this index: the others have no question that needs it.
    byActivity: {
      on: "gsi1",
      when: ({ activityId }: Item) => activityId !== STANDS_ALONE,
      pk: "deeds#${activityId}",
      sk: "${deedId}",
    },
    waiting: {
      on: "gsi2",
      when: ({ status }: Item) => status === "reported",
      pk: "deeds#${status}",
      sk: "${deedId}",
    },
  },
  guard: "status",
  itemOf: (deed) => ({
    year: Deed.yearOf(deed),
    deedId: deed.id,
    activityId: deed.activityId ?? STANDS_ALONE,
    status: deed.status,
  }),
  missing: ({ year }) => deedRefusal("deed.missing", { year }),
});

export function dynamoDeeds(table: Table): Deeds {
  const rows = deedDocuments(table);
  return {
    get: (year, deedId) => rows.get({ year, deedId }),
    record: (deed) => rows.add(deed),
    change: (year, deedId, decide, causes) =>
      rows.change(
        { year, deedId },
        (deed) => ({ item: decide(deed) }),
        (_, before) => {
          const { effects, at } = causes?.(before) ?? { effects: [], at: "" };
          return effectOps(table, effects, at);
        },
      ),
    ofYear: async (year, page, recordedBy) =>
      recordedBy === undefined
        ? rows.list("key", { year }, page)
        : { items: (await rows.all("key", { year })).filter((deed) => deed.recordedBy.actorId === recordedBy) },
    ofActivity: (activityId, page) => rows.list("byActivity", { activityId }, page),
    reported: (page) => rows.list("waiting", { status: "reported" }, page),
    async count(year) {
      const count = { year, standing: 0, voided: 0, reported: 0 };
      for (const { status } of await rows.all("key", { year })) count[status === "void" ? "voided" : status] += 1;
      return count;
    },
  };
}
