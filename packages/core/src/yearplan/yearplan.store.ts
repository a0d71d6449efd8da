import { documents } from "../lib/documents.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import * as Yearplan from "./yearplan.ts";

/** What a change of a cadence writes together. */
export interface Decision extends Caused {
  item: Yearplan.Cadence;
}

interface Key {
  year: number;
  teamId: string;
}

/** How many classes a quarter teams are to have, where it is not the usual. */
export interface Cadences {
  of(year: number): Promise<Yearplan.Cadence[]>;
  /** @throws `store.busy`, whatever `decide` throws */
  set(key: Key, at: string, decide: (held: Yearplan.Cadence | undefined) => Decision): Promise<void>;
}

export const cadenceDocuments = documents({
  entity: "cadence",
  schema: Yearplan.Cadence,
  attributes: { year: "number", teamId: "string", version: "number" },
  key: { pk: "cadences#${year}", sk: "${teamId}" },
  itemOf: ({ year, teamId, version }) => ({ year, teamId, version }),
});

export function dynamoCadences(table: Table): Cadences {
  const rows = cadenceDocuments(table);
  return {
    of: (year) => rows.all("key", { year }),
    async set(key, at, decide) {
      await rows.changeOrCreate(key, decide, (decision) => causedOps(table, decision, at));
    },
  };
}
