import { documents, type Item } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Reading } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import * as Away from "./away.ts";

const NOBODY = "nobody";

/** A person's planned absences after a decision, with what that causes, in one transaction. */
export interface Decision extends Caused {
  item: Away.Info;
}

/** One document a person, of those who ever planned to be away. */
export interface Aways {
  of(memberId: string, reading?: Reading): Promise<Away.Info>;
  /** By member; who never planned any is left out. */
  ofMany(memberIds: readonly string[], reading?: Reading): Promise<Map<string, Away.Info>>;
  /** Those with a period that waits for a decision, by member. */
  asked(page: PageRequest): Promise<Page<Away.Info>>;
  /** @throws `store.busy`, whatever `decide` throws */
  change(memberId: string, at: string, decide: (before: Away.Info) => Decision): Promise<Away.Info>;
}

export const awayDocuments = documents({
  entity: "away",
  schema: Away.Info,
  attributes: { memberId: "string", version: "number", asks: "string" },
  key: { pk: "member#${memberId}", sk: "away" },
  indexes: {
    // Only those with something to decide are in this index.
    byAsking: {
      on: "gsi1",
      when: ({ asks }: Item) => asks !== NOBODY,
      pk: "awayasked",
      sk: "${memberId}",
    },
  },
  itemOf: (away) => ({
    memberId: away.memberId,
    version: away.version,
    asks: Away.isAsked(away) ? "asked" : NOBODY,
  }),
  empty: ({ memberId }) => Away.nowhere(memberId),
});

export function dynamoAways(table: Table): Aways {
  const rows = awayDocuments(table);
  return {
    of: (memberId, reading) => rows.get({ memberId }, reading),
    async ofMany(memberIds, reading) {
      const found = await rows.getMany(
        memberIds.map((memberId) => ({ memberId })),
        reading,
      );
      return new Map(found.map((away) => [away.memberId, away]));
    },
    asked: (page) => rows.list("byAsking", {}, page),
    change: (memberId, at, decide) => rows.change({ memberId }, decide, (decision) => causedOps(table, decision, at)),
  };
}
