import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import { Refusal } from "../lib/error.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import * as Token from "./token.ts";

/** The bearer tokens of programs. */
export interface Tokens {
  add(token: Token.Info, audit: readonly Entry[]): Promise<void>;
  /** By the digest of a token. */
  find(id: string): Promise<Token.Info | undefined>;
  /** All of a member that were not revoked, the newest first. Eventually consistent. */
  ofMember(memberId: string): Promise<Token.Info[]>;
  /** Notes its use; one that was revoked meanwhile stays so. */
  used(id: string, at: string): Promise<void>;
  /** @throws `token.missing` */
  revoke(memberId: string, id: string, audit: readonly Entry[]): Promise<void>;
  /** Takes a token away, if it is there. */
  forget(id: string): Promise<void>;
}

export const accessTokenDocuments = documents({
  entity: "accessToken",
  schema: Token.Info,
  attributes: {
    id: "string",
    memberId: "string",
    name: "string",
    actions: "json",
    createdAt: "string",
    expiresAt: "string",
    usedAt: "string?",
  },
  key: { pk: "accesstoken#${id}", sk: "detail" },
  indexes: { byMember: { on: "gsi2", pk: "member#${memberId}", sk: "accesstoken#${createdAt}#${id}" } },
  body: "none",
  itemOf: (token) => token,
});

export function dynamoTokens(table: Table): Tokens {
  const rows = accessTokenDocuments(table);
  const write = async (...ops: Op[]) => (await transact(table, ops)).ok;
  return {
    async add(token, audit) {
      if (!(await rows.create(token, auditOps(table, audit))))
        throw new TypeError("There is a token of this id already.");
    },
    find: (id) => rows.find({ id }),
    ofMember: (memberId) => rows.all("byMember", { memberId }, { order: "desc" }),
    async used(id, at) {
      await write(rows.ops.patch({ id }, { usedAt: at }));
    },
    async revoke(memberId, id, audit) {
      const gone = rows.ops.remove({ id }, (row, { eq }) => eq(row.memberId, memberId));
      if (!(await write(gone, ...auditOps(table, audit))))
        throw new Refusal("missing", "token.missing", "There is no such token of yours, or it was revoked already.");
    },
    async forget(id) {
      await write(rows.ops.remove({ id }));
    },
  };
}
