import { Refusal } from "@yigong/core/lib/error.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Tokens } from "@yigong/core/token/token.store.ts";
import * as Token from "@yigong/core/token/token.ts";
import { type Found, findHolder, type HolderDeps, holderFrom } from "../session/find-holder.ts";
import { digestOf } from "../session/secret.ts";

export interface FindDeps extends HolderDeps {
  tokens: Pick<Tokens, "find" | "used" | "forget">;
  /** A member as read a moment ago, which is cheaper. */
  findRecent: (memberId: string) => Promise<Member | undefined>;
}

const ended = () =>
  new Refusal(
    "unauthenticated",
    "auth.unauthenticated",
    "The token is not valid here, or no longer: it has expired, was revoked, or its owner has left. Have its owner make a new one.",
  );

/**
 * The person for whom a program acts by a token, with the actions that it is for. Roles are those of this moment.
 *
 * @param at - ISO-8601 UTC
 * @throws `auth.unauthenticated`
 */
export async function findToken(deps: FindDeps, secret: string, at: string): Promise<Found & { token: Token.Info }> {
  const token = await deps.tokens.find(digestOf(secret));
  if (!token || !Token.isGood(token, at)) throw ended();
  const recent = await deps.findRecent(token.memberId);
  const holder = recent ? await holderFrom(deps, recent, at) : await findHolder(deps, token.memberId, at);
  if (!holder?.isEmployed) {
    await deps.tokens.forget(token.id);
    throw ended();
  }
  if (Token.isToBeNoted(token, at)) await deps.tokens.used(token.id, at);
  return { ...holder, token };
}
