import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { batchGet, type Op, put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { Calendar, emptyCalendar, enter, strike } from "./calendar.ts";
import { calendarEntity, NOBODY, needEntity } from "./cover.row.ts";
import * as Cover from "./cover.ts";

/** A need after a decision, with what the decision causes, in one transaction. */
export interface Decision {
  item: Cover.Info;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
}

/** Needs for cover and who fills them. Who agrees to one has the hours in their calendar in the same transaction. */
export interface Covers {
  /** All needs of an activity, void ones too, in the order of their ids. */
  of(activityId: string): Promise<Cover.Info[]>;
  /** @throws `cover.missing` */
  get(activityId: string, needId: string): Promise<Cover.Info>;
  /** Writes a need that is not known yet. @returns false when it is */
  add(need: Cover.Open): Promise<boolean>;
  /** @throws `cover.missing`, `cover.overlaps`, `cover.busy`, whatever `decide` throws */
  change(
    key: { activityId: string; needId: string },
    at: string,
    decide: (need: Cover.Info) => Decision,
  ): Promise<Cover.Info>;
  /** Has effects sent that no need's own change causes, such as the next round's. Writing one twice is one effect. */
  schedule(effects: readonly Effect[], at: string): Promise<void>;
  /** The covers that members agreed to, by member; who has none is left out. */
  calendars(memberIds: readonly string[], reading?: Reading): Promise<Map<string, Calendar>>;
  /** Needs that a member is asked for or agreed to, the latest shift first. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Cover.Info>>;
}

export function dynamoCovers(table: Table): Covers {
  const needs = needEntity(table);
  const calendars = calendarEntity(table);

  const itemOf = (need: Cover.Info) => {
    const { activityId, id: needId, version, from } = need;
    return { activityId, needId, version, from, row: need, memberId: Cover.covererOf(need) ?? NOBODY };
  };

  const get = async (activityId: string, needId: string) => {
    const { data } = await needs.get({ activityId, needId }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "cover.missing", `This activity has no need ${needId}.`);
    return Cover.Info.parse(data.row);
  };

  const calendarOp = async (memberId: string, change: (calendar: Calendar) => Calendar): Promise<Op> => {
    const { data } = await calendars.get({ memberId }).go({ consistent: true });
    const before = data ? Calendar.parse(data.row) : emptyCalendar(memberId);
    const after = { ...change(before), version: before.version + 1 };
    const saved = calendars
      .put({ memberId, version: after.version, row: after })
      .where(({ version }, { eq, notExists }) =>
        before.version === 0 ? notExists(version) : eq(version, before.version),
      );
    return put(saved.params());
  };

  /** The hours go into the calendar of who agrees and out of the calendar of who no longer does. */
  const calendarOps = async (before: Cover.Info, after: Cover.Info): Promise<Op[]> => {
    const [was, is] = [Cover.isHeld(before) ? before : undefined, Cover.isHeld(after) ? after : undefined];
    if (was?.memberId === is?.memberId) return [];
    return Promise.all([
      ...(was ? [calendarOp(was.memberId, (calendar) => strike(calendar, was.id))] : []),
      ...(is ? [calendarOp(is.memberId, (calendar) => enter(calendar, is))] : []),
    ]);
  };

  const save = async (at: string, before: Cover.Info, { item, effects = [], audit = [] }: Decision) => {
    const after = { ...item, version: before.version + 1 };
    const own = needs.put(itemOf(after)).where(({ version }, { eq }) => eq(version, before.version));
    const hours = await calendarOps(before, after);
    const caused = [...effectOps(table, effects, at), ...auditOps(table, audit)];
    return (await transact(table, [put(own.params()), ...hours, ...caused])).ok;
  };

  return {
    get,
    async of(activityId) {
      const { data } = await needs.query.byActivity({ activityId }).go({ limit: 500, pages: "all", consistent: true });
      return data.map((item) => Cover.Info.parse(item.row));
    },
    async add(need) {
      return (await transact(table, [put(needs.create(itemOf(need)).params())])).ok;
    },
    change: ({ activityId, needId }, at, decide) =>
      changeItem({
        load: () => get(activityId, needId),
        decide: (need): Decision => decide(need),
        save: (before, decision) => save(at, before, decision),
        busy: "cover.busy",
      }),
    async schedule(effects, at) {
      for (const op of effectOps(table, effects, at)) await transact(table, [op]);
    },
    async calendars(memberIds, reading) {
      const reads = memberIds.map((memberId) => calendars.get({ memberId }).params());
      const items = await batchGet(table, reads, consistency(reading));
      const found = items.flatMap((item) => (item ? [Calendar.parse(item.row)] : []));
      return new Map(found.map((calendar) => [calendar.memberId, calendar]));
    },
    async ofMember(memberId, { limit, cursor }) {
      const query = needs.query.byMember({ memberId });
      const { data, cursor: next } = await fromCursor(
        query.go({ limit, pages: 1, order: "desc", cursor: cursor ?? null }),
      );
      return { items: data.map((item) => Cover.Info.parse(item.row)), cursor: next ?? undefined };
    },
  };
}
