import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { plainText } from "../lib/plain-text.ts";
import { Day, Instant } from "../lib/time.ts";
import { policyRefusal } from "./policy.refusals.ts";

export const Id = idOf("pol");
export type Id = z.infer<typeof Id>;

/** The name by which others refer to a clause. It stays with the clause over all versions and is never given twice. */
export const Anchor = z.string().regex(/^c[1-9][0-9]{0,3}$/, "must look like c12");
export type Anchor = z.infer<typeof Anchor>;

/** A clause as it is written; a new one has no anchor yet. */
export const WrittenClause = z.object({
  anchor: Anchor.optional(),
  heading: plainText(1, 80),
  text: plainText(2, 3000),
});
export type WrittenClause = z.infer<typeof WrittenClause>;

export const Clause = WrittenClause.required();
export type Clause = z.infer<typeof Clause>;

/** One version as somebody writes it: from which local day it is in force, and all of its clauses in order. */
export const Issue = z.object({
  effectiveOn: Day,
  clauses: z.array(WrittenClause).min(1).max(60),
  /** What this version changes, and why. */
  note: plainText(2, 500).optional(),
});
export type Issue = z.infer<typeof Issue>;

export const Writing = Issue.extend({ title: plainText(2, 120) });
export type Writing = z.infer<typeof Writing>;

export const Version = Issue.extend({
  number: z.int().positive(),
  clauses: z.array(Clause),
  issuedAt: Instant,
  issuedBy: z.string(),
});
export type Version = z.infer<typeof Version>;

/** The written policy of training with all of its versions: what was issued is never changed. @source docs/domain.md T8 */
export const Info = z.object({
  id: Id,
  title: plainText(2, 120),
  versions: z.array(Version).min(1).max(100),
  createdAt: Instant,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

interface Issuing {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

const numberOf = (anchor: Anchor): number => Number(anchor.slice(1));

/** The clauses with an anchor each: those that were there keep theirs. @throws `policy.clause_unknown`, `policy.clause_twice` */
function anchored(written: readonly WrittenClause[], before: readonly Version[]): Clause[] {
  const given = new Set(before.flatMap(({ clauses }) => clauses.map(({ anchor }) => anchor)));
  let last = Math.max(0, ...[...given].map(numberOf));
  const kept = new Set<Anchor>();
  for (const { anchor } of written) {
    if (anchor === undefined) continue;
    if (!given.has(anchor)) throw policyRefusal("policy.clause_unknown", { anchor });
    if (kept.has(anchor)) throw policyRefusal("policy.clause_twice", { anchor });
    kept.add(anchor);
  }
  return written.map((clause) => ({ ...clause, anchor: clause.anchor ?? `c${++last}` }));
}

/** Writes the first version of a policy. @throws `policy.clause_unknown` for a clause that names an anchor */
export function begin({ title, ...issue }: Writing, { id, by, at }: Issuing & { id: Id }): Info {
  const first = { ...issue, clauses: anchored(issue.clauses, []), number: 1, issuedAt: at, issuedBy: by };
  return { id, title, versions: [first], createdAt: at, version: 0 };
}

/**
 * Issues the next version. It is in force after the one before, so that on each day one version holds.
 *
 * @param version - as its editor read it
 * @throws `edit.changed`, `policy.not_after`, `policy.clause_unknown`, `policy.clause_twice`, `policy.unchanged`
 */
export function issue(policy: Info, issued: Issue, { by, at, version }: Issuing & { version: number }): Info {
  requireVersion(policy, version);
  const before = latest(policy);
  if (issued.effectiveOn <= before.effectiveOn) throw policyRefusal("policy.not_after", { day: before.effectiveOn });
  const clauses = anchored(issued.clauses, policy.versions);
  const next = { ...issued, clauses, number: before.number + 1, issuedAt: at, issuedBy: by };
  if (changesBetween(before, next).length === 0 && isSameOrder(before, next)) throw policyRefusal("policy.unchanged");
  return { ...policy, versions: [...policy.versions, next] };
}

const isSameOrder = (one: Version, other: Version): boolean =>
  one.clauses.map(({ anchor }) => anchor).join() === other.clauses.map(({ anchor }) => anchor).join();

/** The version that was issued last, in force or not yet. */
export const latest = ({ versions }: Pick<Info, "versions">): Version => versions.at(-1) as Version;

/** The version that holds on a local day; undefined before the first. */
export const inForce = ({ versions }: Pick<Info, "versions">, day: string): Version | undefined =>
  versions.filter(({ effectiveOn }) => effectiveOn <= day).at(-1);

export type Change = { anchor: Anchor; how: "added" | "changed" | "dropped" };

/** Which clauses a version adds, words otherwise or drops, in the order of the clauses. */
export function changesBetween(before: Pick<Version, "clauses">, after: Pick<Version, "clauses">): Change[] {
  const was = new Map(before.clauses.map((clause) => [clause.anchor, clause]));
  const is = new Set(after.clauses.map(({ anchor }) => anchor));
  const dropped = before.clauses.filter(({ anchor }) => !is.has(anchor));
  return [
    ...after.clauses.flatMap(({ anchor, heading, text }): Change[] => {
      const old = was.get(anchor);
      if (!old) return [{ anchor, how: "added" }];
      return old.heading === heading && old.text === text ? [] : [{ anchor, how: "changed" }];
    }),
    ...dropped.map(({ anchor }): Change => ({ anchor, how: "dropped" })),
  ];
}
