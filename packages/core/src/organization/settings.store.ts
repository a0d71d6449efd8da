import * as z from "zod";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import type { Reading } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { Settings } from "./organization.ts";

/** The settings of the one tenant. Until somebody changes them they are the defaults that the composition root hands in. */
export interface SettingsRow {
  get(reading?: Reading): Promise<Settings>;
  /** Saves what `decide` makes of the settings, with the audit entries. @throws `store.busy` */
  change(decide: (settings: Settings) => { to: Settings; audit?: readonly Entry[] }): Promise<Settings>;
  /** How many changes this process made: what was read before the last of them may be outdated. */
  writes(): number;
}

const scope = "organization";

export const settingsDocuments = (defaults: Omit<Settings, "version">) =>
  documents({
    entity: "settings",
    // A row of before may lack what was added since.
    schema: z.preprocess((info) => ({ ...defaults, ...(info as object) }), Settings),
    attributes: { scope: "string", version: "number" },
    key: { pk: "${scope}", sk: "settings" },
    body: "info",
    itemOf: ({ version }) => ({ scope, version }),
    empty: () => Settings.parse({ ...defaults, version: 0 }),
  });

export function dynamoSettings(table: Table, defaults: Omit<Settings, "version">): SettingsRow {
  const rows = settingsDocuments(defaults)(table);
  let writes = 0;
  return {
    get: (reading) => rows.get({ scope }, reading),
    async change(decide) {
      const saved = await rows.change(
        { scope },
        (settings) => {
          const { to, audit = [] } = decide(settings);
          return { item: to === settings ? to : rows.ops.next(settings, Settings.parse(to)), audit };
        },
        ({ audit }) => auditOps(table, audit),
      );
      writes += 1;
      return saved;
    },
    writes: () => writes,
  };
}
