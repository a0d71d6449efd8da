import * as z from "zod";
import { inBoth } from "../language/index.ts";
import { requireVersion } from "../lib/edit.ts";
import { Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { Advice, Asked, MOST_ADVICE, MOST_ASKED } from "./advice.row.ts";
import { proposalRefusal } from "./proposal.refusals.ts";

/** The three supports that a team or a volunteer may ask the alliance for; money in fen. @source docs/domain.md A9 */
export const Wishes = z.object({
  guidance: z.boolean(),
  moneyFen: z.int().positive().max(100_000_000).optional(),
  volunteers: z.object({ teamIds: z.array(UnitId).min(1).max(20), headCount: z.int().min(1).max(1000) }).optional(),
});
export type Wishes = z.infer<typeof Wishes>;

/** What the alliance grants: an adviser, money in fen, party volunteers of other teams. */
export const Grants = z.object({
  adviserId: z.string().optional(),
  moneyFen: z.int().positive().max(100_000_000).optional(),
  volunteerTeamIds: z.array(UnitId).max(20).optional(),
});
export type Grants = z.infer<typeof Grants>;

/** The money that was granted, in fen; 0 without a grant. An approval is final, so it never changes. @source docs/domain.md A9 */
export const grantedFen = (proposal: Info | undefined): number =>
  proposal?.state === "approved" ? (proposal.grants.moneyFen ?? 0) : 0;

/** Whether money was granted that has to be accounted for before the archive is filed. @source docs/domain.md A9 */
export const mustSettle = (proposal: Info | undefined): boolean =>
  grantedFen(proposal) > 0 && proposal?.state === "approved" && proposal.settles === true;

const Reason = z.string().trim().min(1).max(1000);
const Decided = z.object({ by: z.string(), at: Instant, reason: Reason });

const Base = z.object({
  activityId: z.string(),
  proposerId: z.string(),
  /** Whom the proposer stood in for as a deputy. */
  proposedFor: z.string().optional(),
  submittedAt: Instant,
  plan: z.string().trim().min(1).max(4000),
  wishes: Wishes,
  /** Earlier returns, oldest first; nothing is lost when a plan is sent again. */
  returns: z.array(Decided).max(50),
  /** What was sent before, oldest first; rows of before have none. */
  earlier: z
    .array(z.object({ plan: z.string(), wishes: Wishes, submittedAt: Instant }))
    .max(50)
    .exactOptional(),
  /** Whom the alliance asked for advice before it decides, and what advisers said; oldest first. */
  asked: z.array(Asked).max(MOST_ASKED).exactOptional(),
  advice: z.array(Advice).max(MOST_ADVICE).exactOptional(),
  version: z.int().nonnegative(),
});

/** A plan sent to the alliance: waiting, sent back for changes, approved with grants, or refused. @source docs/domain.md A1, A8 */
export const Info = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("submitted") }),
  Base.extend({ state: z.literal("returned") }),
  Base.extend({
    state: z.literal("approved"),
    decided: Decided,
    grants: Grants,
    /** Its money is accounted for before the archive is filed; what was granted before that rule is not. */
    settles: z.literal(true).exactOptional(),
  }),
  Base.extend({ state: z.literal("refused"), decided: Decided }),
]);
export type Info = z.infer<typeof Info>;

export const Verdict = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("approve"), reason: Reason, grants: Grants }),
  z.object({ verdict: z.literal("return"), reason: Reason }),
  z.object({ verdict: z.literal("refuse"), reason: Reason }),
]);
export type Verdict = z.infer<typeof Verdict>;

/**
 * The alliance's decision on a submitted plan, always with a reason.
 *
 * @param at - instant of the decision, ISO-8601 UTC
 * @throws `proposal.own` by who proposed it or acts for them, `proposal.not_submitted` unless it waits for a decision, `proposal.too_much_money` above what was asked for
 * @source docs/domain.md A8
 */
export function decide(proposal: Info, verdict: Verdict, { by, deputyFor, at }: Party & { at: string }): Info {
  requireOther({ by, deputyFor }, [proposal.proposerId, proposal.proposedFor], () => proposalRefusal("proposal.own"));
  if (proposal.state !== "submitted")
    throw proposalRefusal("proposal.not_submitted", { state: inBoth(`proposal.state.${proposal.state}`) });
  const decided = { by, at, reason: verdict.reason };
  switch (verdict.verdict) {
    case "return":
      return { ...proposal, state: "returned", returns: [...proposal.returns, decided] };
    case "refuse":
      return { ...proposal, state: "refused", decided };
    case "approve":
      if ((verdict.grants.moneyFen ?? 0) > (proposal.wishes.moneyFen ?? 0))
        throw proposalRefusal("proposal.too_much_money");
      return {
        ...proposal,
        state: "approved",
        decided,
        grants: verdict.grants,
        ...(verdict.grants.moneyFen === undefined ? {} : { settles: true }),
      };
  }
}

/**
 * Sends a returned plan again.
 *
 * @throws `proposal.not_returned` unless it was sent back for changes, `edit.changed`
 */
export function resubmit(
  proposal: Info,
  { plan, wishes, version, at }: { plan: string; wishes: Wishes; version?: number | undefined; at: string },
): Info {
  requireVersion(proposal, version);
  if (proposal.state !== "returned")
    throw proposalRefusal("proposal.not_returned", { state: inBoth(`proposal.state.${proposal.state}`) });
  const { plan: planBefore, wishes: wishesBefore, submittedAt, earlier = [] } = proposal;
  const sent = { plan: planBefore, wishes: wishesBefore, submittedAt };
  return { ...proposal, state: "submitted", plan, wishes, submittedAt: at, earlier: [...earlier, sent] };
}
