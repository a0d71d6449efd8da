import { documents, type Item } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Reading } from "../lib/reading.ts";
import type { Op, Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { leaveRefusal } from "./leave.refusals.ts";
import { Info, isOpen, type Open } from "./leave.ts";

/** What a decision about leave came to, written in one transaction. */
export interface Decision extends Caused {
  item: Info;
}

/** Leave from activities. Reads by activity are consistent unless less is asked for. */
export interface Leaves {
  find(activityId: string, memberId: string, reading?: Reading): Promise<Info | undefined>;
  /** @throws `leave.missing` */
  get(activityId: string, memberId: string): Promise<Info>;
  of(activityId: string, reading?: Reading): Promise<Info[]>;
  byMember(memberId: string, page: PageRequest): Promise<Page<Info>>;
  /** Requests that wait for a decision, the oldest first within a branch; of one branch or of all. */
  open(status: Open["status"], branchId: string | undefined, page: PageRequest): Promise<Page<Info>>;
  /** Writes a first request, if there is none yet. @returns whether it was written */
  begin(decision: Decision, at: string): Promise<boolean>;
  /** @throws `leave.missing`, `store.busy`, whatever `decide` throws */
  change(key: { activityId: string; memberId: string }, at: string, decide: (leave: Info) => Decision): Promise<Info>;
  /** The writes of a decision, for a transaction that frees places too; they hold only if nobody changed the leave since. */
  saveOps(before: Info, decision: Decision, at: string): Op[];
}

export const leaveDocuments = documents({
  entity: "leave",
  schema: Info,
  attributes: {
    activityId: "string",
    memberId: "string",
    branch: "string",
    status: "string",
    requestedAt: "string",
    version: "number",
  },
  key: { pk: "activity#${activityId}", sk: "leave#${memberId}" },
  indexes: {
    openByBranch: {
      on: "gsi1",
      when: ({ status }: Item) => status === "requested" || status === "escalated",
      pk: "leave#${status}",
      sk: "${branch}#${requestedAt}#${activityId}#${memberId}",
    },
    byMember: { on: "gsi2", pk: "member#${memberId}", sk: "leave#${requestedAt}#${activityId}" },
  },
  itemOf: ({ activityId, memberId, branchId = "none", status, request, version }) => ({
    activityId,
    memberId,
    branch: branchId,
    status,
    requestedAt: request.at,
    version,
  }),
  missing: () => leaveRefusal("leave.missing"),
});

export function dynamoLeaves(table: Table): Leaves {
  const rows = leaveDocuments(table);
  return {
    find: (activityId, memberId, reading) => rows.find({ activityId, memberId }, reading),
    get: (activityId, memberId) => rows.get({ activityId, memberId }),
    of: (activityId, reading) => rows.all("key", { activityId }, reading),
    byMember: (memberId, page) => rows.list("byMember", { memberId }, page, { order: "desc" }),
    async open(status, branchId, page) {
      const { items, cursor } = await rows.list(
        "openByBranch",
        branchId === undefined ? { status } : { status, branch: branchId },
        page,
      );
      return { items: items.filter(isOpen), cursor };
    },
    begin: (decision, at) => rows.create(decision.item, causedOps(table, decision, at)),
    change: (key, at, decide) => rows.change(key, decide, (decision) => causedOps(table, decision, at)),
    saveOps: (before, decision, at) => [rows.ops.save(before, decision.item), ...causedOps(table, decision, at)],
  };
}
