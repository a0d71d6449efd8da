import type { Importers } from "@yigong/application/manifest/importer.ts";
import { type Action, type Actor, allow, may } from "@yigong/core/permission/policy.ts";

interface Deps {
  importers: Importers;
}

/** What whoever imports a kind may do. */
export const actionFor = ({ importers }: Deps, kind: string | undefined): Action =>
  (kind === undefined ? undefined : importers.of(kind).permission) ?? "roster.import";

/** The kinds that somebody may import. @throws `permission.denied` when there is none */
export function kindsFor(deps: Deps, actor: Actor): string[] {
  const kinds = deps.importers.kinds.filter((kind) => may(actor, actionFor(deps, kind)));
  if (kinds.length === 0) allow(actor, "roster.import");
  return kinds;
}
