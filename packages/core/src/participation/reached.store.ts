import * as z from "zod";
import { documents } from "../lib/documents.ts";
import type { Reading } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";

/** Somebody whom no message reached was told by telephone. */
export const Info = z.object({
  activityId: z.string(),
  memberId: z.string(),
  /** When what they were told about was decided, ISO-8601 UTC. */
  causeAt: z.string(),
  by: z.string(),
  at: z.string(),
});
export type Info = z.infer<typeof Info>;

/** Who was told by telephone. */
export interface Reached {
  of(activityId: string, causeAt: string, reading?: Reading): Promise<Info[]>;
  /** Notes it once: who was first stays. @throws `store.busy` */
  tell(reached: Info, caused: Caused): Promise<void>;
}

export const reachedDocuments = documents({
  entity: "reached",
  schema: Info,
  attributes: { activityId: "string", memberId: "string", causeAt: "string", by: "string", at: "string" },
  key: { pk: "activity#${activityId}", sk: "reached#${causeAt}#${memberId}" },
  body: "none",
  itemOf: (reached) => reached,
});

export function dynamoReached(table: Table): Reached {
  const rows = reachedDocuments(table);
  return {
    of: (activityId, causeAt, reading) => rows.all("key", { activityId, causeAt }, reading),
    async tell(reached, caused) {
      await transact(table, [rows.ops.create(reached), ...causedOps(table, caused, reached.at)]);
    },
  };
}
