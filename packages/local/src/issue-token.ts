import { Refusal } from "@yigong/core/lib/error.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { SETUP, tokenFor } from "@yigong/functions/api/sign-in.ts";

/** What a token is made with: one machine's or an AWS installation's. */
export interface Installation {
  secret: Uint8Array;
  roster: Pick<Members, "byEmployeeNumber">;
  zone: string;
  /** ISO-8601 UTC. */
  now: () => string;
}

/**
 * A token for somebody on the roster, or for setting the installation up.
 *
 * @param who - an employee number, or `setup`
 * @throws `token.unknown_person` when nobody on the roster has the number, or nobody has it any more
 */
export async function tokenOf(who: string, { secret, roster, zone, now }: Installation): Promise<string> {
  const at = now();
  if (who === SETUP) return tokenFor(SETUP, { secret, at });
  const member = await roster.byEmployeeNumber(who);
  if (!member || (member.leftOn !== undefined && member.leftOn <= dayOf(at, zone)))
    throw new Refusal("missing", "token.unknown_person", `Nobody on the roster has the employee number ${who}.`);
  return tokenFor(`employee:${who}`, { secret, at });
}
