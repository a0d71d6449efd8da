import { isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import { auditOps } from "../audit/audit.row.ts";
import { type Journal, journal } from "../lib/journal.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Reading } from "../lib/reading.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import type { Role } from "../permission/role.ts";
import { endSteps, readHead, stageSteps, viewing } from "../staging/head.row.ts";
import { type Head, isCommitted, type StagedRow, type Steps, visible } from "../staging/head.ts";
import { accountDigest, hasAccount, type Office } from "./accounts.ts";
import { isLastingAdministrator, lastAdministrator, needsOtherAdministrator } from "./administrator.ts";
import { Counted } from "./figures.ts";
import { memberRefusal } from "./member.refusals.ts";
import { claimNumber, directory, lookupOps, memberEntities, memberSteps } from "./member.row.ts";
import * as Member from "./member.ts";

/** What a decision about a member came to: the member after it and what it causes, all in one transaction. */
export interface Decision extends Caused {
  to: Member.Info;
  /** When it was decided, ISO-8601 UTC. */
  at: string;
}

/** Everybody on the roster, volunteers or not, leavers included. */
export interface Members {
  /** @throws `member.missing` */
  get(id: string, reading?: Reading): Promise<Member.Info>;
  byEmployeeNumber(employeeNumber: string): Promise<Member.Info | undefined>;
  /** Those of the given ids that exist, in the order given. */
  getMany(ids: readonly string[], reading?: Reading): Promise<Member.Info[]>;
  /** Everybody at one instant, in the order of employee numbers: for duty lists and denominators. */
  all(): Promise<Member.Info[]>;
  /** Goes through everybody at one instant, in no order, without holding them all; begins anew when an import comes between. */
  fold<Sum, Seen = Counted>(
    begin: () => Sum,
    add: (sum: Sum, member: Seen) => Sum,
    /** What of a member is read. */
    seen?: z.ZodType<Seen>,
  ): Promise<Sum>;
  /** How many writes this process began or ended: what it read before the last of them may be outdated. */
  writes(): number;
  /** The ids of members whom this process wrote, each noted when its write has ended. */
  journal: Journal;
  /** One page of those who match, in the order of employee numbers. */
  page(matches: (member: Member.Info) => boolean, page: PageRequest): Promise<Page<Member.Info>>;
  /** Members with a grant of this role; whether it is in force, and where, is for `grantsAt` to say. */
  withRole(role: Role): Promise<Member.Info[]>;
  /** Members who have this account of an office system by the roster: one, unless two were given it by hand. */
  byAccount(office: Office, account: string): Promise<Member.Info[]>;
  /** @throws `member.number_taken` */
  add(decision: Decision): Promise<Member.Info>;
  /**
   * Saves what `decide` makes of a member; a member handed back as it is writes the audit entries alone. What takes an
   * administrator away is saved only if another one, who stays, is as they were read.
   * @throws `member.missing`, `member.last_administrator`, `store.busy`
   */
  change(id: string, decide: (member: Member.Info) => Decision): Promise<Member.Info>;
  /** The three moves of an import; see `staging/head.ts`. Staging answers false when a row moved meanwhile. */
  stage(writeId: string, steps: Steps<Member.Info>): Promise<boolean>;
  settle(writeId: string, steps: Steps<Member.Info>): Promise<void>;
  abandon(writeId: string, steps: Steps<Member.Info>): Promise<void>;
}

const PAGE_SIZE = 400;
type Row = StagedRow & { employeeNumber: string };
const rowOf = (member: Member.Info) => {
  const { id: memberId, employeeNumber, version } = member;
  return { memberId, employeeNumber, directory, version, now: member };
};

export function dynamoMembers(table: Table): Members {
  const entities = memberEntities(table);
  const { members, numbers, holders, accounts } = entities;
  const ops = memberSteps(entities);

  const view = viewing(table);
  const present = async (rows: readonly StagedRow[], known?: Head) =>
    (await view(rows, known)).filter((value) => value !== undefined).map((value) => Member.Info.parse(value));

  async function load(
    memberId: string,
    reading?: Reading,
  ): Promise<{ row: Row & { version: number }; member: Member.Info }> {
    const row = await members.find({ memberId }, reading);
    const [member] = row ? await present([row]) : [];
    if (!member && reading?.eventual) return load(memberId);
    if (!row || !member) throw memberRefusal("member.missing");
    return { row, member };
  }

  async function getMany(ids: readonly string[], reading?: Reading): Promise<Member.Info[]> {
    const found = await members.getMany(
      ids.map((memberId) => ({ memberId })),
      reading,
    );
    // Somebody who joined a moment ago is there.
    if (reading?.eventual && found.length < ids.length) return getMany(ids);
    return present(found);
  }

  /** Rows after an employee number, in order. */
  async function* rowsAfter(employeeNumber: string): AsyncGenerator<Row[]> {
    for (let after: string | undefined = employeeNumber; after !== undefined; ) {
      // A key is never empty text, and a space comes before every employee number.
      const range = { gt: { employeeNumber: after || " " } };
      const page: Page<Row> = await members.list("byNumber", { directory }, { limit: PAGE_SIZE }, { range });
      yield page.items;
      after = page.cursor === undefined ? undefined : page.items.at(-1)?.employeeNumber;
    }
  }

  const all = (): Promise<Member.Info[]> =>
    untilSaved(async () => {
      const head = await readHead(table);
      const rows: Row[] = [];
      for await (const page of rowsAfter("")) rows.push(...page);
      const after = await readHead(table);
      return after.epoch === head.epoch ? present(rows, after) : CLASH;
    });

  const fold = <Sum, Seen>(
    begin: () => Sum,
    add: (sum: Sum, member: Seen) => Sum,
    seen = Counted as unknown as z.ZodType<Seen>,
  ): Promise<Sum> =>
    untilSaved(async () => {
      const head = await readHead(table);
      let sum = begin();
      for await (const page of rowsAfter("")) {
        const values = page.map((row) => visible(row, head)).filter((value) => value !== undefined);
        sum = values.reduce((before: Sum, value) => add(before, seen.parse(value)), sum);
      }
      // Rows that were made meanwhile would have counted by the head that was read before them.
      return isDeepStrictEqual(await readHead(table), head) ? sum : CLASH;
    });

  let writes = 0;
  const noted = journal();
  async function counted<Result>(ids: () => Iterable<string>, write: () => Promise<Result>): Promise<Result> {
    writes += 1;
    try {
      return await noted.noting(ids, write);
    } finally {
      writes += 1;
    }
  }
  /** The same for an import, of whose steps the ids are noted as they are taken. */
  async function countedSteps<Result>(steps: Steps<Member.Info>, write: (seen: Steps<Member.Info>) => Promise<Result>) {
    const ids = new Set<string>();
    async function* seen() {
      for await (const step of steps) {
        const id = (step.after ?? step.before)?.id;
        if (id !== undefined) ids.add(id);
        yield step;
      }
    }
    return counted(
      () => ids,
      () => write(seen()),
    );
  }

  async function page(matches: (member: Member.Info) => boolean, { limit, cursor }: PageRequest) {
    const found: Member.Info[] = [];
    for await (const rows of rowsAfter(cursor ?? "")) {
      found.push(...(await present(rows)).filter(matches));
      if (found.length > limit) break;
    }
    const items = found.slice(0, limit);
    return { items, cursor: found.length > limit ? items.at(-1)?.employeeNumber : undefined };
  }

  /** Demands of one administrator who stays that they are as they were read. @throws `member.last_administrator` */
  async function otherAdministrator(id: string, at: string): Promise<Op[] | typeof CLASH> {
    const held = await holders.all("key", { role: "administrator" });
    const others = await Promise.all(held.filter(({ memberId }) => memberId !== id).map((one) => load(one.memberId)));
    const staying = others.filter(({ member }) => isLastingAdministrator(member, at));
    if (staying.length === 0) throw lastAdministrator();
    // Who is staged may be about to leave by an import.
    const still = staying.find(({ row }) => row.stagedBy === undefined);
    if (!still) return CLASH;
    const unmoved = members.ops.check(
      { memberId: still.member.id },
      ({ version, stagedBy }, { eq, notExists }) => `${eq(version, still.row.version)} AND ${notExists(stagedBy)}`,
    );
    return [unmoved];
  }

  async function attempt(id: string, decide: (member: Member.Info) => Decision) {
    const { row, member } = await load(id);
    const { to, at, effects = [], audit = [] } = decide(member);
    if (to === member) {
      for (const op of auditOps(table, audit)) await transact(table, [op]);
      return member;
    }
    if (row.stagedBy !== undefined && !isCommitted(await readHead(table), row.stagedBy)) return CLASH;
    const after = Member.Info.parse({ ...to, id, employeeNumber: member.employeeNumber, version: member.version + 1 });
    const others = needsOtherAdministrator(member, after, at) ? await otherAdministrator(id, at) : [];
    if (others === CLASH) return CLASH;
    const saved = members.ops.put(rowOf(after), ({ version, stagedBy }, { eq, notExists }) => {
      const staged = row.stagedBy === undefined ? notExists(stagedBy) : eq(stagedBy, row.stagedBy);
      return `${eq(version, row.version)} AND ${staged}`;
    });
    const { gained, lost } = lookupOps(entities, { before: member, after });
    const caused = causedOps(table, { effects, audit }, at);
    const { ok } = await transact(table, [saved, ...others, ...gained, ...lost, ...caused]);
    return ok ? after : CLASH;
  }

  return {
    all,
    page,
    getMany,
    get: async (id, reading) => (await load(id, reading)).member,
    async byEmployeeNumber(employeeNumber) {
      const known = await numbers.find({ employeeNumber });
      return known && (await getMany([known.memberId]))[0];
    },
    async withRole(role) {
      const held = await holders.all("key", { role });
      const found = await getMany(held.map(({ memberId }) => memberId));
      return found.filter((member) => member.roles.some((grant) => grant.role === role));
    },
    async byAccount(office, account) {
      const held = await accounts.all("key", { digest: accountDigest(office, account) });
      const found = await getMany(held.map(({ memberId }) => memberId));
      return found.filter((member) => hasAccount(member.accounts, office, account));
    },
    fold,
    writes: () => writes,
    journal: noted,
    async add({ to, at, ...caused }) {
      const { gained } = lookupOps(entities, { after: to });
      const also = [claimNumber(entities, to), ...gained, ...causedOps(table, caused, at)];
      const ids = () => [to.id];
      if (!(await counted(ids, () => members.create(rowOf(Member.Info.parse(to)), also))))
        throw memberRefusal("member.number_taken", { number: to.employeeNumber });
      return to;
    },
    change: (id, decide) =>
      counted(
        () => [id],
        () => untilSaved(() => attempt(id, decide)),
      ),
    stage: (writeId, steps) => stageSteps(table, { writeId, steps, ops }),
    settle: (writeId, steps) => countedSteps(steps, (seen) => endSteps(table, "settle", { writeId, steps: seen, ops })),
    abandon: (writeId, steps) =>
      countedSteps(steps, (seen) => endSteps(table, "abandon", { writeId, steps: seen, ops })),
  };
}
