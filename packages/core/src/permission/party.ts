import type { Refusal } from "../lib/error.ts";

/** Who stands behind something done or decided: the person, and whom they acted for as a deputy. */
export interface Party {
  by: string;
  deputyFor?: string | undefined;
}

/**
 * Whether somebody, or whom they act for, is one of these people.
 *
 * A deputy who acts for somebody is that person: otherwise whoever asks could name the second pair of eyes themselves.
 * Whoever acts in their own right is nobody's deputy then.
 * @source docs/domain.md "Decision, second person"
 */
export const isOneOf = ({ by, deputyFor }: Party, people: readonly (string | undefined)[]): boolean =>
  people.some((one) => one !== undefined && (one === by || one === deputyFor));

/** Lets somebody decide who is none of these people and acts for none of them, or refuses. */
export function requireOther(party: Party, people: readonly (string | undefined)[], refusal: () => Refusal): void {
  if (isOneOf(party, people)) throw refusal();
}
