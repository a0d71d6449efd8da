import { auditOps } from "../audit/audit.row.ts";
import type { Entry as Audit } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { pointsRefusal } from "./points.refusals.ts";
import * as RuleDraft from "./rule-draft.ts";
import { RULE_SET_1, RuleSet } from "./rules.ts";

/** The versions of the rules, and the drafts of new ones. Versions are only added. */
export interface RuleSets {
  /** All adopted versions in order; the first is built in. Consistent. */
  adopted(): Promise<RuleSet[]>;
  /** All drafts, adopted and withdrawn ones too, oldest first. */
  drafts(): Promise<RuleDraft.Info[]>;
  /** @throws `rules.missing` */
  draft(id: string): Promise<RuleDraft.Info>;
  add(draft: RuleDraft.Info, audit: readonly Audit[]): Promise<RuleDraft.Info>;
  /** Saves what `decide` makes of a draft, with the version it becomes. @throws `rules.missing`, `store.busy`, whatever `decide` throws */
  decide(
    id: string,
    decide: (
      draft: RuleDraft.Info,
      adopted: readonly RuleSet[],
    ) => { draft: RuleDraft.Info; set?: RuleSet; audit: readonly Audit[] },
  ): Promise<RuleDraft.Info>;
}

const scope = "rules";
const versionKey = (version: number): string => `version#${String(version).padStart(6, "0")}`;
const draftKey = (id: string): string => `draft#${id}`;

/** Drafts and versions are of one entity: a key tells which. */
const stored = {
  entity: "rules",
  attributes: { scope: "string", key: "string", revision: "number" },
  key: { pk: "${scope}", sk: "${key}" },
} as const;

export const draftDocuments = documents({
  ...stored,
  schema: RuleDraft.Info,
  guard: "revision",
  itemOf: ({ id, revision }) => ({ scope, key: draftKey(id), revision }),
  missing: () => pointsRefusal("rules.missing"),
});

export const versionDocuments = documents({
  ...stored,
  schema: RuleSet,
  itemOf: ({ version }) => ({ scope, key: versionKey(version), revision: 1 }),
});

export function dynamoRuleSets(table: Table): RuleSets {
  const drafts = draftDocuments(table);
  const versions = versionDocuments(table);
  const adopted = async () => [
    RULE_SET_1,
    ...(await versions.all("key", { scope }, { range: { begins: { key: "version#" } } })),
  ];
  const draft = (id: string) => drafts.get({ scope, key: draftKey(id) });

  return {
    adopted,
    draft,
    drafts: () => drafts.all("key", { scope }, { range: { begins: { key: draftKey("") } } }),
    async add(added, audit) {
      await drafts.create(added, auditOps(table, audit));
      return added;
    },
    decide: (id, decide) =>
      untilSaved(async () => {
        const [before, sets] = await Promise.all([draft(id), adopted()]);
        const { draft: after, set, audit } = decide(before, sets);
        const version = set ? [versions.ops.create(set)] : [];
        const done = await transact(table, [drafts.ops.save(before, after), ...version, ...auditOps(table, audit)]);
        return done.ok ? after : CLASH;
      }),
  };
}
