import { type Challenge, counted, isRight, used, wrong } from "@yigong/core/identity/challenge.ts";
import { isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import { codeHmacOf } from "./code-hmac.ts";
import { left } from "./find-person.ts";
import type { IdentityDeps } from "./identity-stores.ts";

/**
 * Tries a one-time code. Each try is counted before anything is compared.
 *
 * @param code - as it was typed
 * @returns the person, and the challenge, which is used up
 * @throws `identity.code_wrong`, `identity.code_spent`, `identity.code_expired`, `identity.too_many_tries`, `identity.left`
 */
export async function checkCode(
  deps: IdentityDeps,
  { id, code, network, at }: { id: string; code: string; network?: string | undefined; at: string },
): Promise<{ member: Member; challenge: Challenge }> {
  if (network !== undefined) await deps.signInCodes.count("triesByNetwork", network, at);
  const { employeeNumber } = await deps.signInCodes.get(id);
  await deps.signInCodes.count("triesByNumber", employeeNumber, at);
  const challenge = await deps.signInCodes.change(id, (before) => counted(before, at));
  if (!isRight(codeHmacOf(deps.secrets.surveys), challenge, code.normalize("NFKC").replace(/\s/g, ""))) throw wrong();
  const [member] = await deps.members.getMany(challenge.memberId === undefined ? [] : [challenge.memberId]);
  await deps.signInCodes.change(id, (before) => used(before, at));
  if (!member || !isEmployedOn(member, deps.dayOf(at))) throw left();
  return { member, challenge };
}
