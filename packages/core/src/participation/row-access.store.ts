import { batchGet } from "../lib/batch.ts";
import { sharedInFlight } from "../lib/in-flight.ts";
import type { PartRequest } from "../lib/keyset.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { type Op, type Table, update } from "../lib/table.ts";
import { emptyLine, Line } from "./line.ts";
import { participationRefusal } from "./participation.refusals.ts";
import { enrolmentDocuments, isOfClasses, lineEntity, participationDocuments } from "./participation.row.ts";
import type { Info, State } from "./participation.ts";

/** More rows than one member can have in an activity. */
const MOST_SESSIONS = 20;
/** All rows of an activity in few requests: they are small. */
const PAGE = 1000;

const closed = () => participationRefusal("participation.closed");

/** A line's item, whatever the driver made of its set. */
const lineOf = (item: { positionId: string; drawn?: unknown; active?: unknown; voids?: unknown }): Line =>
  Line.parse({
    ...item,
    drawn: item.drawn ?? 0,
    active: item.active ?? 0,
    voids: [...((item.voids as Iterable<number> | undefined) ?? [])],
  });

/** The items of sign-ups and lines as they are stored, and the single writes that transactions are made of. */
export const participationRows = perTable((table: Table) => {
  const rows = isOfClasses(table) ? enrolmentDocuments(table) : participationDocuments(table);
  const shared = sharedInFlight<ReadonlyMap<string, Line>>();
  const lines = lineEntity(table);
  const every = (reading?: Reading) => ({ limit: PAGE, pages: "all", ...consistency(reading) }) as const;

  return {
    of: (activityId: string, reading?: Reading): Promise<Info[]> =>
      rows.all("key", { activityId }, { limit: PAGE, ...reading }),
    ofMember: (activityId: string, memberId: string, reading?: Reading): Promise<Info[]> =>
      rows.all("key", { activityId, memberId }, { limit: PAGE, ...reading }),
    /** Rows in the order of members, those of a member together; `next` is the last member, when more follow. */
    async after(activityId: string, { after, limit }: PartRequest): Promise<{ rows: Info[]; next?: string }> {
      const range = after === "" ? {} : { gt: { memberId: after } };
      const { items } = await rows.list("key", { activityId }, { limit: limit + MOST_SESSIONS }, { range });
      const found = items.filter(({ memberId }) => memberId > after);
      const last = items.length < limit + MOST_SESSIONS ? undefined : found.at(-1)?.memberId;
      if (last === undefined) return { rows: found };
      // The last of these members, who are two at least, may have more rows behind them.
      const whole = found.filter(({ memberId }) => memberId !== last);
      return { rows: whole, next: whole.at(-1)?.memberId ?? after };
    },
    get: (activityId: string, memberId: string, sessionId: string, reading?: Reading): Promise<Info | undefined> =>
      rows.find({ activityId, memberId, sessionId }, reading),
    byMember: (memberId: string, page: PageRequest): Promise<Page<Info>> =>
      rows.list("byMember", { memberId }, page, { order: "desc" }),
    /** Rows of a member in sessions that end after an instant, the next ones first. */
    async endingAfter(memberId: string, at: string, limit: number): Promise<Info[]> {
      const range = { gt: { endsAt: at } };
      return (await rows.list("byMember", { memberId }, { limit }, { range })).items;
    },
    async lines(activityId: string, reading?: Reading): Promise<ReadonlyMap<string, Line>> {
      const read = async () => {
        const { data } = await lines.query.byActivity({ activityId }).go(every(reading));
        return new Map(data.map((item) => [item.positionId, lineOf(item)]));
      };
      return reading?.eventual ? shared(activityId, read) : read();
    },
    /** Lines by position, those that there are. */
    async linesMany(keys: readonly { activityId: string; positionId: string }[]): Promise<Map<string, Line>> {
      const found = await batchGet(
        table,
        keys.map((key) => lines.get(key).params()),
      );
      const read = found.flatMap((Item) => lines.parse({ Item: Item as never }).data ?? []);
      return new Map(read.map((item) => [item.positionId, lineOf(item)]));
    },
    async line(activityId: string, positionId: string): Promise<Line> {
      const { data } = await lines.get({ activityId, positionId }).go({ consistent: true });
      return data ? lineOf(data) : emptyLine(positionId);
    },
    /** The line of a position while it takes sign-ups. @throws `participation.closed` */
    async openLine(activityId: string, positionId: string): Promise<Line> {
      const line = await this.line(activityId, positionId);
      if (line.closedAt !== undefined) throw closed();
      return line;
    },
    /** Draws the next numbers of a position, as many as asked for. @throws `participation.closed` */
    async draw(activityId: string, positionId: string, count: number): Promise<Line> {
      const { data, rejected } = await lines
        .update({ activityId, positionId })
        .add({ drawn: count })
        .where(({ closedAt }, { notExists }) => notExists(closedAt))
        .go({ response: "all_new", returnOnConditionCheckFailure: true });
      if (rejected) throw closed();
      return lineOf({ ...(data as object), positionId });
    },

    createOp: (info: Info): Op => rows.ops.create(info),
    /** Replaces a row if its number is unmoved and its stored state is one of those expected. */
    replaceOp: (after: Info, before: Info, expected: readonly State[]): Op =>
      rows.ops.put(after, ({ number, state }, { eq }) => {
        const states = expected.map((one) => eq(state, one)).join(" OR ");
        return `${eq(number, before.number)} AND (${states})`;
      }),
    joinOp: (activityId: string, positionId: string, count: number): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .add({ active: count })
          .where(({ closedAt }, { notExists }) => notExists(closedAt))
          .params(),
      ),
    /** Draws the numbers after `drawn` and joins the line with them, if nobody drew meanwhile. */
    nextOp: (activityId: string, positionId: string, { drawn, count }: { drawn: number; count: number }): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .add({ drawn: count, active: count })
          .where((line, { notExists, eq }) => {
            const unmoved = drawn === 0 ? `(${notExists(line.drawn)} OR ${eq(line.drawn, 0)})` : eq(line.drawn, drawn);
            return `${notExists(line.closedAt)} AND ${unmoved}`;
          })
          .params(),
      ),
    /** One fewer in the line; its number is void. Only while places are provisional. */
    leaveOp: (activityId: string, positionId: string, number: number): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .add({ active: -1, voids: [number] })
          .where(({ allocatedAt }, { notExists }) => notExists(allocatedAt))
          .params(),
      ),
    /** One fewer who is placed or waits, after the allocation. */
    shortenOp: (activityId: string, positionId: string): Op =>
      update(lines.update({ activityId, positionId }).add({ active: -1 }).params()),
    /** One more after the allocation, if the line has not moved since it was read. */
    lengthenOp: (activityId: string, { positionId, active }: Line): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .add({ active: 1 })
          .where((line, { eq, exists }) => `${exists(line.allocatedAt)} AND ${eq(line.active, active)}`)
          .params(),
      ),
    /** Draws the next number after the allocation, if nobody drew since the line was read; `more` joins it. */
    walkInOp: (activityId: string, { positionId, drawn }: Line, more: 0 | 1): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .add({ drawn: 1, active: more })
          .where((line, { eq, exists, notExists }) => {
            const unmoved = drawn === 0 ? `(${notExists(line.drawn)} OR ${eq(line.drawn, 0)})` : eq(line.drawn, drawn);
            return `${exists(line.allocatedAt)} AND ${unmoved}`;
          })
          .params(),
      ),
    /** Drawn numbers that nobody took. */
    voidOp: (activityId: string, positionId: string, numbers: readonly number[]): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .add({ voids: [...numbers] })
          .params(),
      ),
    closeOp: (activityId: string, positionId: string, at: string): Op =>
      update(
        lines
          .update({ activityId, positionId })
          .set({ closedAt: at })
          .where(({ closedAt }, { notExists }) => notExists(closedAt))
          .params(),
      ),
    /** Marks a position as allocated, if nobody left its line since `seen`. */
    allocatedOp: (activityId: string, seen: Line, { active, at }: { active: number; at: string }): Op =>
      update(
        lines
          .update({ activityId, positionId: seen.positionId })
          .set({ allocatedAt: at, active })
          .where((line, { notExists, eq }) => {
            const unmoved =
              seen.active === 0 ? `(${notExists(line.active)} OR ${eq(line.active, 0)})` : eq(line.active, seen.active);
            return `${notExists(line.allocatedAt)} AND ${unmoved}`;
          })
          .params(),
      ),
  };
});
export type ParticipationRows = ReturnType<typeof participationRows>;
