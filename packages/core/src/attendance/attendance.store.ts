import { inTurn } from "../lib/in-turn.ts";
import type { PartRequest } from "../lib/keyset.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Reading } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { attendanceDocuments, backEntryDocuments, paperSheetDocuments, triesDocuments } from "./attendance.row.ts";
import type * as Attendance from "./attendance.ts";
import type * as BackEntry from "./back-entry.ts";
import type * as PaperSheet from "./paper-sheet.ts";
import * as Tries from "./tries.ts";

/** A row after a decision, with what the decision causes, in one transaction. */
export interface Decision<Item> extends Caused {
  item: Item;
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
   * @throws `store.busy`, whatever `decide` throws
   */
  change<After extends Attendance.Info>(
    key: Attendance.Key,
    at: string,
    decide: (row: Attendance.Info | undefined) => Decision<After>,
    seen?: { row: Attendance.Info | undefined },
  ): Promise<After>;
  /**
   * Counts a code that a member tries in an activity, on a row of their own; of those sent at once no more than the limit
   * are counted. Each clash is somebody else's count, so that the limit of ten ends them before the attempts do.
   * @throws `attendance.too_many_tries`
   */
  countTry(activityId: string, memberId: string, at: string): Promise<void>;
  /** Takes a row away if it is as it was read, with what that causes; the audit keeps it. @returns whether it did */
  forget(row: Attendance.Info, at: string, caused: Caused): Promise<boolean>;
  /** Back entries of an activity, requested and approved. */
  backEntries(activityId: string): Promise<BackEntry.Info[]>;
  /** Asks for a back entry, as `decide` makes it from what is known. @throws `store.busy`, whatever `decide` throws */
  request(
    key: Attendance.Key,
    at: string,
    decide: (entry: BackEntry.Info | undefined, attendance: Attendance.Info | undefined) => Decision<BackEntry.Info>,
  ): Promise<BackEntry.Info>;
  /** The sheet of a session that was typed in late. */
  findSheet(key: Omit<Attendance.Key, "memberId">): Promise<PaperSheet.Info | undefined>;
  /** Sheets of an activity that were typed in late. */
  sheets(activityId: string): Promise<PaperSheet.Info[]>;
  /** @throws `attendance.sheet_missing` */
  getSheet(key: Omit<Attendance.Key, "memberId">): Promise<PaperSheet.Info>;
  /** Asks for a sheet's lines, as `decide` makes them from what is known. @throws `store.busy`, whatever `decide` throws */
  requestSheet(
    key: Omit<Attendance.Key, "memberId">,
    at: string,
    decide: (sheet: PaperSheet.Info | undefined) => Decision<PaperSheet.Requested>,
  ): Promise<PaperSheet.Requested>;
  /** @throws `attendance.sheet_missing`, `store.busy`, whatever `decide` throws */
  decideSheet(
    key: Omit<Attendance.Key, "memberId">,
    at: string,
    decide: (sheet: PaperSheet.Info) => Decision<PaperSheet.Info>,
  ): Promise<PaperSheet.Info>;
  /** Writes entry and attendance together. @throws `attendance.back_entry_missing`, `store.busy`, whatever `decide` throws */
  approve(key: Attendance.Key, at: string, decide: (before: Approval) => Decision<Approval>): Promise<Approval>;
}

/** All rows of an activity in few requests: they are small. */
const PAGE = 1000;

export function dynamoAttendances(table: Table): Attendances {
  const rows = attendanceDocuments(table);
  const entries = backEntryDocuments(table);
  const sheets = paperSheetDocuments(table);
  const tries = triesDocuments(table);
  const counting = inTurn();
  const caused = (at: string) => (decision: Caused) => causedOps(table, decision, at);

  return {
    find: (key, reading) => rows.find(keyOf(key), reading),
    change: (key, at, decide, seen) => rows.changeOrCreate(keyOf(key), decide, caused(at), seen && { info: seen.row }),
    async forget(row, at, causes) {
      const gone = rows.ops.remove(keyOf(row), ({ version }, { eq }) => eq(version, row.version));
      return (await transact(table, [gone, ...causedOps(table, causes, at)])).ok;
    },
    of: (activityId) => rows.all("key", { activityId }, { limit: PAGE }),
    page: (activityId, page) => rows.list("key", { activityId }, page),
    ofSession: (activityId, sessionId, reading) =>
      rows.all("key", { activityId, sessionId }, { limit: PAGE, ...reading }),
    async after({ activityId, sessionId }, { after, limit }) {
      const range = after === "" ? {} : { gt: { memberId: after } };
      const { items: read } = await rows.list("key", { activityId, sessionId }, { limit }, { range });
      const found = read.filter((row) => row.sessionId === sessionId && row.memberId > after);
      const isEnd = read.length < limit || read.at(-1)?.sessionId !== sessionId;
      return { rows: found, next: isEnd ? undefined : read.at(-1)?.memberId };
    },
    async countTry(activityId, memberId, at) {
      const key = { activityId, memberId };
      const count = () => tries.changeOrCreate(key, (before) => ({ item: { ...Tries.counted(before, at), ...key } }));
      await counting(`${activityId} ${memberId}`, count);
    },
    backEntries: (activityId) => entries.all("key", { activityId }, { limit: PAGE }),
    async request(key, at, decide) {
      const attendance = await rows.find(keyOf(key));
      return entries.changeOrCreate<Decision<BackEntry.Info>>(
        keyOf(key),
        (before) => decide(before, attendance),
        caused(at),
      );
    },
    findSheet: ({ activityId, sessionId }) => sheets.find({ activityId, sessionId }),
    getSheet: ({ activityId, sessionId }) => sheets.get({ activityId, sessionId }),
    sheets: (activityId) => sheets.all("key", { activityId }, { limit: PAGE }),
    requestSheet: ({ activityId, sessionId }, at, decide) =>
      sheets.changeOrCreate({ activityId, sessionId }, decide, caused(at)),
    decideSheet: ({ activityId, sessionId }, at, decide) =>
      sheets.change({ activityId, sessionId }, decide, caused(at)),
    approve: (key, at, decide) =>
      untilSaved(async () => {
        const before = { entry: await entries.get(keyOf(key)), attendance: await rows.find(keyOf(key)) };
        const { item, ...causes } = decide(before);
        if (item === before) return before;
        const saved = await transact(table, [
          entries.ops.save(before.entry, item.entry),
          ...(item.attendance ? [rows.ops.save(before.attendance, item.attendance)] : []),
          ...causedOps(table, causes, at),
        ]);
        return saved.ok ? item : CLASH;
      }),
  };
}

const keyOf = ({ activityId, sessionId, memberId }: Attendance.Key) => ({ activityId, sessionId, memberId });
