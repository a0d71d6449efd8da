import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Instant } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { pointsRefusal } from "./points.refusals.ts";
import { RuleSet } from "./rules.ts";

export const Id = idOf("rul");

/** What a rule set says, before it has a version. */
export const Terms = RuleSet.omit({ version: true });
export type Terms = z.infer<typeof Terms>;

const Base = z.object({
  id: Id,
  terms: Terms,
  reason: z.string().trim().min(1).max(1000),
  draftedBy: z.string(),
  /** Whom the drafter stood in for as a deputy. */
  draftedFor: z.string().optional(),
  draftedAt: Instant,
  revision: z.int().nonnegative(),
});

/** A change of the rules on its way: drafted by one person, adopted by another, or withdrawn. */
export const Info = z.discriminatedUnion("state", [
  Base.extend({ state: z.literal("draft") }),
  Base.extend({ state: z.literal("adopted"), adoptedBy: z.string(), adoptedAt: Instant, version: z.int().positive() }),
  Base.extend({ state: z.literal("withdrawn"), withdrawnBy: z.string(), withdrawnAt: Instant }),
]);
export type Info = z.infer<typeof Info>;

/**
 * Requires that rules come into force later than now and than all rules before them.
 *
 * So versions never overlap, and nothing that is over is ever scored anew: people served under rules they could know.
 * @param sets - the adopted rule sets, in the order of their versions
 * @throws `rules.retroactive`, `rules.overlapping`
 */
export function requireAhead({ effectiveFrom }: Terms, sets: readonly RuleSet[], at: string): void {
  if (effectiveFrom <= at) throw pointsRefusal("rules.retroactive");
  const last = sets.at(-1);
  if (last && effectiveFrom <= last.effectiveFrom)
    throw pointsRefusal("rules.overlapping", { version: last.version, from: last.effectiveFrom });
}

const requireDraft = (draft: Info): Extract<Info, { state: "draft" }> => {
  if (draft.state !== "draft") throw pointsRefusal("rules.decided");
  return draft;
};

/**
 * Adopts a draft as the next version, as a second person.
 *
 * @throws `rules.decided`, `rules.second_person`, `rules.retroactive`, `rules.overlapping`
 */
export function adopt(
  draft: Info,
  { sets, by, deputyFor, at }: Party & { sets: readonly RuleSet[]; at: string },
): { draft: Info; set: RuleSet } {
  const { terms, ...open } = requireDraft(draft);
  requireOther({ by, deputyFor }, [draft.draftedBy, draft.draftedFor], () => pointsRefusal("rules.second_person"));
  requireAhead(terms, sets, at);
  const version = (sets.at(-1)?.version ?? 0) + 1;
  return {
    draft: { ...open, terms, state: "adopted", adoptedBy: by, adoptedAt: at, version },
    set: { version, ...terms },
  };
}

/** Withdraws a draft, which stays to be seen. @throws `rules.decided` */
export const withdraw = (draft: Info, { by, at }: { by: string; at: string }): Info => ({
  ...requireDraft(draft),
  state: "withdrawn",
  withdrawnBy: by,
  withdrawnAt: at,
});
