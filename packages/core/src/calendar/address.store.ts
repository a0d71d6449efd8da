import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { type Table, transact } from "../lib/table.ts";
import * as Address from "./address.ts";

/** The private addresses of calendars. A secret itself is in no row. */
export interface CalendarAddresses {
  ofMember(memberId: string): Promise<Address.Info | undefined>;
  /** Whose calendar a secret opens; undefined for one that was never given out or is void. Consistent. */
  holder(secret: string): Promise<string | undefined>;
  /** Makes this the member's only address: the one before is void from now on. @throws `store.busy` */
  renew(memberId: string, secret: string, at: string): Promise<Address.Info>;
  /** Voids the member's address. One that is void stays void. */
  revoke(memberId: string): Promise<void>;
}

/** One item for each member who asked for an address. */
export const addressDocuments = documents({
  entity: "calendarAddress",
  schema: Address.Info,
  attributes: { memberId: "string", version: "number" },
  key: { pk: "member#${memberId}", sk: "calendaraddress" },
  itemOf: ({ memberId, version }) => ({ memberId, version }),
});

/** Whose address a digest is. */
export const digestDocuments = documents({
  entity: "calendarDigest",
  schema: z.object({ digest: z.string(), memberId: z.string() }),
  attributes: { digest: "string", memberId: "string" },
  key: { pk: "calendar#${digest}", sk: "holder" },
  body: "none",
  itemOf: (row) => row,
});

export function dynamoCalendarAddresses(table: Table): CalendarAddresses {
  const addresses = addressDocuments(table);
  const digests = digestDocuments(table);
  const voids = (before: Address.Info | undefined) => (before ? [digests.ops.remove({ digest: before.digest })] : []);
  return {
    ofMember: (memberId) => addresses.find({ memberId }),
    holder: async (secret) => (await digests.find({ digest: Address.digestOf(secret) }))?.memberId,
    renew: (memberId, secret, at) => {
      const digest = Address.digestOf(secret);
      const renewed = (before: Address.Info | undefined) => ({
        item: { memberId, digest, createdAt: at, version: before?.version ?? 0 },
      });
      return addresses.changeOrCreate({ memberId }, renewed, (_, before) => [
        digests.ops.put({ digest, memberId }),
        ...voids(before),
      ]);
    },
    async revoke(memberId) {
      const before = await addresses.find({ memberId });
      if (before) await transact(table, [addresses.ops.remove({ memberId }), ...voids(before)]);
    },
  };
}
