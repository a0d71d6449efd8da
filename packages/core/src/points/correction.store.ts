import { attendanceEntity } from "../attendance/attendance.row.ts";
import * as Attendance from "../attendance/attendance.ts";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry as Audit } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { batchGet, check, type Op, put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { type Account, advance, opened } from "./account.ts";
import { correctionEntity } from "./correction.row.ts";
import * as Correction from "./correction.ts";
import { accountEntity, accountOf, entryEntity, listOps, postedOf, postOps } from "./entry.row.ts";
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

export interface Decision {
  correction: Correction.Info;
  /** The attendance as it is from now on. */
  attendance?: Attendance.Info | undefined;
  draft?: Draft | undefined;
  effects: readonly Effect[];
  audit: readonly Audit[];
}

/** Corrections of what activities gave people. */
export interface Corrections {
  /** Adds a request; one whose id is there already is handed back as it is. */
  add(asked: Correction.Info, at: string, caused: Pick<Decision, "effects" | "audit">): Promise<Correction.Info>;
  /** @throws `correction.missing` */
  get(activityId: string, correctionId: string): Promise<Correction.Info>;
  ofActivity(activityId: string, page: PageRequest): Promise<Page<Correction.Info>>;
  /** As they were asked for. */
  byStatus(status: Correction.Info["status"], page: PageRequest): Promise<Page<Correction.Info>>;
  /**
   * Writes a decision, the attendance and the entry in one transaction.
   *
   * It starts over when any of what it read has moved meanwhile.
   * @throws `correction.missing`, `correction.busy`, whatever `decide` throws
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
  const rows = correctionEntity(table);
  const attendances = attendanceEntity(table);
  const itemOf = (one: Correction.Info, version: number) => ({
    activityId: one.activityId,
    correctionId: one.id,
    status: one.status,
    version,
    row: { ...one, version },
  });

  async function get(activityId: string, correctionId: string) {
    const { data } = await rows.get({ activityId, correctionId }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "correction.missing", `There is no correction ${correctionId}.`);
    return Correction.Info.parse(data.row);
  }

  async function attendancesOf({ activityId, sessionIds, memberId }: Scope) {
    const reads = sessionIds.map((sessionId) => attendances.get({ activityId, sessionId, memberId }).params());
    const items = await batchGet(table, reads, { consistent: true });
    return items.flatMap((item) => (item ? [Attendance.Info.parse(item.row)] : []));
  }

  async function accountFor({ pseudonym }: Scope): Promise<Account> {
    const { data } = await accountEntity(table).get({ pseudonym }).go({ consistent: true });
    return data ? accountOf(data) : opened(pseudonym);
  }

  async function entriesOf({ pseudonym, year, activityId }: Scope) {
    const query = entryEntity(table).query.byPerson({ credit: personOf(pseudonym) });
    const found = await query.begins({ year, id: `${activityId}:` }).go({ limit: 200, pages: "all", consistent: true });
    return found.data.map((item) => postedOf(item).entry).sort((a, b) => a.seq - b.seq);
  }

  const correctionOp = (before: Correction.Info, after: Correction.Info): Op =>
    put(
      rows
        .put(itemOf(after, before.version + 1))
        .where(({ version }, { eq }) => eq(version, before.version))
        .params(),
    );

  /** Writes the corrected attendance, and demands that the member's others are as they were read. */
  function attendanceOps(scope: Scope, known: readonly Attendance.Info[], after: Attendance.Info | undefined): Op[] {
    const { activityId, memberId } = scope;
    return scope.sessionIds.map((sessionId) => {
      const before = known.find((row) => row.sessionId === sessionId);
      const key = { activityId, sessionId, memberId };
      const version = (before?.version ?? 0) + 1;
      const changed = after?.sessionId === sessionId ? { ...key, version, row: { ...after, version } } : undefined;
      if (changed)
        return put(
          attendances
            .put(changed)
            .where((row, { eq, notExists }) => (before ? eq(row.version, before.version) : notExists(row.version)))
            .params(),
        );
      return check(
        attendances
          .delete(key)
          .where((row, { eq, notExists }) => (before ? eq(row.version, before.version) : notExists(row.version)))
          .params(),
      );
    });
  }

  interface Loaded extends Before {
    account: Account;
  }

  async function save(scope: Scope, at: string, before: Loaded, decided: Decision): Promise<boolean> {
    const { correction, attendance, draft, effects, audit } = decided;
    const posted = draft && advance(before.account, draft);
    if (posted && before.account.seq === 0) await transact(table, listOps(table, [scope.pseudonym]));
    const done = await transact(table, [
      correctionOp(before.correction, correction),
      ...attendanceOps(scope, before.rows, attendance),
      ...(posted ? postOps(table, before.account, posted) : []),
      ...effectOps(table, effects, at),
      ...auditOps(table, audit),
    ]);
    return done.ok;
  }

  const pageOf = (found: { data: { row?: unknown }[]; cursor: string | null }): Page<Correction.Info> => ({
    items: found.data.map(({ row }) => Correction.Info.parse(row)),
    cursor: found.cursor ?? undefined,
  });

  return {
    get,
    async add(asked, at, { effects, audit }) {
      const created = put(rows.create(itemOf(asked, asked.version)).params());
      const done = await transact(table, [created, ...effectOps(table, effects, at), ...auditOps(table, audit)]);
      return done.ok ? asked : get(asked.activityId, asked.id);
    },
    async ofActivity(activityId, { limit, cursor }) {
      const query = rows.query.byActivity({ activityId });
      return pageOf(await fromCursor(query.go({ limit, pages: 1, consistent: true, cursor: cursor ?? null })));
    },
    async byStatus(status, { limit, cursor }) {
      return pageOf(await fromCursor(rows.query.byStatus({ status }).go({ limit, pages: 1, cursor: cursor ?? null })));
    },
    async decide(correctionId, scope, at, decide) {
      if (scope.sessionIds.length > MOST_SESSIONS)
        throw new Refusal(
          "conflict",
          "correction.too_many_sessions",
          `An activity has at most ${MOST_SESSIONS} sessions.`,
        );
      const { correction } = await changeItem<Loaded, { item: Loaded; decided: Decision }>({
        async load() {
          // The account first: an entry that is posted after it moves it, and the transaction then fails.
          const account = await accountFor(scope);
          const [one, known, entries] = await Promise.all([
            get(scope.activityId, correctionId),
            attendancesOf(scope),
            entriesOf(scope),
          ]);
          return { correction: one, rows: known, entries, account };
        },
        decide(before) {
          const decided = decide(before);
          return { item: { ...before, correction: decided.correction }, decided };
        },
        save: (before, { decided }) => save(scope, at, before, decided),
        busy: "correction.busy",
      });
      return correction;
    },
  };
}
