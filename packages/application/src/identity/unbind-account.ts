import { entryOf } from "@yigong/core/audit/audit.ts";
import { identityRefusal } from "@yigong/core/identity/identity.refusals.ts";
import type { Account, Provider } from "@yigong/core/identity/identity.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import { nameOf } from "../lib/name-of.ts";
import { keyOf, providerParams } from "./bind-account.ts";
import type { IdentityDeps } from "./identity-stores.ts";

type UnbindDeps = Pick<IdentityDeps, "identities" | "members" | "newId" | "wake"> & {
  sessions: Pick<Sessions, "revokeByWay">;
};

interface Which {
  memberId: string;
  provider: Provider;
  /** Why somebody else than the person does it. */
  reason?: string | undefined;
}

/**
 * Takes away the account of a provider by which somebody signs in, and ends the sessions that they opened by it. They are
 * told, by whoever it was done. What the roster or the provider says of the account stays: it can be bound again by it.
 *
 * Sessions end also when the account is gone already, so that a second try ends what a first one left.
 * @returns how many sessions have ended
 * @throws `identity.account_missing`, `identity.unbind_reason` for another's account without a reason
 * @source docs/domain.md "Decision, whose account"
 */
export async function unbindAccount(deps: UnbindDeps, which: Which, by: ByAt): Promise<number> {
  const { memberId, provider, reason } = which;
  if (by.actorId !== memberId && reason === undefined) throw identityRefusal("identity.unbind_reason");
  const account = (await deps.identities.ofMember(memberId)).find((one) => one.provider === provider);
  const { at, ...who } = by;
  const audit = [
    entryOf(deps.newId, {
      subjectId: memberId,
      at,
      action: "identity.unbind",
      by: who,
      ...(reason === undefined ? {} : { reason }),
      ...(account ? { detail: { ...keyOf(account) } } : {}),
    }),
  ];
  const effects = account ? [await told(deps, account, { reason, by })] : [];
  const done = account !== undefined && (await deps.identities.unbind(account, at, { effects, audit }));
  const ended = await deps.sessions.revokeByWay(memberId, provider);
  if (!done) throw identityRefusal("identity.account_missing");
  deps.wake();
  return ended;
}

async function told(
  deps: UnbindDeps,
  account: Account,
  { reason = "", by }: { reason?: string | undefined; by: ByAt },
): Promise<Effect> {
  const { memberId, provider, subject, boundAt } = account;
  const about = {
    to: { kind: "members" as const, memberIds: [memberId] },
    cause: `unbind.${memberId}.${provider}.${boundAt}`,
    dueAt: by.at,
  };
  const params = { subject, ...providerParams(provider) };
  if (by.actorId === memberId) return tell({ ...about, template: "identity.unbound", params });
  const name = (await nameOf(deps, [by.actorId]))(by.actorId);
  return tell({ ...about, template: "identity.unboundByOther", params: { ...params, name, reason } });
}
