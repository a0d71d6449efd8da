import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { beginOp, saveOp } from "../lifecycle/lifecycle.row.ts";
import type { Info as Lifecycle } from "../lifecycle/lifecycle.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { submitOp } from "../proposal/proposal.row.ts";
import type { Info as Proposal } from "../proposal/proposal.ts";
import * as Activity from "./activity.ts";

/** A new activity with all that begins with it. */
export interface Founding {
  activity: Activity.Info;
  lifecycle: Lifecycle;
  proposal?: Proposal | undefined;
  effects: readonly Effect[];
  audit: readonly Entry[];
}

/** A change of what the organizer described, with the lifecycle it moves. */
export interface Change {
  activity: Activity.Info;
  lifecycle: Lifecycle;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
}

export interface Activities {
  /** Writes the activity, its lifecycle and their effects in one transaction. @returns false when the id exists already */
  create(founding: Founding): Promise<boolean>;
  /** @throws `activity.missing` */
  get(activityId: string, reading?: Reading): Promise<Activity.Info>;
  find(activityId: string, reading?: Reading): Promise<Activity.Info | undefined>;
  /** Activities that start in [from, to), in the order of their start. */
  startingBetween(span: { from: string; to: string }, page: PageRequest): Promise<Page<Activity.Info>>;
  /** Changes description and lifecycle together. @throws `activity.missing`, `activity.busy`, whatever `decide` throws */
  change(
    activityId: string,
    at: string,
    decide: (both: { activity: Activity.Info; lifecycle: Lifecycle }) => Change,
  ): Promise<Activity.Info>;
}

const activityEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "activity", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          startsAt: { type: "string", required: true },
          all: { type: "string", required: true, default: "all" },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byId: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: [], template: "detail" },
          },
          byStart: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["all"], template: "activities#${all}" },
            sk: { field: "gsi1sk", composite: ["startsAt", "activityId"], template: "${startsAt}#${activityId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const itemOf = (activity: Activity.Info) => ({
  activityId: activity.id,
  startsAt: Activity.startOf(activity),
  all: "all",
  version: activity.version,
  row: activity,
});

export function dynamoActivities(
  table: Table,
  lifecycles: { get(activityId: string): Promise<Lifecycle> },
): Activities {
  const rows = activityEntity(table);

  const find = async (activityId: string, reading?: Reading): Promise<Activity.Info | undefined> => {
    const { data } = await rows.get({ activityId }).go(consistency(reading));
    if (data) return Activity.Info.parse(data.row);
    // One that was begun a moment ago is there.
    return reading?.eventual ? find(activityId) : undefined;
  };
  const get = async (activityId: string, reading?: Reading) => {
    const activity = await find(activityId, reading);
    if (!activity) throw new Refusal("missing", "activity.missing", `There is no activity ${activityId}.`);
    return activity;
  };

  return {
    find,
    get,
    async create({ activity, lifecycle, proposal, effects, audit }) {
      const done = await transact(table, [
        put(rows.create(itemOf(activity)).params()),
        beginOp(table, lifecycle),
        ...(proposal ? [submitOp(table, proposal)] : []),
        ...effectOps(table, effects, activity.createdAt),
        ...auditOps(table, audit),
      ]);
      return done.ok;
    },
    async startingBetween({ from, to }, { limit, cursor }) {
      const { data, cursor: next } = await fromCursor(
        rows.query
          .byStart({ all: "all" })
          .between({ startsAt: from }, { startsAt: to })
          .go({ limit, cursor: cursor ?? null }),
      );
      return { items: data.map((item) => Activity.Info.parse(item.row)), cursor: next ?? undefined };
    },
    async change(activityId, at, decide) {
      const load = async () => ({ activity: await get(activityId), lifecycle: await lifecycles.get(activityId) });
      const { activity } = await changeItem({
        load,
        decide: (both) => {
          const { effects = [], audit = [], ...after } = decide(both);
          const same = after.activity === both.activity && after.lifecycle === both.lifecycle;
          return { item: same ? both : after, effects, audit };
        },
        save: async (before, { item, effects, audit }) => {
          const version = before.activity.version + 1;
          const own = rows
            .put(itemOf({ ...item.activity, version }))
            .where((row, { eq }) => eq(row.version, before.activity.version))
            .params();
          const done = await transact(table, [
            put(own),
            saveOp(table, before.lifecycle, item.lifecycle),
            ...effectOps(table, effects, at),
            ...auditOps(table, audit),
          ]);
          return done.ok;
        },
        busy: "activity.busy",
      });
      return activity;
    },
  };
}
