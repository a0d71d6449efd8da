import { inParallel } from "@yigong/core/lib/parallel.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Draft, entryId, issuerOf, personOf, pseudonymOf } from "@yigong/core/points/points.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { type RuleSet, ruleSetAt, totalOf } from "@yigong/core/points/rules.ts";
import { type Cause, type Issuer, prefixOf, type Scorer } from "../manifest/scorer.ts";

export interface PostingDeps {
  scorers: readonly Scorer[];
  members: { getMany(ids: readonly string[], reading?: Reading): Promise<Member[]> };
  ledger: Pick<Ledger, "enlist" | "post">;
  ruleSets: Pick<RuleSets, "adopted">;
  zone: string;
}

interface Scored {
  scorer: Scorer;
  causes: readonly Cause[];
}

/** What each scorer of such issuers makes of this one; nothing is posted for who has no line. */
async function scoredBy({ scorers }: PostingDeps, issuer: Issuer, rules: RuleSet): Promise<Scored[]> {
  const own = scorers.filter(({ prefix }) => prefix === prefixOf(issuer.id));
  const scored = await Promise.all(own.map(async (scorer) => ({ scorer, causes: await scorer.score(issuer, rules) })));
  return scored
    .map(({ scorer, causes }) => ({ scorer, causes: causes.filter(({ lines }) => lines.length > 0) }))
    .filter(({ causes }) => causes.length > 0);
}

const draftOf = (
  { memberId: _, lines, evidence, ...cause }: Cause,
  {
    issuerId,
    pseudonym,
    kind,
    ...posting
  }: Pick<Draft, "kind" | "year" | "ruleSet" | "postedAt"> & { issuerId: string; pseudonym: string },
): Draft => ({
  id: entryId({ issuerId, pseudonym, kind, revision: 1 }),
  debit: issuerOf(issuerId),
  credit: personOf(pseudonym),
  points: totalOf(lines),
  ...posting,
  kind,
  ...cause,
  lines,
  evidence: [...evidence],
});

/** The entries to post, each scorer's in the order of the list. */
async function draftsOf(
  deps: PostingDeps,
  scored: readonly Scored[],
  posting: Pick<Draft, "year" | "ruleSet" | "postedAt"> & { issuerId: string },
): Promise<Draft[]> {
  const causes = scored.flatMap(({ scorer: { kind }, causes: own }) => own.map((cause) => ({ kind, cause })));
  const found = await deps.members.getMany(
    causes.map(({ cause }) => cause.memberId),
    recent,
  );
  const pseudonyms = new Map(found.map(({ id, pseudonym }) => [id as string, pseudonym]));
  return causes.flatMap(({ kind, cause }) => {
    const pseudonym = pseudonyms.get(cause.memberId);
    return pseudonym === undefined ? [] : [draftOf(cause, { ...posting, kind, pseudonym })];
  });
}

/**
 * Posts what an issuer's people earned, as the nouns' scorers have it.
 *
 * Safe to run twice: an entry's id is its cause, and it moves the account in the same transaction.
 * @param at - when it is posted, ISO-8601 UTC; the year is that of the issuer's end
 * @returns how many entries stand, their sum in 0.01 points, and the messages to send
 * @source docs/domain.md I2
 */
export const postPoints =
  (deps: PostingDeps) =>
  async (issuer: Issuer, at: string): Promise<{ people: number; points: number; told: Effect[] }> => {
    const { id: issuerId, endedAt } = issuer;
    const rules = ruleSetAt(endedAt, await deps.ruleSets.adopted());
    const scored = await scoredBy(deps, issuer, rules);
    const year = yearOf(endedAt, deps.zone);
    const drafts = await draftsOf(deps, scored, { issuerId, year, ruleSet: rules.version, postedAt: at });
    const accounts = await deps.ledger.enlist(drafts.map(pseudonymOf));
    await inParallel(drafts, 16, (draft) => {
      const from = accounts.get(pseudonymOf(draft));
      // Somebody's second entry goes on from the first.
      accounts.delete(pseudonymOf(draft));
      return deps.ledger.post(draft, from);
    });
    const points = drafts.reduce((sum, draft) => sum + draft.points, 0);
    const told = scored.flatMap(({ scorer, causes }) => scorer.tell(issuer, causes, at));
    return { people: drafts.length, points, told };
  };
