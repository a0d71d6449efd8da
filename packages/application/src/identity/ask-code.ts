import { ask, type Challenge } from "@yigong/core/identity/challenge.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import type { IdentityDeps } from "./identity-stores.ts";

/** 128 bits, in hexadecimal digits. */
const ID_DIGITS = 32;

export interface CodeAsked {
  /** As it was typed. */
  employeeNumber: string;
  /** The address that the request came from, as far as it is known. */
  network?: string | undefined;
  /** The account that the code is to make theirs. */
  account?: Identified | undefined;
  language: Language;
  at: string;
}

/** Read where nobody has a number, so that it takes as long as where somebody has. */
const NOBODY = `mem_${"0".repeat(26)}`;

/**
 * Asks for a one-time code.
 *
 * Whether anybody has the number shows in nothing: the same is read and written for one that nobody has, and what is
 * different happens when the outbox sends it.
 * @returns the challenge, whose id is for the cookie of the browser that asked
 * @throws `identity.too_many_codes`
 */
export async function askCode(
  deps: IdentityDeps,
  { employeeNumber: typed, network, account, language, at }: CodeAsked,
): Promise<Challenge> {
  const employeeNumber = typed.normalize("NFKC").trim().slice(0, 64).toLowerCase();
  if (network !== undefined) await deps.signInCodes.count("codesByNetwork", network, at);
  await deps.signInCodes.count("codesByNumber", employeeNumber, at);
  const known = await deps.members.byEmployeeNumber(employeeNumber || "-");
  const member = known ?? (await deps.members.getMany([NOBODY]))[0];
  const isHere = member !== undefined && isEmployedOn(member, deps.dayOf(at));
  const asked = {
    id: deps.random(ID_DIGITS),
    purpose: account ? ("bind" as const) : ("signIn" as const),
    employeeNumber,
    ...(isHere ? { memberId: member.id } : {}),
    ...(account ? { account } : {}),
    language,
  };
  const challenge = ask(asked, at);
  const effect = {
    kind: "identity.sendCode" as const,
    id: `identity.sendCode#${challenge.id}`,
    dueAt: at,
    challengeId: challenge.id,
  };
  await deps.signInCodes.add(challenge, { effects: [effect], audit: [] });
  deps.wake();
  return challenge;
}
