import * as z from "zod";
import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { plusHours } from "../lib/time.ts";
import { endSteps, type StepOps, stageSteps, viewing } from "../staging/head.row.ts";
import type { StagedRow, Step, Steps } from "../staging/head.ts";
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
  stage(writeId: string, steps: Steps<Shift.Info>): Promise<boolean>;
  settle(writeId: string, steps: Steps<Shift.Info>): Promise<void>;
  abandon(writeId: string, steps: Steps<Shift.Info>): Promise<void>;
}

export const shiftDocuments = documents({
  entity: "shift",
  schema: z.object({
    day: z.string(),
    shiftId: z.string(),
    memberId: z.string(),
    startsAt: z.string(),
    now: z.unknown().optional(),
    staged: z.unknown().optional(),
    stagedBy: z.string().optional(),
    since: z.string().optional(),
  }),
  attributes: {
    day: "string",
    shiftId: "string",
    memberId: "string",
    startsAt: "string",
    now: "json?",
    staged: "json?",
    stagedBy: "string?",
    since: "string?",
  },
  key: { pk: "shiftday#${day}", sk: "shift#${startsAt}#${shiftId}" },
  indexes: { byMember: { on: "gsi1", pk: "shifts#${memberId}", sk: "${startsAt}#${shiftId}" } },
  body: "none",
  itemOf: (row) => row,
});
type ShiftOps = ReturnType<typeof shiftDocuments>["ops"];

const starting = (from: string, to: string) => ({ between: [{ startsAt: from }, { startsAt: to }] }) as const;
const order = (a: Shift.Info, b: Shift.Info): number => {
  const [one, other] = [`${a.startsAt}${a.memberId}`, `${b.startsAt}${b.memberId}`];
  return one < other ? -1 : Number(one > other);
};

export function dynamoShifts(table: Table): Shifts {
  const rows = shiftDocuments(table);
  const ops = shiftSteps(rows.ops);

  const view = viewing(table);
  const seen = async (items: readonly StagedRow[]): Promise<Shift.Info[]> =>
    (await view(items)).filter((value) => value !== undefined).map((value) => Shift.Info.parse(value));
  async function between(span: { from: string; to: string }, zone: string) {
    const days = Shift.daysTouching(span, zone).map((day) => rows.all("key", { day }));
    return (await seen((await Promise.all(days)).flat())).filter((shift) => Shift.touches(shift, span)).sort(order);
  }

  /** Shifts of one member are found by the index; that of a day's shifts would read those of everybody. */
  async function ofOne(memberId: string, span: { from: string; to: string }) {
    const earliest = plusHours(span.from, -Shift.LONGEST_HOURS);
    const own = await rows.all("byMember", { memberId }, { range: starting(earliest, span.to) });
    return (await seen(own)).filter((shift) => Shift.touches(shift, span)).sort(order);
  }

  return {
    between,
    async ofMembers(memberIds, span, zone) {
      const [only, ...others] = memberIds;
      if (only !== undefined && others.length === 0) return ofOne(only, span);
      const wanted = new Set(memberIds);
      return (await between(span, zone)).filter((shift) => wanted.has(shift.memberId));
    },
    async pageOf(memberId, { from, to }, page) {
      const { items, cursor } = await rows.list("byMember", { memberId }, page, { range: starting(from, to) });
      return { items: (await seen(items)).filter((shift) => shift.startsAt < to), cursor };
    },
    async pageOn(day, page) {
      const { items, cursor } = await rows.list("key", { day }, page, recent);
      return { items: await seen(items), cursor };
    },
    stage: (writeId, steps) => stageSteps(table, { writeId, steps, ops }),
    settle: (writeId, steps) => endSteps(table, "settle", { writeId, steps, ops }),
    abandon: (writeId, steps) => endSteps(table, "abandon", { writeId, steps, ops }),
  };
}

const shiftSteps = (rows: ShiftOps): StepOps<Shift.Info> => {
  const keyOf = ({ before, after }: Step<Shift.Info>) => {
    const shift = after ?? before;
    if (!shift) throw new TypeError("A step needs a value before or after");
    const { day, memberId, startsAt, id: shiftId } = shift;
    return { day, memberId, startsAt, shiftId };
  };
  const end = (keep: Shift.Info | undefined, step: Step<Shift.Info>, write: string) => {
    const { memberId, ...key } = keyOf(step);
    if (!keep)
      return [rows.remove(key, ({ stagedBy, since }, { eq }) => `${eq(stagedBy, write)} OR ${eq(since, write)}`)];
    return [rows.put({ ...key, memberId, now: keep }, ({ stagedBy }, { eq }) => eq(stagedBy, write))];
  };
  return {
    stage(step, write) {
      const { before, after } = step;
      const key = keyOf(step);
      if (!before)
        return [
          rows.put(
            { ...key, now: after, since: write },
            ({ since, shiftId }, { eq, notExists }) => `${notExists(shiftId)} OR ${eq(since, write)}`,
          ),
        ];
      const staged = rows.put(
        { ...key, stagedBy: write, now: before, ...(after && { staged: after }) },
        ({ stagedBy, shiftId }, { eq, notExists, exists }) =>
          `${exists(shiftId)} AND (${notExists(stagedBy)} OR ${eq(stagedBy, write)})`,
      );
      return [staged];
    },
    settle: (step, write) => (step.before ? end(step.after, step, write) : []),
    abandon: (step, write) => end(step.before, step, write),
  };
};
