import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { Refusal } from "../lib/error.ts";
import { consistency, type Reading } from "../lib/reading.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { Settings } from "./organization.ts";

/** The settings of the one tenant. Until somebody changes them they are the defaults that the composition root hands in. */
export interface SettingsRow {
  get(reading?: Reading): Promise<Settings>;
  /** Saves what `decide` makes of the settings, with the audit entries. @throws `organization.busy` */
  change(decide: (settings: Settings) => { to: Settings; audit?: readonly Entry[] }): Promise<Settings>;
}

const TRIES = 5;
const scope = "organization";

export function dynamoSettings(table: Table, defaults: Omit<Settings, "version">): SettingsRow {
  const rows = new Entity(
    {
      model: { service: "yigong", entity: "settings", version: "1" },
      attributes: {
        scope: { type: "string", required: true },
        version: { type: "number", required: true },
        info: { type: "any", required: true },
      },
      indexes: {
        byScope: {
          pk: { field: "pk", composite: ["scope"], template: "${scope}" },
          sk: { field: "sk", composite: [], template: "settings" },
        },
      },
    },
    { client: table.client, table: table.alliance },
  );

  async function get(reading?: Reading) {
    const { data } = await rows.get({ scope }).go(consistency(reading));
    return Settings.parse({ ...defaults, version: 0, ...(data?.info as object | undefined) });
  }

  async function change(decide: Parameters<SettingsRow["change"]>[0]) {
    for (let attempts = 0; attempts < TRIES; attempts += 1) {
      const before = await get();
      const { to, audit = [] } = decide(before);
      if (to === before) return before;
      const after = Settings.parse({ ...to, version: before.version + 1 });
      const row = rows
        .put({ scope, version: after.version, info: after })
        .where(({ version }, { eq, notExists }) =>
          before.version === 0 ? notExists(version) : eq(version, before.version),
        );
      const { ok } = await transact(table, [put(row.params()), ...auditOps(table, audit)]);
      if (ok) return after;
    }
    throw new Refusal("unavailable", "organization.busy", "The settings keep changing. Try again.");
  }

  return { get, change };
}
