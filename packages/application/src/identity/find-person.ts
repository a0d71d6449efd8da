import { identityRefusal } from "@yigong/core/identity/identity.refusals.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";
import { OFFICES, type Office } from "@yigong/core/member/accounts.ts";
import { isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import type { IdentityDeps } from "./identity-stores.ts";

/** Who is behind an account, and whether it is theirs already. */
export type Found =
  | { kind: "bound"; member: Member }
  /** By the roster or by a claim of the provider it is theirs; nothing is written yet. */
  | { kind: "named"; member: Member; how: "roster" | "claim" }
  | { kind: "unknown" };

export const left = () => identityRefusal("identity.left");

const officeOf = (provider: Identified["provider"]): Office | undefined =>
  OFFICES.find((office) => office === provider);

/**
 * Finds the person of an account: by what is bound, else by the roster or a claim. Nobody is ever made.
 *
 * An account whose person has left is somebody else's when the roster says so, as where accounts are given anew.
 * @throws `identity.left`, `identity.ambiguous` when the roster gives it to two people
 */
export async function findPerson(deps: IdentityDeps, identified: Identified, at: string): Promise<Found> {
  const isHere = (member: Member) => isEmployedOn(member, deps.dayOf(at));
  const account = await deps.identities.find(identified);
  const [bound] = account ? await deps.members.getMany([account.memberId]) : [];
  if (bound && isHere(bound)) return { kind: "bound", member: bound };
  const [named, more] = (await namedBy(deps, identified)).filter(({ member }) => isHere(member) || !bound);
  if (more) throw identityRefusal("identity.ambiguous");
  if ((named && !isHere(named.member)) || (bound && !named)) throw left();
  return named ? { kind: "named", ...named } : { kind: "unknown" };
}

async function namedBy({ members }: IdentityDeps, { provider, subject, account, employeeNumber }: Identified) {
  const office = officeOf(provider);
  const own = office ? await members.byAccount(office, account ?? subject) : [];
  if (own.length > 0) return own.map((member) => ({ member, how: "roster" as const }));
  const claimed = employeeNumber === undefined ? undefined : await members.byEmployeeNumber(employeeNumber);
  return claimed ? [{ member: claimed, how: "claim" as const }] : [];
}
