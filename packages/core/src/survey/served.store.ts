import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import * as Served from "./served.ts";
import { surveyRefusal } from "./survey.refusals.ts";
import { type Compact, servedDocuments, surveyDocuments } from "./survey.row.ts";

/** What an addition came to. */
export interface Addition {
  added: number;
  duplicates: number;
  total: number;
}

/** The clients whom an activity served, in items of a hundred. */
export interface ServedClients {
  /**
   * Adds contacts that are not in the list yet; all of them or none.
   *
   * @throws `survey.opened` once the survey was opened or skipped, `survey.too_many_served`, `store.busy`
   */
  add(activityId: string, contacts: readonly Served.Slot[], audit: readonly Entry[]): Promise<Addition>;
  /** In the order in which they were added. */
  list(activityId: string, page: PageRequest): Promise<Page<Served.Client>>;
  /** The n-th hundred, from 0; empty past the end. */
  chunk(activityId: string, chunk: number): Promise<Served.Client[]>;
  total(activityId: string): Promise<number>;
  /**
   * Changes one place of the list, also while the survey is open; answers stay.
   *
   * @throws whatever `decide` throws, `store.busy`
   */
  change(
    of: { activityId: string; clientId: Served.ClientId },
    decide: (slot: Served.Slot | undefined) => Served.Slot,
    audit: readonly Entry[],
  ): Promise<Served.Client>;
  /** @throws `survey.client_missing` */
  get(activityId: string, clientId: Served.ClientId): Promise<Served.Client>;
  /** Hands a contact out and keeps who asked. @throws `survey.client_missing` */
  reveal(activityId: string, clientId: Served.ClientId, audit: readonly Entry[]): Promise<Served.Client>;
  /** Erases all contacts of an activity; counts, answers and results stay. @source docs/domain.md PIPL */
  forget(activityId: string): Promise<void>;
}

const keyOf = (chunk: number): string => String(chunk).padStart(3, "0");

export function dynamoServedClients(table: Table): ServedClients {
  const served = servedDocuments(table);

  const rowsOf = (activityId: string) => served.all("key", { activityId }, { limit: 100 });
  type Rows = Awaited<ReturnType<typeof rowsOf>>;

  const chunk = async (activityId: string, at: number): Promise<Served.Client[]> => {
    const found = await served.find({ activityId, chunk: keyOf(at) });
    return (found?.clients ?? []).map((contact, index) => ({
      ...parsed(contact),
      clientId: Served.clientIdOf(at * Served.CHUNK + index),
    }));
  };

  /** The items that differ, each under the condition that it is as it was read. */
  const writes = (activityId: string, before: Rows, list: readonly Served.Slot[]): Op[] => {
    const chunks = Math.ceil(list.length / Served.CHUNK);
    return Array.from({ length: chunks }, (_, at) => at).flatMap((at) => {
      const clients = list.slice(at * Served.CHUNK, (at + 1) * Served.CHUNK);
      const old = before[at];
      if (old?.clients.length === clients.length) return [];
      return [served.ops.save(old, { activityId, chunk: keyOf(at), clients: clients.map(compact), version: 0 })];
    });
  };

  const unopened = (activityId: string): Op => surveyDocuments(table).ops.unmoved({ activityId }, undefined);

  const get = async (activityId: string, clientId: Served.ClientId) => {
    const found = (await chunk(activityId, Served.chunkOf(clientId))).find((client) => client.clientId === clientId);
    if (!found || found.removed) throw surveyRefusal("survey.client_missing");
    return found;
  };

  return {
    chunk,
    get,
    add: (activityId, contacts, audit) =>
      untilSaved(async () => {
        const before = await rowsOf(activityId);
        const known = before.flatMap((row) => row.clients.map(parsed));
        const { list, added } = Served.append(known, contacts);
        const addition = { added, duplicates: contacts.length - added, total: list.length };
        if (added === 0) return addition;
        const ops = [unopened(activityId), ...writes(activityId, before, list), ...auditOps(table, audit)];
        const done = await transact(table, ops);
        if (done.ok) return addition;
        if (done.failed.includes(0)) throw surveyRefusal("survey.opened");
        return CLASH;
      }),
    change: ({ activityId, clientId }, decide, audit) =>
      untilSaved(async () => {
        const [at, number] = [Served.chunkOf(clientId), Number(clientId.slice("cli_".length))];
        const before = await served.find({ activityId, chunk: keyOf(at) });
        const index = (number - 1) % Served.CHUNK;
        const old = before?.clients[index];
        const slot = old && parsed(old);
        const to = decide(slot);
        if (to === slot || !before) return { ...to, clientId };
        const clients = before.clients.with(index, compact(to));
        const done = await transact(table, [
          served.ops.save(before, { ...before, clients }),
          ...auditOps(table, audit),
        ]);
        return done.ok ? { ...to, clientId } : CLASH;
      }),
    async list(activityId, { limit, cursor }) {
      const from = /^\d{1,5}$/.test(cursor ?? "") ? Number(cursor) : 0;
      const first = Math.floor(from / Served.CHUNK);
      const count = Math.ceil((from + limit + 1) / Served.CHUNK) - first;
      const chunks = await Promise.all(Array.from({ length: count }, (_, at) => chunk(activityId, first + at)));
      const rest = chunks.flat().slice(from - first * Served.CHUNK);
      return { items: rest.slice(0, limit), cursor: rest.length > limit ? String(from + limit) : undefined };
    },
    async total(activityId) {
      return (await rowsOf(activityId)).reduce((sum, row) => sum + row.clients.length, 0);
    },
    async reveal(activityId, clientId, audit) {
      const client = await get(activityId, clientId);
      for (const op of auditOps(table, audit)) await transact(table, [op]);
      return client;
    },
    async forget(activityId) {
      const found = await served.all("key", { activityId }, { limit: 100, ...recent });
      for (const { chunk } of found) await transact(table, [served.ops.remove({ activityId, chunk })]);
    },
  };
}

const compact = ({ name, mobile, email, language, contactId, removed }: Served.Slot): Compact => ({
  ...(name && { n: name }),
  ...(mobile && { m: mobile }),
  ...(email && { e: email }),
  ...(language !== "zh-CN" && { l: language }),
  ...(contactId && { c: contactId }),
  ...(removed && { x: 1 }),
});

const parsed = ({ n, m, e, l, c, x }: Compact): Served.Slot => {
  if (x) return { language: "zh-CN", removed: true };
  return c ? Served.linked(c) : Served.Contact.parse({ name: n, mobile: m, email: e, language: l });
};
