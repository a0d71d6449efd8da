import { recent } from "@yigong/core/lib/reading.ts";
import type { Reader } from "../lib/reader.ts";
import type { UseCases } from "./use-cases.ts";

const withPrefix = (ids: readonly string[], prefix: string) => [...new Set(ids)].filter((id) => id.startsWith(prefix));

/** Names for problem documents, as somebody saw them a moment ago. */
export const readerOf = (w: Pick<UseCases, "members" | "units" | "activities" | "rosters" | "settings">): Reader => ({
  zone: async () => (await w.settings.get(recent)).zone,
  async namesOf(ids) {
    const [members, units, activities, imports] = await Promise.all([
      w.members.getMany(withPrefix(ids, "mem_"), recent),
      w.units.getMany(withPrefix(ids, "unit_")),
      Promise.all(withPrefix(ids, "act_").map((id) => w.activities.get(id, recent).catch(() => undefined))),
      Promise.all(withPrefix(ids, "imp_").map((id) => w.rosters.get(id).catch(() => undefined))),
    ]);
    const named = [...members, ...units].map(({ id, name }) => [id as string, name] as const);
    const titled = activities.flatMap((one) => (one ? [[one.id as string, one.title] as const] : []));
    const filed = imports.flatMap((one) => (one ? [[one.id as string, one.fileName] as const] : []));
    return new Map([...named, ...titled, ...filed]);
  },
});
