import { dynamoForms } from "@yigong/core/form/form.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { type AskFormDeps, askForm } from "./ask-form.ts";
import { type OpenDueDeps, openDueForm } from "./open-due-form.ts";

export const form = {
  name: "form",
  stores: (table: Table) => ({ forms: dynamoForms(table) }),
  handlers: (deps: AskFormDeps & OpenDueDeps): Handles<"form.ask" | "form.open"> => ({
    "form.ask": askForm(deps),
    "form.open": openDueForm(deps),
  }),
} as const satisfies Manifest;
