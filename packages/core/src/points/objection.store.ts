import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry as Audit } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import * as Objection from "./objection.ts";

interface Caused {
  effects: readonly Effect[];
  audit: readonly Audit[];
}

/** Objections to points. */
export interface Objections {
  /** Adds an objection; one whose id is there already is handed back as it is. */
  raise(objection: Objection.Info, at: string, caused: Caused): Promise<Objection.Info>;
  /** @throws `objection.missing` */
  get(objectionId: string): Promise<Objection.Info>;
  /** As they were raised. */
  byStatus(status: Objection.Info["status"], page: PageRequest): Promise<Page<Objection.Info>>;
  /** Those of one member, the latest first. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Objection.Info>>;
  /** @throws `objection.missing`, `objection.busy`, whatever `decide` throws */
  change(
    objectionId: string,
    at: string,
    decide: (objection: Objection.Info) => { item: Objection.Info } & Caused,
  ): Promise<Objection.Info>;
}

const objectionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "objection", version: "1" },
        attributes: {
          objectionId: { type: "string", required: true },
          memberId: { type: "string", required: true },
          status: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byId: {
            pk: { field: "pk", composite: ["objectionId"], template: "objection#${objectionId}" },
            sk: { field: "sk", composite: [], template: "row" },
          },
          byStatus: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["status"], template: "objections#${status}" },
            sk: { field: "gsi1sk", composite: ["objectionId"], template: "${objectionId}" },
          },
          byMember: {
            index: "gsi2",
            pk: { field: "gsi2pk", composite: ["memberId"], template: "objections#${memberId}" },
            sk: { field: "gsi2sk", composite: ["objectionId"], template: "${objectionId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const itemOf = (objection: Objection.Info, version: number) => ({
  objectionId: objection.id,
  memberId: objection.memberId,
  status: objection.status,
  version,
  row: { ...objection, version },
});
const pageOf = (found: { data: { row?: unknown }[]; cursor: string | null }): Page<Objection.Info> => ({
  items: found.data.map(({ row }) => Objection.Info.parse(row)),
  cursor: found.cursor ?? undefined,
});

export function dynamoObjections(table: Table): Objections {
  const rows = objectionEntity(table);

  async function get(objectionId: string) {
    const { data } = await rows.get({ objectionId }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "objection.missing", `There is no objection ${objectionId}.`);
    return Objection.Info.parse(data.row);
  }

  return {
    get,
    async raise(objection, at, { effects, audit }) {
      const created = put(rows.create(itemOf(objection, objection.version)).params());
      const done = await transact(table, [created, ...effectOps(table, effects, at), ...auditOps(table, audit)]);
      return done.ok ? objection : get(objection.id);
    },
    async byStatus(status, { limit, cursor }) {
      return pageOf(await fromCursor(rows.query.byStatus({ status }).go({ limit, pages: 1, cursor: cursor ?? null })));
    },
    async ofMember(memberId, { limit, cursor }) {
      const query = rows.query.byMember({ memberId });
      return pageOf(await fromCursor(query.go({ order: "desc", limit, pages: 1, cursor: cursor ?? null })));
    },
    change: (objectionId, at, decide) =>
      changeItem<Objection.Info, ReturnType<typeof decide>>({
        load: () => get(objectionId),
        decide,
        async save(before, { item, effects, audit }) {
          const saved = rows
            .put(itemOf(item, before.version + 1))
            .where(({ version }, { eq }) => eq(version, before.version));
          const ops = [put(saved.params()), ...effectOps(table, effects, at), ...auditOps(table, audit)];
          return (await transact(table, ops)).ok;
        },
        busy: "objection.busy",
      }),
  };
}
