import type { HttpTable } from "../lib/http-table.ts";
import { mapIn, textIn } from "../lib/item-fields.ts";
import { recent } from "../lib/reading.ts";
import type { Settings } from "./organization.ts";

/** The settings that pages for strangers show. */
export type Shown = Pick<Settings, "name" | "zone" | "servicePhone">;

/** The settings for a function without ElectroDB; the row is that of `settings.store.ts`, and so are the defaults. */
export const publicPageSettings = (table: HttpTable, defaults: Shown): { get(): Promise<Shown> } => ({
  async get() {
    const item = await table.get("organization", "settings", recent);
    const info = { ...defaults, ...(item && mapIn(item, "info")) };
    return { name: textIn(info, "name"), zone: textIn(info, "zone"), servicePhone: textIn(info, "servicePhone") };
  },
});
