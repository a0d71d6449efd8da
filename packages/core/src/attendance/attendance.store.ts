import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { PartRequest } from "../lib/part.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { type Op, put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { attendanceEntity, backEntryEntity, triesEntity } from "./attendance.row.ts";
import * as Attendance from "./attendance.ts";
import * as BackEntry from "./back-entry.ts";
import * as Tries from "./tries.ts";

/** A row after a decision, with what the decision causes, in one transaction. */
export interface Decision<Item> {
  item: Item;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
}

/** Both rows that an approval of a back entry writes. */
export interface Approval {
  entry: BackEntry.Info;
  attendance: Attendance.Info | undefined;
}

/** Who was present and who was not, by session. Reads are consistent unless less is asked for. */
export interface Attendances {
  of(activityId: string): Promise<Attendance.Info[]>;
  /** By session, then member. */
  page(activityId: string, page: PageRequest): Promise<Page<Attendance.Info>>;
  ofSession(activityId: string, sessionId: string, reading?: Reading): Promise<Attendance.Info[]>;
  /** Rows of a session after a member's id, in the order of ids; `next` is where the rest begins. */
  after(
    key: Pick<Attendance.Key, "activityId" | "sessionId">,
    part: PartRequest,
  ): Promise<{ rows: Attendance.Info[]; next?: string | undefined }>;
  find(key: Attendance.Key, reading?: Reading): Promise<Attendance.Info | undefined>;
  /**
   * Writes what `decide` makes of a row, or of none.
   *
   * @param seen - the row, when it was just read: it is decided by first, and read anew when it has moved
   * @throws `attendance.busy`, whatever `decide` throws
   */
  change<After extends Attendance.Info>(
    key: Attendance.Key,
    at: string,
    decide: (row: Attendance.Info | undefined) => Decision<After>,
    seen?: { row: Attendance.Info | undefined },
  ): Promise<After>;
  /** Wrong codes that a member tried in an activity. */
  triesOf(activityId: string, memberId: string, reading?: Reading): Promise<Tries.Info | undefined>;
  noteWrong(activityId: string, memberId: string, at: string): Promise<void>;
  /** Back entries of an activity, requested and approved. */
  backEntries(activityId: string): Promise<BackEntry.Info[]>;
  /** Asks for a back entry, as `decide` makes it from what is known. @throws `attendance.busy`, whatever `decide` throws */
  request(
    key: Attendance.Key,
    at: string,
    decide: (entry: BackEntry.Info | undefined, attendance: Attendance.Info | undefined) => Decision<BackEntry.Info>,
  ): Promise<BackEntry.Info>;
  /** Writes entry and attendance together. @throws `attendance.back_entry_missing`, `attendance.busy`, whatever `decide` throws */
  approve(key: Attendance.Key, at: string, decide: (before: Approval) => Decision<Approval>): Promise<Approval>;
}

const BUSY = "attendance.busy";
const keyed = ({ activityId, sessionId, memberId }: Attendance.Key) => ({ activityId, sessionId, memberId });

export function dynamoAttendances(table: Table): Attendances {
  const rows = attendanceEntity(table);
  const entries = backEntryEntity(table);
  const tries = triesEntity(table);
  const every = { limit: 1000, pages: "all", consistent: true } as const;

  const find = async (key: Attendance.Key, reading?: Reading) => {
    const { data } = await rows.get(keyed(key)).go(consistency(reading));
    return data ? Attendance.Info.parse(data.row) : undefined;
  };
  const entryOf = async (key: Attendance.Key) => {
    const { data } = await entries.get(keyed(key)).go({ consistent: true });
    return data ? BackEntry.Info.parse(data.row) : undefined;
  };
  const triesOf = async (activityId: string, memberId: string, reading?: Reading) => {
    const { data } = await tries.get({ activityId, memberId }).go(consistency(reading));
    return data ? Tries.Info.parse(data.row) : undefined;
  };

  const rowOp = (before: Attendance.Info | undefined, after: Attendance.Info): Op => {
    const version = (before?.version ?? 0) + 1;
    const item = { ...keyed(after), version, row: { ...after, version } };
    const saved = rows
      .put(item)
      .where((row, { eq, notExists }) => (before ? eq(row.version, before.version) : notExists(row.version)));
    return put(saved.params());
  };
  const entryOp = (before: BackEntry.Info | undefined, after: BackEntry.Info): Op => {
    const version = (before?.version ?? 0) + 1;
    const item = { ...keyed(after), version, row: { ...after, version } };
    const saved = entries
      .put(item)
      .where((row, { eq, notExists }) => (before ? eq(row.version, before.version) : notExists(row.version)));
    return put(saved.params());
  };
  const write = async (ops: Op[], at: string, { effects = [], audit = [] }: Omit<Decision<unknown>, "item">) =>
    (await transact(table, [...ops, ...effectOps(table, effects, at), ...auditOps(table, audit)])).ok;

  async function change<After extends Attendance.Info>(
    key: Attendance.Key,
    at: string,
    decide: (row: Attendance.Info | undefined) => Decision<After>,
    seen?: { row: Attendance.Info | undefined },
  ): Promise<After> {
    let known = seen;
    const load = async () => {
      const row = known ? known.row : await find(key);
      known = undefined;
      return row;
    };
    const changed = await changeItem<Attendance.Info | undefined, Decision<After>>({
      load,
      decide,
      save: (before, { item, ...caused }) => write([rowOp(before, item)], at, caused),
      busy: BUSY,
    });
    return changed as After;
  }

  return {
    find,
    change,
    triesOf,
    async of(activityId) {
      const { data } = await rows.query.byActivity({ activityId }).go(every);
      return data.map((item) => Attendance.Info.parse(item.row));
    },
    async page(activityId, { limit, cursor }) {
      const query = rows.query.byActivity({ activityId });
      const { data, cursor: next } = await fromCursor(
        query.go({ limit, pages: 1, consistent: true, cursor: cursor ?? null }),
      );
      return { items: data.map((item) => Attendance.Info.parse(item.row)), cursor: next ?? undefined };
    },
    async ofSession(activityId, sessionId, reading) {
      const { data } = await rows.query.byActivity({ activityId, sessionId }).go({ ...every, ...consistency(reading) });
      return data.map((item) => Attendance.Info.parse(item.row));
    },
    async after({ activityId, sessionId }, { after, limit }) {
      const all = rows.query.byActivity({ activityId, sessionId });
      const query = after === "" ? all : all.gt({ memberId: after });
      const { data } = await query.go({ limit, pages: 1, consistent: true });
      const read = data.map((item) => Attendance.Info.parse(item.row));
      const found = read.filter((row) => row.sessionId === sessionId && row.memberId > after);
      const isEnd = read.length < limit || read.at(-1)?.sessionId !== sessionId;
      return { rows: found, next: isEnd ? undefined : read.at(-1)?.memberId };
    },
    async noteWrong(activityId, memberId, at) {
      await changeItem<Tries.Info | undefined, { item: Tries.Info }>({
        load: () => triesOf(activityId, memberId),
        decide: (before) => ({ item: Tries.wrong(before, at) }),
        save: async (before, { item }) => {
          const version = item.version + 1;
          const saved = tries
            .put({ activityId, memberId, version, row: { ...item, version } })
            .where((row, { eq, notExists }) => (before ? eq(row.version, before.version) : notExists(row.version)));
          return (await transact(table, [put(saved.params())])).ok;
        },
        busy: BUSY,
      });
    },
    async backEntries(activityId) {
      const { data } = await entries.query.byActivity({ activityId }).go(every);
      return data.map((item) => BackEntry.Info.parse(item.row));
    },
    async request(key, at, decide) {
      const attendance = await find(key);
      const requested = await changeItem<BackEntry.Info | undefined, Decision<BackEntry.Info>>({
        load: () => entryOf(key),
        decide: (before) => decide(before, attendance),
        save: (before, { item, ...caused }) => write([entryOp(before, item)], at, caused),
        busy: BUSY,
      });
      return requested as BackEntry.Info;
    },
    approve: (key, at, decide) =>
      changeItem<Approval, Decision<Approval>>({
        load: async () => {
          const entry = await entryOf(key);
          if (!entry)
            throw new Refusal("missing", "attendance.back_entry_missing", "Nobody has asked for this back entry.");
          return { entry, attendance: await find(key) };
        },
        decide,
        save: (before, { item, ...caused }) => {
          const attendance = item.attendance ? [rowOp(before.attendance, item.attendance)] : [];
          return write([entryOp(before.entry, item.entry), ...attendance], at, caused);
        },
        busy: BUSY,
      }),
  };
}
