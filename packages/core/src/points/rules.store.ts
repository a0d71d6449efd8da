import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry as Audit } from "../audit/audit.ts";
import { Refusal } from "../lib/error.ts";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table, transact } from "../lib/table.ts";
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
  /** Saves what `decide` makes of a draft, with the version it becomes. @throws `rules.missing`, `rules.busy`, whatever `decide` throws */
  decide(
    id: string,
    decide: (
      draft: RuleDraft.Info,
      adopted: readonly RuleSet[],
    ) => { draft: RuleDraft.Info; set?: RuleSet; audit: readonly Audit[] },
  ): Promise<RuleDraft.Info>;
}

const TRIES = 5;
const scope = "rules";

const rulesEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "rules", version: "1" },
        attributes: {
          scope: { type: "string", required: true, default: scope },
          key: { type: "string", required: true },
          revision: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byKey: {
            pk: { field: "pk", composite: ["scope"], template: "${scope}" },
            sk: { field: "sk", composite: ["key"], template: "${key}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const versionKey = (version: number): string => `version#${String(version).padStart(6, "0")}`;
const draftKey = (id: string): string => `draft#${id}`;

export function dynamoRuleSets(table: Table): RuleSets {
  const rows = rulesEntity(table);
  const every = async (prefix: string) => {
    const query = rows.query.byKey({ scope }).begins({ key: prefix });
    const { data } = await query.go({ limit: 500, pages: "all", consistent: true });
    return data.map(({ row }) => row);
  };
  const adopted = async () => [RULE_SET_1, ...(await every("version#")).map((row) => RuleSet.parse(row))];

  async function draft(id: string) {
    const { data } = await rows.get({ scope, key: draftKey(id) }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "rules.missing", `There is no draft ${id}.`);
    return RuleDraft.Info.parse(data.row);
  }

  const saveOp = (before: RuleDraft.Info, after: RuleDraft.Info): Op => {
    const revision = before.revision + 1;
    const row = { scope, key: draftKey(after.id), revision, row: { ...after, revision } };
    return put(
      rows
        .put(row)
        .where((one, { eq }) => eq(one.revision, before.revision))
        .params(),
    );
  };

  return {
    adopted,
    draft,
    drafts: async () => (await every("draft#")).map((row) => RuleDraft.Info.parse(row)),
    async add(added, audit) {
      const created = rows.create({ scope, key: draftKey(added.id), revision: added.revision, row: added });
      await transact(table, [put(created.params()), ...auditOps(table, audit)]);
      return added;
    },
    async decide(id, decide) {
      for (let attempts = 0; attempts < TRIES; attempts += 1) {
        const [before, sets] = await Promise.all([draft(id), adopted()]);
        const { draft: after, set, audit } = decide(before, sets);
        const version = set && rows.create({ scope, key: versionKey(set.version), revision: 1, row: set });
        const ops = [saveOp(before, after), ...(version ? [put(version.params())] : []), ...auditOps(table, audit)];
        if ((await transact(table, ops)).ok) return after;
      }
      throw new Refusal("unavailable", "rules.busy", "Others keep changing the rules. Try again.");
    },
  };
}
