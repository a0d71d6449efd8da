import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { Refusal } from "../lib/error.ts";
import { perTable } from "../lib/per-table.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { batchGet, put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { lifecycleEntity, saveOp } from "./lifecycle.row.ts";
import * as Lifecycle from "./lifecycle.ts";
import * as Token from "./token.ts";

/** What a decision writes together: the lifecycle, the effects it causes, and who decided. */
export interface Decision {
  item: Lifecycle.Info;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
}

/** Where activities stand. Reads are consistent, since nudges and deadlines are judged by them; only views ask for less. */
export interface Lifecycles {
  /** @throws `activity.missing` */
  get(activityId: string, reading?: Reading): Promise<Lifecycle.Info>;
  getMany(activityIds: readonly string[]): Promise<Map<string, Lifecycle.Info>>;
  /** @throws `activity.missing`, `lifecycle.busy`, whatever `decide` throws */
  change(activityId: string, at: string, decide: (lifecycle: Lifecycle.Info) => Decision): Promise<Lifecycle.Info>;
  token(activityId: string): Promise<Token.Info | undefined>;
  /** Keeps a token unless one of a later generation, visit or attempt is there. @returns whether it was kept */
  keepToken(token: Token.Info): Promise<boolean>;
}

const tokenEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "token", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          order: { type: "string", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: [], template: "token" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const orderOf = ({ generation, visit, attempt }: Token.Info): string =>
  [generation, visit, attempt].map((part) => String(part).padStart(8, "0")).join(".");

export function dynamoLifecycles(table: Table): Lifecycles {
  const lifecycles = lifecycleEntity(table);
  const tokens = tokenEntity(table);

  const get = async (activityId: string, reading?: Reading): Promise<Lifecycle.Info> => {
    const { data } = await lifecycles.get({ activityId }).go(consistency(reading));
    if (!data && reading?.eventual) return get(activityId);
    if (!data) throw new Refusal("missing", "activity.missing", `There is no activity ${activityId}.`);
    return Lifecycle.Info.parse(data.row);
  };

  return {
    get,
    async getMany(activityIds) {
      const reads = activityIds.map((activityId) => lifecycles.get({ activityId }).params());
      const items = await batchGet(table, reads);
      const rows = items.flatMap((item) => (item ? [Lifecycle.Info.parse(item.row)] : []));
      return new Map(rows.map((row) => [row.activityId, row]));
    },
    change: (activityId, at, decide) =>
      changeItem({
        load: () => get(activityId),
        decide: (row): Decision => decide(row),
        busy: "lifecycle.busy",
        save: async (before, { item, effects = [], audit = [] }) => {
          const done = await transact(table, [
            saveOp(table, before, item),
            ...effectOps(table, effects, at),
            ...auditOps(table, audit),
          ]);
          return done.ok;
        },
      }),
    async token(activityId) {
      const { data } = await tokens.get({ activityId }).go({ consistent: true });
      return data ? Token.Info.parse(data.row) : undefined;
    },
    async keepToken(token) {
      const order = orderOf(token);
      const kept = tokens
        .put({ activityId: token.activityId, order, row: token })
        .where((row, { notExists, lte }) => `${notExists(row.order)} OR ${lte(row.order, order)}`)
        .params();
      return (await transact(table, [put(kept)])).ok;
    },
  };
}
