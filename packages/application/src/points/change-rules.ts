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
import { cachedUntilWritten } from "../lib/cached-until-written.ts";

export interface RuleDeps {
  ruleSets: RuleSets;
  ledger: Pick<Ledger, "balances">;
  members: Pick<Members, "all" | "writes">;
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

/** Somebody whose year a draft would change, as they are called. */
interface Named {
  name: string;
  employeeNumber: string;
}

/** Everybody employed at the end of a year, with what they have done in it. */
async function readSubjects(deps: RuleDeps, year: number) {
  const employed = (await deps.members.all()).filter((member) => isEmployedOn(member, `${year}-12-31`));
  const balances = await deps.ledger.balances(
    employed.map(({ pseudonym }) => pseudonym),
    year,
  );
  const names = new Map<string, Named>(employed.map(({ id, name, employeeNumber }) => [id, { name, employeeNumber }]));
  const subjects = employed.map((member) => {
    const { status, volunteer } = personOf(member, year, { entries: 0, head: GENESIS });
    const tally = balances.get(member.pseudonym);
    return { memberId: member.id, partyMember: status === "partyMember", volunteer, tally };
  });
  return { year, subjects, names };
}

/** How old the year may be that drafts are compared with. */
const SECONDS = 30;

/**
 * Tells what the current local year would be if a draft had been in force from its start, for everybody employed at its
 * end. The year is as of at most half a minute ago: people and balances are read once for all pages and drafts.
 *
 * @throws `rules.missing`
 */
export function previewingRules(deps: RuleDeps & { now: () => string }) {
  const current = () => yearOf(deps.now(), deps.zone);
  const fresh = { now: deps.now, writes: deps.members.writes, seconds: SECONDS };
  const cached = cachedUntilWritten(() => readSubjects(deps, current()), fresh);
  return async (id: string): Promise<Preview & { year: number; names: ReadonlyMap<string, Named> }> => {
    const [{ terms }, sets, read] = await Promise.all([deps.ruleSets.draft(id), deps.ruleSets.adopted(), cached()]);
    const { year, subjects, names } = read.year === current() ? read : await readSubjects(deps, current());
    return { year, names, ...previewOf(subjects, terms, ruleSetOfYear(year, sets, deps.zone)) };
  };
}
