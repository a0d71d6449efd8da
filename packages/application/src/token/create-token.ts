import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { Token } from "@yigong/core/token/index.ts";
import type { Tokens } from "@yigong/core/token/token.store.ts";
import { digestOf, newSecret } from "../session/secret.ts";

/** What a token begins with, so that people and scanners of leaked secrets know it. */
export const TOKEN_PREFIX = "yg_";

export interface TokenDeps {
  tokens: Tokens;
  random: (digits: number) => string;
  newId: NewId;
}

/**
 * Makes a bearer token for a program. It is told this once; the row has its digest.
 *
 * @throws `permission.denied`, `token.too_much`, `token.too_many`
 */
export async function createToken(
  { tokens, random, newId }: TokenDeps,
  wish: Token.Wish,
  { actor, at }: { actor: Actor; at: string },
): Promise<{ secret: string; token: Token.Info }> {
  const by = allow(actor, "token.own", { ownerId: actor.memberId });
  const secret = `${TOKEN_PREFIX}${newSecret(random)}`;
  const before = (await tokens.ofMember(actor.memberId)).filter((one) => Token.isGood(one, at)).length;
  const token = Token.create(wish, { id: digestOf(secret), actor, at, before });
  const { name, actions, expiresAt } = token;
  const entry = { subjectId: actor.memberId, at, action: "token.create", by, detail: { name, actions, expiresAt } };
  await tokens.add(token, [entryOf(newId, entry)]);
  return { secret, token };
}

/** Ends a token of one's own. @throws `permission.denied`, `token.missing` */
export async function revokeToken(
  { tokens, newId }: Pick<TokenDeps, "tokens" | "newId">,
  id: string,
  { actor, at }: { actor: Actor; at: string },
): Promise<void> {
  const by = allow(actor, "token.own", { ownerId: actor.memberId });
  const entry = { subjectId: actor.memberId, at, action: "token.revoke", by };
  await tokens.revoke(actor.memberId, id, [entryOf(newId, entry)]);
}
