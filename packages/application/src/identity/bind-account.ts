import { entryOf } from "@yigong/core/audit/audit.ts";
import {
  type Account,
  digestOf,
  type How,
  type Identified,
  type Key,
  RebindingId,
  type Requested,
} from "@yigong/core/identity/identity.ts";
import { text } from "@yigong/core/language/index.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { tell } from "@yigong/core/message/message.ts";
import { paramIn } from "@yigong/core/message/template.ts";
import type { IdentityDeps } from "./identity-stores.ts";

/** What became of an account that is to be somebody's. */
export type Bound = { kind: "bound"; account: Account } | { kind: "asked"; request: Requested };

export const keyOf = ({ provider, tenant, subject }: Key): Key => ({ provider, tenant, subject });

/** What a message calls a provider, in both languages. */
export const providerParams = (provider: Key["provider"]) => ({
  provider: text("zh-CN", `identity.provider.${provider}`),
  [paramIn("en", "provider")]: text("en", `identity.provider.${provider}`),
});

/**
 * Makes an account somebody's, for whom it has been proved to be. Where they have another one of this provider, or it is
 * another's, a request is made instead, on which a second person decides. Safe to run twice.
 *
 * @param at - ISO-8601 UTC
 * @source docs/domain.md "Decision, whose account"
 */
export async function bindAccount(
  deps: IdentityDeps,
  { identified, member, how, at }: { identified: Identified; member: Member; how: How; at: string },
): Promise<Bound> {
  const key = keyOf(identified);
  const account: Account = { ...key, memberId: member.id, how, boundAt: at, version: 0 };
  const audit = [
    entryOf(deps.newId, {
      subjectId: member.id,
      at,
      action: "identity.bind",
      by: { actorId: member.id },
      detail: { ...key, how },
    }),
  ];
  if (await deps.identities.bind(account, { effects: [], audit })) return { kind: "bound", account };
  const there = await deps.identities.find(key);
  if (there?.memberId === member.id) return { kind: "bound", account: there };
  return { kind: "asked", request: await askRebinding(deps, { identified, member, at }) };
}

/** Asks a second person; on one day the same is asked once. */
async function askRebinding(
  deps: IdentityDeps,
  { identified, member, at }: { identified: Identified; member: Member; at: string },
): Promise<Requested> {
  const key = keyOf(identified);
  const id = RebindingId.parse(`bnd_${idLetters(`${member.id} ${digestOf(key)} ${at.slice(0, 10)}`)}`);
  const { name } = identified;
  const request: Requested = {
    ...key,
    id,
    memberId: member.id,
    ...(name === undefined ? {} : { name }),
    askedAt: at,
    status: "requested",
    version: 0,
  };
  const message = tell({
    template: "identity.rebindAsked",
    params: {
      name: member.name,
      number: member.employeeNumber,
      subject: key.subject,
      ...providerParams(key.provider),
    },
    to: { kind: "role", role: "administrator" },
    cause: id,
    dueAt: at,
  });
  const audit = [
    entryOf(deps.newId, {
      subjectId: member.id,
      at,
      action: "identity.askRebinding",
      by: { actorId: member.id },
      detail: { id, ...key },
    }),
  ];
  await deps.identities.ask(request, { effects: [message], audit });
  deps.wake();
  return request;
}

const idLetters = (text: string): string =>
  BigInt(`0x${digestOf({ provider: "try", tenant: "request", subject: text })}`)
    .toString(36)
    .slice(0, 26);
