import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { seriesRefusal } from "./series.refusals.ts";
import * as Template from "./template.ts";

const ALL = "all";

/** Knows the templates of activities. */
export interface ActivityTemplates {
  /** @throws `template.missing` */
  get(templateId: string): Promise<Template.Info>;
  /** Adds a template; one whose id is there already is handed back as it is. */
  add(template: Template.Info): Promise<Template.Info>;
  /** @throws `template.missing`, `store.busy`, whatever `decide` throws */
  revise(templateId: string, decide: (template: Template.Info) => Template.Info): Promise<Template.Info>;
  /** Takes a template away; one that is gone stays so. */
  remove(templateId: string): Promise<void>;
  /** All of them, the oldest first. */
  list(page: PageRequest): Promise<Page<Template.Info>>;
}

export const templateDocuments = documents({
  entity: "activityTemplate",
  schema: Template.Info,
  attributes: { all: "string", templateId: "string", version: "number" },
  key: { pk: "templates#${all}", sk: "${templateId}" },
  itemOf: (template) => ({ all: ALL, templateId: template.id, version: template.version }),
  missing: () => seriesRefusal("template.missing"),
});

export function dynamoActivityTemplates(table: Table): ActivityTemplates {
  const rows = templateDocuments(table);
  const keyOf = (templateId: string) => ({ all: ALL, templateId });
  return {
    get: (templateId) => rows.get(keyOf(templateId)),
    add: (template) => rows.add(template),
    revise: (templateId, decide) => rows.revise(keyOf(templateId), decide),
    remove: async (templateId) => void (await transact(table, [rows.ops.remove(keyOf(templateId))])),
    list: (page) => rows.list("key", { all: ALL }, page),
  };
}
