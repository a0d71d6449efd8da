import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Page } from "../../shared/api/routes.ts";
import { useAll } from "./use-all.ts";

export type Unit = UnitInfo;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /units": Page<UnitInfo>;
  }
}

const NONE: readonly Unit[] = [];

/** Branches, departments, teams and posts by their ids; a unit that is not known yet has no name. */
export function useUnits() {
  const units = useAll("GET /units", {}, { live: false }).data ?? NONE;
  const names = new Map<string, string>(units.map(({ id, name }) => [id, name]));
  return {
    units,
    nameOf: (id: string | undefined): string => (id === undefined ? "" : (names.get(id) ?? "…")),
    of: (kind: Unit["kind"]): readonly Unit[] => units.filter((unit) => unit.kind === kind),
  };
}
