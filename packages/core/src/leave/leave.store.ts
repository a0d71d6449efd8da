import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { type Op, put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { Info, isOpen, type Open } from "./leave.ts";

/** What a decision about leave came to, written in one transaction. */
export interface Decision {
  item: Info;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
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
  /** @throws `leave.missing`, `leave.busy`, whatever `decide` throws */
  change(key: { activityId: string; memberId: string }, at: string, decide: (leave: Info) => Decision): Promise<Info>;
  /** The writes of a decision, for a transaction that frees places too; they hold only if nobody changed the leave since. */
  saveOps(before: Info, decision: Decision, at: string): Op[];
}

const leaveEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "leave", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          memberId: { type: "string", required: true },
          branch: { type: "string", required: true },
          status: { type: "string", required: true },
          requestedAt: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["memberId"], template: "leave#${memberId}" },
          },
          openByBranch: {
            index: "gsi1",
            condition: (item) => item.status === "requested" || item.status === "escalated",
            pk: { field: "gsi1pk", composite: ["status"], template: "leave#${status}" },
            sk: {
              field: "gsi1sk",
              composite: ["branch", "requestedAt", "activityId", "memberId"],
              template: "${branch}#${requestedAt}#${activityId}#${memberId}",
            },
          },
          byMember: {
            index: "gsi2",
            pk: { field: "gsi2pk", composite: ["memberId"], template: "member#${memberId}" },
            sk: {
              field: "gsi2sk",
              composite: ["requestedAt", "activityId"],
              template: "leave#${requestedAt}#${activityId}",
            },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const itemOf = (leave: Info) => ({
  activityId: leave.activityId,
  memberId: leave.memberId,
  branch: leave.branchId ?? "none",
  status: leave.status,
  requestedAt: leave.request.at,
  version: leave.version,
  row: leave,
});

export function dynamoLeaves(table: Table): Leaves {
  const rows = leaveEntity(table);
  const parse = ({ row }: { row?: unknown }) => Info.parse(row);
  const follow = ({ effects = [], audit = [] }: Decision, at: string) => [
    ...effectOps(table, effects, at),
    ...auditOps(table, audit),
  ];

  async function find(activityId: string, memberId: string, reading?: Reading) {
    const { data } = await rows.get({ activityId, memberId }).go(consistency(reading));
    return data ? parse(data) : undefined;
  }

  async function get(activityId: string, memberId: string) {
    const leave = await find(activityId, memberId);
    if (!leave) throw new Refusal("missing", "leave.missing", "There is no request for leave of this member here.");
    return leave;
  }

  const saveOps = (before: Info, decision: Decision, at: string) => {
    const after = { ...decision.item, version: before.version + 1 };
    const saved = rows.put(itemOf(after)).where(({ version }, { eq }) => eq(version, before.version));
    return [put(saved.params()), ...follow(decision, at)];
  };

  return {
    find,
    get,
    saveOps,
    async of(activityId, reading) {
      const every = { limit: 500, pages: "all", ...consistency(reading) } as const;
      const { data } = await rows.query.byActivity({ activityId }).go(every);
      return data.map(parse);
    },
    async byMember(memberId, { limit, cursor }) {
      const query = rows.query.byMember({ memberId });
      const { data, cursor: next } = await fromCursor(
        query.go({ limit, pages: 1, order: "desc", cursor: cursor ?? null }),
      );
      return { items: data.map(parse), cursor: next ?? undefined };
    },
    async open(status, branchId, { limit, cursor }) {
      const query = rows.query.openByBranch({ status, ...(branchId === undefined ? {} : { branch: branchId }) });
      const { data, cursor: next } = await fromCursor(query.go({ limit, pages: 1, cursor: cursor ?? null }));
      return { items: data.map(parse).filter(isOpen), cursor: next ?? undefined };
    },
    async begin(decision, at) {
      const first = put(rows.create(itemOf(decision.item)).params());
      return (await transact(table, [first, ...follow(decision, at)])).ok;
    },
    change: ({ activityId, memberId }, at, decide) =>
      changeItem({
        load: () => get(activityId, memberId),
        decide,
        busy: "leave.busy",
        save: async (before, decision) => (await transact(table, saveOps(before, decision, at))).ok,
      }),
  };
}
