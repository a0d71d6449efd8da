import { Refusal } from "@yigong/core/lib/error.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { SETUP, tokenFor } from "@yigong/functions/api/sign-in.ts";

/** Secret, roster and clock of an installation, on one machine or on AWS. */
export interface Installation {
  secret: Uint8Array;
  roster: Pick<Members, "byEmployeeNumber">;
  zone: string;
  /** ISO-8601 UTC. */
  now: () => string;
}

/**
 * Issues a sign-in token for a member on the roster, or for setting up the installation.
 *
 * @param who - an employee number, or `setup`
 * @throws `token.unknown_person` when no member has the number, or the member has left
 */
export async function issueToken(who: string, { secret, roster, zone, now }: Installation): Promise<string> {
  const at = now();
  if (who === SETUP) return tokenFor(SETUP, { secret, at });
  const member = await roster.byEmployeeNumber(who);
  if (!member || (member.leftOn !== undefined && member.leftOn <= dayOf(at, zone)))
    throw new Refusal("missing", "token.unknown_person", `Nobody on the roster has the employee number ${who}.`);
  return tokenFor(`employee:${who}`, { secret, at });
}
