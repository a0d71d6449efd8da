import { auditOps } from "../audit/audit.row.ts";
import { type Journal, journal } from "../lib/journal.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page } from "../lib/page.ts";
import type { Reading } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { endSteps, readHead, stageSteps, viewing } from "../staging/head.row.ts";
import { isCommitted, type StagedRow, type Steps } from "../staging/head.ts";
import { contactRefusal } from "./contact.refusals.ts";
import { contactEntities, contactSteps, directory, wayOps } from "./contact.row.ts";
import * as Contact from "./contact.ts";
import { wayDigest } from "./way.ts";

/** What a decision about a contact came to: the contact after it and what it causes, all in one transaction. */
export interface Decision extends Caused {
  to: Contact.Info;
  /** When it was decided, ISO-8601 UTC. */
  at: string;
  /** Keyed hashes of ways by which nobody is to be contacted from now on. */
  silenced?: readonly string[];
}

/** People and organizations outside the company; a phone number or mail address is one contact's. */
export interface Contacts {
  /** @throws `contact.missing` */
  get(id: string, reading?: Reading): Promise<Contact.Info>;
  /** Those of the given ids that exist, removed ones included. */
  getMany(ids: readonly string[], reading?: Reading): Promise<Contact.Info[]>;
  /** Whose the given ways are, as far as they are anybody's. */
  byWays(ways: readonly string[]): Promise<ReadonlyMap<string, Contact.Standing>>;
  /** Which of the keyed hashes are of ways of somebody who was removed and wants no contact, and since when. */
  silences(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** All contacts, removed ones included, in parts and in no order that matters. */
  parts(): AsyncIterable<Contact.Info[]>;
  /** Adds a contact; one whose id is there already is handed back as it is. @throws `contact.way_taken` */
  add(decision: Decision): Promise<Contact.Info>;
  /**
   * Saves what `decide` makes of a contact; one handed back as it is writes the audit entries alone.
   *
   * @throws `contact.missing`, `contact.way_taken`, `store.busy`, whatever `decide` throws
   */
  change(id: string, decide: (contact: Contact.Info) => Decision): Promise<Contact.Info>;
  /** The ids of contacts that this process wrote. */
  journal: Journal;
  /** The three moves of an import; see `staging/head.ts`. */
  stage(writeId: string, steps: Steps<Contact.Info>): Promise<boolean>;
  settle(writeId: string, steps: Steps<Contact.Info>): Promise<void>;
  abandon(writeId: string, steps: Steps<Contact.Info>): Promise<void>;
}

const PAGE_SIZE = 400;
const rowOf = (contact: Contact.Info) => ({
  contactId: contact.id as string,
  directory,
  version: contact.version,
  now: contact,
});

export function dynamoContacts(table: Table): Contacts {
  const entities = contactEntities(table);
  const { contacts, ways, silences } = entities;
  const ops = contactSteps(entities);
  const view = viewing(table);
  const noted = journal();

  const present = async (rows: readonly StagedRow[]) =>
    (await view(rows)).filter((value) => value !== undefined).map((value) => Contact.Info.parse(value));

  async function load(contactId: string, reading?: Reading) {
    const row = await contacts.find({ contactId }, reading);
    const [contact] = row ? await present([row]) : [];
    if (!row || !contact) throw contactRefusal("contact.missing");
    return { row, contact };
  }

  const getMany = async (ids: readonly string[], reading?: Reading) =>
    present(
      await contacts.getMany(
        [...new Set(ids)].map((contactId) => ({ contactId })),
        reading,
      ),
    );

  async function attempt(id: string, decide: (contact: Contact.Info) => Decision) {
    const { row, contact } = await load(id);
    const { to, silenced = [], ...decision } = decide(contact);
    if (to === contact) {
      for (const op of auditOps(table, decision.audit ?? [])) await transact(table, [op]);
      return contact;
    }
    if (row.stagedBy !== undefined && !isCommitted(await readHead(table), row.stagedBy)) return CLASH;
    const after = Contact.Info.parse({ ...to, id, version: contact.version + 1 });
    const saved = contacts.ops.put(rowOf(after), ({ version, stagedBy }, { eq, notExists }) => {
      const staged = row.stagedBy === undefined ? notExists(stagedBy) : eq(stagedBy, row.stagedBy);
      return `${eq(version, row.version)} AND ${staged}`;
    });
    const { gained, lost } = wayOps(entities, { before: contact, after });
    const silent = silenced.map((key) => silences.ops.put({ key, at: decision.at }));
    const all = [saved, ...gained, ...lost, ...silent, ...causedOps(table, decision, decision.at)];
    const done = await transact(table, all);
    if (done.ok) return after;
    if (done.failed.some((at) => at > 0 && at <= gained.length)) throw contactRefusal("contact.way_taken");
    return CLASH;
  }

  /** Notes the ids of an import's steps as they are taken. */
  async function noting<Result>(steps: Steps<Contact.Info>, write: (seen: Steps<Contact.Info>) => Promise<Result>) {
    const ids = new Set<string>();
    async function* seen() {
      for await (const step of steps) {
        const id = (step.after ?? step.before)?.id;
        if (id !== undefined) ids.add(id);
        yield step;
      }
    }
    return noted.noting(
      () => ids,
      () => write(seen()),
    );
  }

  return {
    getMany,
    journal: noted,
    get: async (id, reading) => (await load(id, reading)).contact,
    async byWays(wanted) {
      const digests = new Map(wanted.map((way) => [wayDigest(way), way]));
      const found = await ways.getMany([...digests.keys()].map((digest) => ({ digest })));
      const known = new Map(
        (await getMany(found.map(({ contactId }) => contactId))).map((one) => [one.id as string, one]),
      );
      const pairs = found.flatMap(({ digest, contactId }): [string, Contact.Standing][] => {
        const [way, contact] = [digests.get(digest), known.get(contactId)];
        return way !== undefined && contact?.status === "standing" ? [[way, contact]] : [];
      });
      return new Map(pairs);
    },
    async silences(keys) {
      const found = await silences.getMany([...new Set(keys)].map((key) => ({ key })));
      return new Map(found.map(({ key, at }) => [key, at]));
    },
    async *parts() {
      let cursor: string | undefined;
      do {
        const page: Page<StagedRow> = await contacts.list("byId", { directory }, { limit: PAGE_SIZE, cursor });
        yield await present(page.items);
        cursor = page.cursor;
      } while (cursor !== undefined);
    },
    async add({ to, at, ...caused }) {
      const { gained } = wayOps(entities, { after: to });
      const row = contacts.ops.create(rowOf(Contact.Info.parse(to)));
      const write = () => transact(table, [row, ...gained, ...causedOps(table, caused, at)]);
      const done = await noted.noting(() => [to.id], write);
      if (done.ok) return to;
      if (done.failed.includes(0)) return (await load(to.id)).contact;
      throw contactRefusal("contact.way_taken");
    },
    change: (id, decide) =>
      noted.noting(
        () => [id],
        () => untilSaved(() => attempt(id, decide)),
      ),
    stage: (writeId, steps) => stageSteps(table, { writeId, steps, ops }),
    settle: (writeId, steps) => noting(steps, (seen) => endSteps(table, "settle", { writeId, steps: seen, ops })),
    abandon: (writeId, steps) => noting(steps, (seen) => endSteps(table, "abandon", { writeId, steps: seen, ops })),
  };
}
