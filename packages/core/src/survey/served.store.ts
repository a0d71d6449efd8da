import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { check, type Op, put, type Table, transact } from "../lib/table.ts";
import * as Served from "./served.ts";
import { servedEntity, surveyEntity } from "./survey.row.ts";

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
   * @throws `survey.opened` once the survey was opened or skipped, `survey.too_many_served`, `survey.busy`
   */
  add(activityId: string, contacts: readonly Served.Contact[], audit: readonly Entry[]): Promise<Addition>;
  /** In the order in which they were added. */
  list(activityId: string, page: PageRequest): Promise<Page<Served.Client>>;
  /** The n-th hundred, from 0; empty past the end. */
  chunk(activityId: string, chunk: number): Promise<Served.Client[]>;
  total(activityId: string): Promise<number>;
  /** @throws `survey.client_missing` */
  get(activityId: string, clientId: Served.ClientId): Promise<Served.Client>;
  /** Hands a contact out and keeps who asked. @throws `survey.client_missing` */
  reveal(activityId: string, clientId: Served.ClientId, audit: readonly Entry[]): Promise<Served.Client>;
  /** Erases all contacts of an activity; counts, answers and results stay. @source docs/domain.md PIPL */
  forget(activityId: string): Promise<void>;
}

const ATTEMPTS = 12;
const keyOf = (chunk: number): string => String(chunk).padStart(3, "0");

export function dynamoServedClients(table: Table): ServedClients {
  const served = servedEntity(table);

  const rowsOf = async (activityId: string) => {
    const { data } = await served.query.byActivity({ activityId }).go({ consistent: true, limit: 100, pages: "all" });
    return data.map((row) => ({ version: row.version, contacts: (row.clients as unknown[]).map(parsed) }));
  };
  type Rows = Awaited<ReturnType<typeof rowsOf>>;

  const chunk = async (activityId: string, at: number): Promise<Served.Client[]> => {
    const { data } = await served.get({ activityId, chunk: keyOf(at) }).go({ consistent: true });
    const contacts: unknown[] = data?.clients ?? [];
    return contacts.map((contact, index) => ({
      ...parsed(contact),
      clientId: Served.clientIdOf(at * Served.CHUNK + index),
    }));
  };

  /** The items that differ, each under the condition that it is as it was read. */
  const writes = (activityId: string, before: Rows, list: readonly Served.Contact[]): Op[] => {
    const chunks = Math.ceil(list.length / Served.CHUNK);
    return Array.from({ length: chunks }, (_, at) => at).flatMap((at) => {
      const clients = list.slice(at * Served.CHUNK, (at + 1) * Served.CHUNK);
      const old = before[at];
      if (old?.contacts.length === clients.length) return [];
      const item = { activityId, chunk: keyOf(at), clients: clients.map(compact), version: (old?.version ?? 0) + 1 };
      const params = old
        ? served
            .put(item)
            .where(({ version }, { eq }) => eq(version, old.version))
            .params()
        : served.create(item).params();
      return [put(params)];
    });
  };

  const unopened = (activityId: string): Op =>
    check(
      surveyEntity(table)
        .delete({ activityId })
        .where(({ version }, { notExists }) => notExists(version))
        .params(),
    );

  const get = async (activityId: string, clientId: Served.ClientId) => {
    const found = (await chunk(activityId, Served.chunkOf(clientId))).find((client) => client.clientId === clientId);
    if (!found)
      throw new Refusal("missing", "survey.client_missing", `This activity has no served client ${clientId}.`);
    return found;
  };

  return {
    chunk,
    get,
    async add(activityId, contacts, audit) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const before = await rowsOf(activityId);
        const { list, added } = Served.append(
          before.flatMap((row) => row.contacts),
          contacts,
        );
        const addition = { added, duplicates: contacts.length - added, total: list.length };
        if (added === 0) return addition;
        const ops = [unopened(activityId), ...writes(activityId, before, list), ...auditOps(table, audit)];
        const done = await transact(table, ops);
        if (done.ok) return addition;
        if (done.failed.includes(0))
          throw new Refusal("conflict", "survey.opened", "The survey has begun; nobody can be added to it any more.");
      }
      throw new Refusal("unavailable", "survey.busy", "Others kept adding clients at the same time. Try again.");
    },
    async list(activityId, { limit, cursor }) {
      const from = /^\d{1,5}$/.test(cursor ?? "") ? Number(cursor) : 0;
      const first = Math.floor(from / Served.CHUNK);
      const count = Math.ceil((from + limit + 1) / Served.CHUNK) - first;
      const chunks = await Promise.all(Array.from({ length: count }, (_, at) => chunk(activityId, first + at)));
      const rest = chunks.flat().slice(from - first * Served.CHUNK);
      return { items: rest.slice(0, limit), cursor: rest.length > limit ? String(from + limit) : undefined };
    },
    async total(activityId) {
      return (await rowsOf(activityId)).reduce((sum, row) => sum + row.contacts.length, 0);
    },
    async reveal(activityId, clientId, audit) {
      const client = await get(activityId, clientId);
      for (const op of auditOps(table, audit)) await transact(table, [op]);
      return client;
    },
    async forget(activityId) {
      const { data } = await served.query.byActivity({ activityId }).go({ limit: 100, pages: "all" });
      for (const row of data) await served.delete({ activityId, chunk: row.chunk }).go({ response: "none" });
    },
  };
}

interface Compact {
  n?: string;
  m?: string;
  e?: string;
  l?: Served.Language;
}

/** Short names and no default, because a hundred of them are one item. */
const compact = ({ name, mobile, email, language }: Served.Contact): Compact => ({
  ...(name && { n: name }),
  ...(mobile && { m: mobile }),
  ...(email && { e: email }),
  ...(language !== "zh-CN" && { l: language }),
});

const parsed = (stored: unknown): Served.Contact => {
  const { n, m, e, l } = stored as Compact;
  return Served.Contact.parse({ name: n, mobile: m, email: e, language: l });
};
