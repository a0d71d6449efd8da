import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import type { Reading } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import * as TemplateText from "./template-text.ts";

/** The words that the alliance has of its own for templates. */
export interface TemplateTexts {
  all(reading?: Reading): Promise<TemplateText.Info[]>;
  find(template: string): Promise<TemplateText.Info | undefined>;
  /** Saves what `decide` makes of a template's words. @throws `store.busy`, whatever `decide` throws */
  change(
    template: string,
    decide: (before: TemplateText.Info | undefined) => { to: TemplateText.Info; audit: readonly Entry[] },
  ): Promise<TemplateText.Info>;
  /** Has a template say its built-in words again; without own ones nothing happens. */
  reset(template: string, audit: readonly Entry[]): Promise<void>;
  /** How many changes this process made: what was read before the last of them may be outdated. */
  writes(): number;
}

const scope = "templates";

export const templateTextDocuments = documents({
  entity: "templateText",
  schema: TemplateText.Info,
  attributes: { scope: "string", template: "string", version: "number" },
  key: { pk: "${scope}", sk: "template#${template}" },
  itemOf: ({ template, version }) => ({ scope, template, version }),
});

export function dynamoTemplateTexts(table: Table): TemplateTexts {
  const rows = templateTextDocuments(table);
  let writes = 0;
  return {
    all: (reading) => rows.all("key", { scope }, reading),
    find: (template) => rows.find({ scope, template }),
    async change(template, decide) {
      const saved = await rows.changeOrCreate(
        { scope, template },
        (before) => {
          const { to, audit } = decide(before);
          return { item: rows.ops.next(before, to), audit };
        },
        ({ audit }) => auditOps(table, audit),
      );
      writes += 1;
      return saved;
    },
    async reset(template, audit) {
      if (!(await rows.find({ scope, template }))) return;
      await transact(table, [rows.ops.remove({ scope, template }), ...auditOps(table, audit)]);
      writes += 1;
    },
    writes: () => writes,
  };
}
