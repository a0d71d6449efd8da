import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { sessionRefusal } from "./session.refusals.ts";
import { sessionDocuments } from "./session.row.ts";
import type * as Session from "./session.ts";

/** Who is signed in where. */
export interface Sessions {
  open(session: Session.Info): Promise<void>;
  /** By the digest of a cookie's secret. */
  find(id: string): Promise<Session.Info | undefined>;
  /** Those that were not taken away, the newest first; the limits of some may be over. Eventually consistent. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Session.Info>>;
  /** Notes its use; one that was taken away meanwhile stays away. */
  seen(id: string, at: string): Promise<void>;
  /** Takes a session of a member away. @throws `session.missing` */
  revoke(memberId: string, id: string): Promise<void>;
  /** Takes all sessions of a member away but one, with an entry of the audit when somebody else does it. @returns how many */
  revokeOthers(memberId: string, except?: string, audit?: readonly Entry[]): Promise<number>;
  /** Takes the sessions away that a member opened in one way. @returns how many */
  revokeByWay(memberId: string, way: Session.Info["way"]): Promise<number>;
  /** Takes a session away, if it is there. */
  forget(id: string): Promise<void>;
  /** Takes away what ended in a month, `YYYY-MM`, before an instant. */
  forgetEnded(month: string, at: string): Promise<void>;
}

export function dynamoSessions(table: Table): Sessions {
  const rows = sessionDocuments(table);
  const write = async (...ops: Parameters<typeof transact>[1]) => (await transact(table, ops)).ok;
  const revoke = (memberId: string, id: string) =>
    write(rows.ops.remove({ id }, (row, { eq }) => eq(row.memberId, memberId)));
  const forget = async (id: string) => {
    await write(rows.ops.remove({ id }));
  };
  const revokeThose = async (memberId: string, isOne: (session: Session.Info) => boolean) => {
    const found = (await rows.all("byMember", { memberId })).filter(isOne);
    const taken = await Promise.all(found.map(({ id }) => revoke(memberId, id)));
    return taken.filter(Boolean).length;
  };
  return {
    async open(session) {
      if (!(await rows.create(session))) throw new TypeError("There is a session of this id already.");
    },
    find: (id) => rows.find({ id }),
    ofMember: (memberId, page) => rows.list("byMember", { memberId }, page, { order: "desc" }),
    async seen(id, at) {
      await write(rows.ops.patch({ id }, { seenAt: at }));
    },
    async revoke(memberId, id) {
      if (!(await revoke(memberId, id))) throw sessionRefusal("session.missing");
    },
    async revokeOthers(memberId, except, audit = []) {
      for (const op of auditOps(table, audit)) await write(op);
      return revokeThose(memberId, ({ id }) => id !== except);
    },
    revokeByWay: (memberId, way) => revokeThose(memberId, (session) => session.way === way),
    forget,
    async forgetEnded(month, at) {
      const ended = await rows.all("byMonth", { month }, { range: { lt: { endsAt: at } } });
      for (const { id } of ended) await forget(id);
    },
  };
}
