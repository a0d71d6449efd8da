import { attendanceDocuments } from "../attendance/attendance.row.ts";
import type * as Attendance from "../attendance/attendance.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { type Account, advance, opened } from "./account.ts";
import { correctionDocuments } from "./correction.row.ts";
import type * as Correction from "./correction.ts";
import { accountEntity, accountOf, entryEntity, listOps, postedOf, postOps } from "./entry.row.ts";
import { pointsRefusal } from "./points.refusals.ts";
import { type Draft, type Entry, personOf } from "./points.ts";

/** Whose points, from which activity. */
export interface Scope {
  activityId: string;
  /** All sessions of the activity. */
  sessionIds: readonly string[];
  memberId: string;
  pseudonym: string;
  year: number;
}

/** What a decision reads, all of it consistent with what it writes. */
export interface Before {
  correction: Correction.Info;
  /** The member's attendances of the activity. */
  rows: readonly Attendance.Info[];
  /** All that the member has from the activity. */
  entries: readonly Entry[];
}

export interface Decision extends Required<Caused> {
  correction: Correction.Info;
  /** The attendance as it is from now on. */
  attendance?: Attendance.Info | undefined;
  draft?: Draft | undefined;
}

/** Corrections of what activities gave people. */
export interface Corrections {
  /** Adds a request; one whose id is there already is handed back as it is. */
  add(asked: Correction.Info, at: string, caused: Required<Caused>): Promise<Correction.Info>;
  /** @throws `correction.missing` */
  get(activityId: string, correctionId: string): Promise<Correction.Info>;
  ofActivity(activityId: string, page: PageRequest): Promise<Page<Correction.Info>>;
  /** As they were asked for. */
  byStatus(status: Correction.Info["status"], page: PageRequest): Promise<Page<Correction.Info>>;
  /**
   * Writes a decision, the attendance and the entry in one transaction.
   *
   * It starts over when any of what it read has moved meanwhile.
   * @throws `correction.missing`, `store.busy`, whatever `decide` throws
   */
  decide(
    correctionId: string,
    scope: Scope,
    at: string,
    decide: (before: Before) => Decision,
  ): Promise<Correction.Info>;
}

const MOST_SESSIONS = 80;

export function dynamoCorrections(table: Table): Corrections {
  const rows = correctionDocuments(table);
  const attendances = attendanceDocuments(table);

  async function accountFor({ pseudonym }: Scope): Promise<Account> {
    const { data } = await accountEntity(table).get({ pseudonym }).go({ consistent: true });
    return data ? accountOf(data) : opened(pseudonym);
  }

  async function entriesOf({ pseudonym, year, activityId }: Scope) {
    const query = entryEntity(table).query.byPerson({ credit: personOf(pseudonym) });
    const found = await query.begins({ year, id: `${activityId}:` }).go({ limit: 200, pages: "all", consistent: true });
    return found.data.map((item) => postedOf(item).entry).sort((a, b) => a.seq - b.seq);
  }

  /** Writes the corrected attendance, and demands that the member's others are as they were read. */
  function attendanceOps({ activityId, memberId, sessionIds }: Scope, before: Before, after?: Attendance.Info): Op[] {
    return sessionIds.map((sessionId) => {
      const known = before.rows.find((row) => row.sessionId === sessionId);
      if (after?.sessionId === sessionId) return attendances.ops.save(known, after);
      return attendances.ops.unmoved({ activityId, sessionId, memberId }, known);
    });
  }

  interface Loaded extends Before {
    account: Account;
  }

  async function load(correctionId: string, scope: Scope): Promise<Loaded> {
    const { activityId, memberId, sessionIds } = scope;
    // The account first: an entry that is posted after it moves it, and the transaction then fails.
    const account = await accountFor(scope);
    const [correction, known, entries] = await Promise.all([
      rows.get({ activityId, correctionId }),
      attendances.getMany(sessionIds.map((sessionId) => ({ activityId, sessionId, memberId }))),
      entriesOf(scope),
    ]);
    return { correction, rows: known, entries, account };
  }

  async function save(scope: Scope, at: string, before: Loaded, decided: Decision): Promise<boolean> {
    const { correction, attendance, draft } = decided;
    const posted = draft && advance(before.account, draft);
    if (posted && before.account.seq === 0) await transact(table, listOps(table, [scope.pseudonym]));
    const done = await transact(table, [
      rows.ops.save(before.correction, correction),
      ...attendanceOps(scope, before, attendance),
      ...(posted ? postOps(table, before.account, posted) : []),
      ...causedOps(table, decided, at),
    ]);
    return done.ok;
  }

  return {
    get: (activityId, correctionId) => rows.get({ activityId, correctionId }),
    add: (asked, at, caused) => rows.add(asked, causedOps(table, caused, at)),
    ofActivity: (activityId, page) => rows.list("key", { activityId }, page),
    byStatus: (status, page) => rows.list("byStatus", { status }, page),
    async decide(correctionId, scope, at, decide) {
      if (scope.sessionIds.length > MOST_SESSIONS)
        throw pointsRefusal("correction.too_many_sessions", { most: MOST_SESSIONS });
      return untilSaved(async () => {
        const before = await load(correctionId, scope);
        const decided = decide(before);
        return (await save(scope, at, before, decided)) ? decided.correction : CLASH;
      });
    },
  };
}
