import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { nominationRefusal } from "./nomination.refusals.ts";
import * as Nomination from "./nomination.ts";

const ALL = "all";

/** What a change of an offer writes together. */
export interface Decision extends Caused {
  item: Nomination.Info;
}

/** Offers of external places, some hundreds over the years. */
export interface Nominations {
  /** @throws `nomination.missing` */
  get(nominationId: string): Promise<Nomination.Info>;
  /** Adds an offer; one whose id is there already is handed back as it is. */
  begin(nomination: Nomination.Info, caused: Caused): Promise<Nomination.Info>;
  /** @throws `nomination.missing`, `store.busy`, whatever `decide` throws */
  change(nominationId: string, at: string, decide: (held: Nomination.Info) => Decision): Promise<Nomination.Info>;
  /** The newest first. */
  list(page: PageRequest): Promise<Page<Nomination.Info>>;
  all(): Promise<Nomination.Info[]>;
}

export const nominationDocuments = documents({
  entity: "nomination",
  schema: Nomination.Info,
  attributes: { nominationId: "string", all: "string", version: "number" },
  key: { pk: "nomination#${nominationId}", sk: "detail" },
  indexes: { every: { on: "gsi1", pk: "nominations#${all}", sk: "${nominationId}" } },
  itemOf: ({ id: nominationId, version }) => ({ nominationId, all: ALL, version }),
  missing: () => nominationRefusal("nomination.missing"),
});

export function dynamoNominations(table: Table): Nominations {
  const rows = nominationDocuments(table);
  return {
    get: (nominationId) => rows.get({ nominationId }),
    begin: (nomination, caused) => rows.add(nomination, causedOps(table, caused, nomination.createdAt)),
    change: (nominationId, at, decide) =>
      rows.change({ nominationId }, decide, (decision) => causedOps(table, decision, at)),
    list: (page) => rows.list("every", { all: ALL }, page, { order: "desc" }),
    all: () => rows.all("every", { all: ALL }),
  };
}
