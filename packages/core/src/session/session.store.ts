import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import * as Session from "./session.ts";

/** Who is signed in where. */
export interface Sessions {
  open(session: Session.Info): Promise<void>;
  /** By the digest of a cookie's secret. */
  find(id: string): Promise<Session.Info | undefined>;
  /** Those that were not taken away, the newest first; the limits of some may be over. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Session.Info>>;
  /** Notes its use; one that was taken away meanwhile stays away. */
  seen(id: string, at: string): Promise<void>;
  /** Takes a session of a member away, with an entry of the audit when somebody else does it. @throws `session.missing` */
  revoke(memberId: string, id: string, audit?: readonly Entry[]): Promise<void>;
  /** Takes all sessions of a member away but one. @returns how many */
  revokeOthers(memberId: string, except: string | undefined, audit?: readonly Entry[]): Promise<number>;
  /** Takes a session away, if it is there. */
  forget(id: string): Promise<void>;
}

export const sessionDocuments = documents({
  entity: "session",
  schema: Session.Info,
  attributes: {
    id: "string",
    memberId: "string",
    way: "string",
    device: "json",
    createdAt: "string",
    seenAt: "string",
    endsAt: "string",
    roles: "string",
    stepUpUntil: "string?",
    language: "string?",
  },
  key: { pk: "session#${id}", sk: "detail" },
  indexes: { byMember: { on: "gsi2", pk: "member#${memberId}", sk: "session#${createdAt}#${id}" } },
  body: "none",
  itemOf: (session) => session,
});

const missing = () =>
  new Refusal("missing", "session.missing", "There is no such session of this person, or it has ended already.");

export function dynamoSessions(table: Table): Sessions {
  const rows = sessionDocuments(table);
  const take = async (memberId: string, id: string, audit: readonly Entry[] = []): Promise<boolean> => {
    const gone = rows.ops.remove({ id }, (row, { eq }) => eq(row.memberId, memberId));
    return (await transact(table, [gone, ...auditOps(table, audit)])).ok;
  };
  return {
    async open(session) {
      await rows.create(session);
    },
    find: (id) => rows.find({ id }),
    ofMember: (memberId, page) => rows.list("byMember", { memberId }, page, { order: "desc" }),
    async seen(id, at) {
      await transact(table, [rows.ops.patch({ id }, { seenAt: at })]);
    },
    async revoke(memberId, id, audit) {
      if (!(await take(memberId, id, audit))) throw missing();
    },
    async revokeOthers(memberId, except, audit = []) {
      const others = (await rows.all("byMember", { memberId })).filter(({ id }) => id !== except);
      const taken = await Promise.all(others.map(({ id }) => take(memberId, id)));
      for (const op of auditOps(table, audit)) await transact(table, [op]);
      return taken.filter(Boolean).length;
    },
    async forget(id) {
      await transact(table, [rows.ops.remove({ id })]);
    },
  };
}
