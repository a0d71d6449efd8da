import { Entity } from "electrodb";
import { fromCursor } from "../lib/cursor.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { put, remove, type Table } from "../lib/table.ts";
import { plusHours } from "../lib/time.ts";
import { endSteps, readHead, type StepOps, stageSteps } from "../staging/head.row.ts";
import { type StagedRow, type Step, visible } from "../staging/head.ts";
import * as Shift from "./shift.ts";

/** Work shifts, found by day and by member. They come and go with imports only. */
export interface Shifts {
  /** Every shift that shares time with [from, to), ordered by start, then member. */
  between(span: { from: string; to: string }, zone: string): Promise<Shift.Info[]>;
  /** The shifts of some members that share time with [from, to). */
  ofMembers(memberIds: readonly string[], span: { from: string; to: string }, zone: string): Promise<Shift.Info[]>;
  /** A member's shifts that start in [from, to), oldest first. */
  pageOf(memberId: string, span: { from: string; to: string }, page: PageRequest): Promise<Page<Shift.Info>>;
  /** The shifts that start on a local day. */
  pageOn(day: string, page: PageRequest): Promise<Page<Shift.Info>>;
  /** The three moves of an import; see `staging/head.ts`. */
  stage(writeId: string, steps: readonly Step<Shift.Info>[]): Promise<boolean>;
  settle(writeId: string, steps: readonly Step<Shift.Info>[]): Promise<void>;
  abandon(writeId: string, steps: readonly Step<Shift.Info>[]): Promise<void>;
}

const shiftEntity = (table: Table) =>
  new Entity(
    {
      model: { service: "yigong", entity: "shift", version: "1" },
      attributes: {
        day: { type: "string", required: true },
        shiftId: { type: "string", required: true },
        memberId: { type: "string", required: true },
        startsAt: { type: "string", required: true },
        now: { type: "any" },
        staged: { type: "any" },
        stagedBy: { type: "string" },
      },
      indexes: {
        byDay: {
          pk: { field: "pk", composite: ["day"], template: "shiftday#${day}" },
          sk: { field: "sk", composite: ["startsAt", "shiftId"], template: "shift#${startsAt}#${shiftId}" },
        },
        byMember: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["memberId"], template: "shifts#${memberId}" },
          sk: { field: "gsi1sk", composite: ["startsAt", "shiftId"], template: "${startsAt}#${shiftId}" },
        },
      },
    },
    { client: table.client, table: table.alliance },
  );

const PAGE_SIZE = 500;
const order = (a: Shift.Info, b: Shift.Info): number => {
  const [one, other] = [`${a.startsAt}${a.memberId}`, `${b.startsAt}${b.memberId}`];
  return one < other ? -1 : Number(one > other);
};

export function dynamoShifts(table: Table): Shifts {
  const rows = shiftEntity(table);
  const ops = shiftSteps(rows);

  async function seen(items: readonly StagedRow[]): Promise<Shift.Info[]> {
    const head = items.some((row) => row.stagedBy) ? await readHead(table) : ({ phase: "idle", epoch: 0 } as const);
    return items.flatMap((row) => {
      const value = visible(row, head);
      return value === undefined ? [] : [Shift.Info.parse(value)];
    });
  }
  async function between(span: { from: string; to: string }, zone: string) {
    const days = Shift.daysTouching(span, zone).map((day) =>
      rows.query.byDay({ day }).go({ consistent: true, limit: PAGE_SIZE, pages: "all" }),
    );
    const items = (await Promise.all(days)).flatMap(({ data }) => data);
    return (await seen(items)).filter((shift) => Shift.touches(shift, span)).sort(order);
  }

  /** Shifts of one member are found by the index; that of a day's shifts would read those of everybody. */
  async function ofOne(memberId: string, span: { from: string; to: string }) {
    const earliest = plusHours(span.from, -Shift.LONGEST_HOURS);
    const own = rows.query.byMember({ memberId }).between({ startsAt: earliest }, { startsAt: span.to });
    const { data } = await own.go({ limit: PAGE_SIZE, pages: "all" });
    return (await seen(data)).filter((shift) => Shift.touches(shift, span)).sort(order);
  }

  return {
    between,
    async ofMembers(memberIds, span, zone) {
      const [only, ...others] = memberIds;
      if (only !== undefined && others.length === 0) return ofOne(only, span);
      const wanted = new Set(memberIds);
      return (await between(span, zone)).filter((shift) => wanted.has(shift.memberId));
    },
    async pageOf(memberId, { from, to }, { limit, cursor }) {
      const query = rows.query.byMember({ memberId }).between({ startsAt: from }, { startsAt: to });
      const { data, cursor: next } = await fromCursor(query.go({ limit, pages: 1, cursor: cursor ?? null }));
      return { items: (await seen(data)).filter((shift) => shift.startsAt < to), cursor: next ?? undefined };
    },
    async pageOn(day, { limit, cursor }) {
      const { data, cursor: next } = await fromCursor(
        rows.query.byDay({ day }).go({ limit, pages: 1, cursor: cursor ?? null }),
      );
      return { items: await seen(data), cursor: next ?? undefined };
    },
    stage: (writeId, steps) => stageSteps(table, { writeId, steps, ops }),
    settle: (writeId, steps) => endSteps(table, "settle", { writeId, steps, ops }),
    abandon: (writeId, steps) => endSteps(table, "abandon", { writeId, steps, ops }),
  };
}

const shiftSteps = (rows: ReturnType<typeof shiftEntity>): StepOps<Shift.Info> => {
  const keyOf = ({ before, after }: Step<Shift.Info>) => {
    const shift = after ?? before;
    if (!shift) throw new TypeError("A step needs a value before or after");
    const { day, memberId, startsAt, id: shiftId } = shift;
    return { day, memberId, startsAt, shiftId };
  };
  const end = (keep: Shift.Info | undefined, step: Step<Shift.Info>, write: string) => {
    const key = keyOf(step);
    if (!keep)
      return [
        remove(
          rows
            .delete(key)
            .where(({ stagedBy }, { eq }) => eq(stagedBy, write))
            .params(),
        ),
      ];
    const kept = rows.put({ ...key, now: keep }).where(({ stagedBy }, { eq }) => eq(stagedBy, write));
    return [put(kept.params())];
  };
  return {
    stage(step, write) {
      const { before, after } = step;
      const row = rows
        .put({ ...keyOf(step), stagedBy: write, ...(before && { now: before }), ...(after && { staged: after }) })
        .where(({ stagedBy, shiftId }, { eq, notExists, exists }) =>
          before
            ? `${exists(shiftId)} AND (${notExists(stagedBy)} OR ${eq(stagedBy, write)})`
            : `${notExists(shiftId)} OR ${eq(stagedBy, write)}`,
        );
      return [put(row.params())];
    },
    settle: (step, write) => end(step.after, step, write),
    abandon: (step, write) => end(step.before, step, write),
  };
};
