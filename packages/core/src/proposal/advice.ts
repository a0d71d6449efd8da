import { inBoth } from "../language/index.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { type Advice, MOST_ADVICE, MOST_ASKED } from "./advice.row.ts";
import { proposalRefusal } from "./proposal.refusals.ts";
import type { Info } from "./proposal.ts";

/** Who may advise now: those who were asked while a plan waits, and whom it was granted once it is approved. @source docs/domain.md A8, A9 */
export function advisersOf(proposal: Info): string[] {
  if (proposal.state === "refused") return [];
  if (proposal.state === "approved") return proposal.grants.adviserId === undefined ? [] : [proposal.grants.adviserId];
  return (proposal.asked ?? []).map(({ memberId }) => memberId);
}

/** Whether somebody's advice is waited for: on the plan as it was sent last, or since they were granted as adviser. */
export function owesAdvice(proposal: Info, memberId: string): boolean {
  if (proposal.state === "returned" || !advisersOf(proposal).includes(memberId)) return false;
  const since = proposal.state === "approved" ? proposal.decided.at : proposal.submittedAt;
  return !(proposal.advice ?? []).some(({ by, at }) => by === memberId && at >= since);
}

/**
 * The alliance asks somebody for advice on a plan that waits for its decision. Asking the same person twice is once.
 *
 * @throws `proposal.not_submitted`, `proposal.own` by who proposed it, `proposal.adviser_own` for who proposed it,
 * `proposal.many_advisers`
 * @source docs/domain.md A8, Decision, advice
 */
export function askAdvice(proposal: Info, memberId: string, { by, deputyFor, at }: Party & { at: string }): Info {
  requireOther({ by, deputyFor }, [proposal.proposerId, proposal.proposedFor], () => proposalRefusal("proposal.own"));
  if (proposal.state !== "submitted")
    throw proposalRefusal("proposal.not_submitted", { state: inBoth(`proposal.state.${proposal.state}`) });
  if ([proposal.proposerId, proposal.proposedFor].includes(memberId)) throw proposalRefusal("proposal.adviser_own");
  const { asked = [] } = proposal;
  if (asked.some((one) => one.memberId === memberId)) return proposal;
  if (asked.length >= MOST_ASKED) throw proposalRefusal("proposal.many_advisers", { most: MOST_ASKED });
  return { ...proposal, asked: [...asked, { memberId, by, at }] };
}

/**
 * Somebody who was asked says what they think of a plan; it stays with it for good.
 *
 * @throws `proposal.advice_over` once it was refused, `proposal.not_adviser`, `proposal.much_advice`
 * @source docs/domain.md A8, Decision, advice
 */
export function advise(
  proposal: Info,
  { stance, text }: Pick<Advice, "stance" | "text">,
  { by, at }: { by: string; at: string },
): Info {
  if (!advisersOf(proposal).includes(by)) {
    const wasAsked = proposal.asked?.some(({ memberId }) => memberId === by) ?? false;
    throw proposalRefusal(wasAsked ? "proposal.advice_over" : "proposal.not_adviser");
  }
  const { advice = [] } = proposal;
  if (advice.length >= MOST_ADVICE) throw proposalRefusal("proposal.much_advice", { most: MOST_ADVICE });
  return { ...proposal, advice: [...advice, { by, at, stance, text }] };
}
