import { documents } from "../lib/documents.ts";
import type { Reading } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import * as Preference from "./preference.ts";

/** How people like to be told. */
export interface Preferences {
  /** Of somebody who has said nothing, the usual. */
  get(memberId: string): Promise<Preference.Info>;
  /** Of those who have said something, by member. */
  getMany(memberIds: readonly string[], reading?: Reading): Promise<ReadonlyMap<string, Preference.Info>>;
  /** @throws `store.busy`, whatever `decide` throws */
  change(memberId: string, decide: (before: Preference.Info) => Preference.Info): Promise<Preference.Info>;
}

export const preferenceDocuments = documents({
  entity: "preference",
  schema: Preference.Info,
  attributes: { memberId: "string", version: "number" },
  key: { pk: "member#${memberId}", sk: "preference" },
  itemOf: ({ memberId, version }) => ({ memberId, version }),
  empty: ({ memberId }) => Preference.none(String(memberId)),
});

export function dynamoPreferences(table: Table): Preferences {
  const rows = preferenceDocuments(table);
  return {
    get: (memberId) => rows.get({ memberId }),
    async getMany(memberIds, reading) {
      const found = await rows.getMany(
        [...new Set(memberIds)].map((memberId) => ({ memberId })),
        reading,
      );
      return new Map(found.map((one) => [one.memberId, one]));
    },
    change: (memberId, decide) => rows.revise({ memberId }, decide),
  };
}
