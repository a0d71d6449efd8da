import { dynamoContacts } from "@yigong/core/contact/contact.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";
import { type ContactImportDeps, contactImporter } from "./import-contacts.ts";

export const contact = {
  name: "contact",
  stores: (table: Table) => ({ contacts: dynamoContacts(table) }),
  importers: (deps: ContactImportDeps) => [contactImporter(deps)],
} as const satisfies Manifest;
