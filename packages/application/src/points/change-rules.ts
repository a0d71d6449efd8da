import { entryOf } from "@yigong/core/audit/audit.ts";
import { personOf } from "@yigong/core/award/roster.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { GENESIS } from "@yigong/core/points/canonical.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import { type Preview, previewOf } from "@yigong/core/points/preview.ts";
import * as RuleDraft from "@yigong/core/points/rule-draft.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { ruleSetOfYear } from "@yigong/core/points/rules.ts";

export interface RuleDeps {
  ruleSets: RuleSets;
  ledger: Pick<Ledger, "balances">;
  members: Pick<Members, "all">;
  zone: string;
  newId: NewId;
}

/** Under which the history of the rules is kept in the audit. */
const RULES = "rules";

type Told = Omit<Parameters<typeof entryOf>[1], "subjectId">;

const auditOf = ({ newId }: RuleDeps, told: Told) => entryOf(newId, { subjectId: RULES, ...told });

/** Drafts a change of the rules. @throws `rules.retroactive`, `rules.overlapping` */
export async function draftRules(
  deps: RuleDeps,
  { id, terms, reason }: { id: string; terms: RuleDraft.Terms; reason: string },
  { by, at }: { by: By; at: string },
): Promise<RuleDraft.Info> {
  RuleDraft.requireAhead(terms, await deps.ruleSets.adopted(), at);
  const drafter = { draftedBy: by.actorId, ...(by.deputyFor === undefined ? {} : { draftedFor: by.deputyFor }) };
  const drafted = { ...drafter, draftedAt: at, state: "draft" as const, revision: 0 };
  const audit = [auditOf(deps, { by, at, action: "rules.draft", reason, detail: { id } })];
  return deps.ruleSets.add({ id: RuleDraft.Id.parse(id), terms, reason, ...drafted }, audit);
}

/**
 * Adopts a draft as the next version, as a second person.
 *
 * @throws `rules.missing`, `rules.decided`, `rules.second_person`, `rules.retroactive`, `rules.overlapping`, `store.busy`
 */
export const adoptRules = (deps: RuleDeps, id: string, { by, at }: { by: By; at: string }): Promise<RuleDraft.Info> =>
  deps.ruleSets.decide(id, (before, sets) => {
    const { draft, set } = RuleDraft.adopt(before, { sets, by: by.actorId, deputyFor: by.deputyFor, at });
    const detail = { id, version: set.version, effectiveFrom: set.effectiveFrom };
    return { draft, set, audit: [auditOf(deps, { by, at, action: "rules.adopt", detail })] };
  });

/** Withdraws a draft, which stays to be seen. @throws `rules.missing`, `rules.decided`, `store.busy` */
export const withdrawRules = (
  deps: RuleDeps,
  id: string,
  { by, at }: { by: By; at: string },
): Promise<RuleDraft.Info> =>
  deps.ruleSets.decide(id, (before) => ({
    draft: RuleDraft.withdraw(before, { by: by.actorId, at }),
    audit: [auditOf(deps, { by, at, action: "rules.withdraw", detail: { id } })],
  }));

/**
 * What the current local year would be if a draft had been in force from its start, for everybody employed at its end.
 *
 * @param at - ISO-8601 UTC
 * @throws `rules.missing`
 */
export async function previewRules(deps: RuleDeps, id: string, at: string): Promise<Preview & { year: number }> {
  const year = yearOf(at, deps.zone);
  const [{ terms }, sets, members] = await Promise.all([
    deps.ruleSets.draft(id),
    deps.ruleSets.adopted(),
    deps.members.all(),
  ]);
  const employed = members.filter((member) => isEmployedOn(member, `${year}-12-31`));
  const balances = await deps.ledger.balances(
    employed.map(({ pseudonym }) => pseudonym),
    year,
  );
  const subjects = employed.map((member) => {
    const { status, volunteer } = personOf(member, year, { entries: 0, head: GENESIS });
    return {
      memberId: member.id,
      partyMember: status === "partyMember",
      volunteer,
      tally: balances.get(member.pseudonym),
    };
  });
  return { year, ...previewOf(subjects, terms, ruleSetOfYear(year, sets, deps.zone)) };
}
