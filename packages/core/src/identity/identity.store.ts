import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { identityRefusal } from "./identity.refusals.ts";
import * as Identity from "./identity.ts";

/** Which account is whose: one person for each account, one account for each provider and person. */
export interface Identities {
  find(key: Identity.Key): Promise<Identity.Account | undefined>;
  /** A person's accounts, by provider. */
  ofMember(memberId: string): Promise<Identity.Account[]>;
  /** Binds an account. @returns false when it is somebody's already, or the person has one of this provider */
  bind(account: Identity.Account, caused: Required<Caused>): Promise<boolean>;
  /** Takes an account away from whose it is, as it was read. @returns false when it has become another's or is gone */
  unbind(account: Identity.Account, at: string, caused: Required<Caused>): Promise<boolean>;
  /** Adds a request; one whose id is there already is handed back as it is. */
  ask(rebinding: Identity.Requested, caused: Required<Caused>): Promise<Identity.Rebinding>;
  /** @throws `identity.request_missing` */
  request(id: string): Promise<Identity.Rebinding>;
  /** As they were asked for. */
  requests(status: Identity.Rebinding["status"], page: PageRequest): Promise<Page<Identity.Rebinding>>;
  /**
   * Decides on a request. Approved, the account is the person's in the same transaction, instead of the one they had, and
   * nobody else's any more.
   * @throws `identity.request_missing`, `store.busy`, whatever `decide` throws
   */
  decide(
    id: string,
    decide: (rebinding: Identity.Rebinding) => Required<Caused> & { to: Identity.Rebinding; at: string },
  ): Promise<Identity.Rebinding>;
}

export const accountDocuments = documents({
  entity: "identityAccount",
  schema: Identity.Account,
  attributes: { digest: "string", version: "number" },
  key: { pk: "identity#${digest}", sk: "account" },
  itemOf: (account) => ({ digest: Identity.digestOf(account), version: account.version }),
});

/** The account that a person has of a provider. */
export const holderDocuments = documents({
  entity: "identityHolder",
  schema: z.object({ memberId: z.string(), provider: z.string(), digest: z.string() }),
  attributes: { memberId: "string", provider: "string", digest: "string" },
  key: { pk: "identities#${memberId}", sk: "provider#${provider}" },
  guard: "digest",
  first: "key",
  body: "none",
  itemOf: (row) => row,
});

export const rebindingDocuments = documents({
  entity: "rebinding",
  schema: Identity.Rebinding,
  attributes: { rebindingId: "string", status: "string", version: "number" },
  key: { pk: "rebinding#${rebindingId}", sk: "row" },
  indexes: { byStatus: { on: "gsi1", pk: "rebindings#${status}", sk: "${rebindingId}" } },
  itemOf: ({ id: rebindingId, status, version }) => ({ rebindingId, status, version }),
  missing: () => identityRefusal("identity.request_missing"),
});

const holderOf = (account: Pick<Identity.Account, "memberId"> & Identity.Key) => ({
  memberId: account.memberId,
  provider: account.provider,
  digest: Identity.digestOf(account),
});

export function dynamoIdentities(table: Table): Identities {
  const accounts = accountDocuments(table);
  const holders = holderDocuments(table);
  const rebindings = rebindingDocuments(table);

  /** Makes an account the person's, whoever had it and whichever they had. */
  async function takeOver(account: Identity.Account): Promise<Op[]> {
    const own = holderOf(account);
    const [before, held] = await Promise.all([
      accounts.find({ digest: own.digest }),
      holders.find({ memberId: own.memberId, provider: own.provider }),
    ]);
    const former = before && before.memberId !== own.memberId ? holderOf(before) : undefined;
    return [
      accounts.ops.save(before, account),
      holders.ops.save(held, own),
      ...(held && held.digest !== own.digest ? [accounts.ops.remove({ digest: held.digest })] : []),
      ...(former ? [holders.ops.remove(former, ({ digest }, { eq }) => eq(digest, former.digest))] : []),
    ];
  }

  return {
    find: (key) => accounts.find({ digest: Identity.digestOf(key) }),
    async ofMember(memberId) {
      const held = await holders.all("key", { memberId });
      return accounts.getMany(held.map(({ digest }) => ({ digest })));
    },
    bind: (account, caused) =>
      accounts.create(account, [holders.ops.create(holderOf(account)), ...causedOps(table, caused, account.boundAt)]),
    async unbind(account, at, caused) {
      const own = holderOf(account);
      const done = await transact(table, [
        accounts.ops.remove(own, ({ version }, { eq }) => eq(version, account.version)),
        holders.ops.remove(own, ({ digest }, { eq }) => eq(digest, own.digest)),
        ...causedOps(table, caused, at),
      ]);
      return done.ok;
    },
    ask: (rebinding, caused) => rebindings.add(rebinding, causedOps(table, caused, rebinding.askedAt)),
    request: (rebindingId) => rebindings.get({ rebindingId }),
    requests: (status, page) => rebindings.list("byStatus", { status }, page),
    decide: (rebindingId, decide) =>
      untilSaved(async () => {
        const before = await rebindings.get({ rebindingId });
        const { to, at, ...caused } = decide(before);
        const { provider, tenant, subject, memberId } = to;
        const account = { provider, tenant, subject, memberId, how: "request" as const, boundAt: at, version: 0 };
        const ops = to.status === "approved" ? await takeOver(account) : [];
        const done = await transact(table, [rebindings.ops.save(before, to), ...ops, ...causedOps(table, caused, at)]);
        return done.ok ? to : CLASH;
      }),
  };
}
