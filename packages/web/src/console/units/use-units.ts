import { useQuery } from "@tanstack/react-query";
import type { UnitInfo, UnitKind } from "@yigong/core/organization/organization.ts";
import { useMemo } from "react";
import { call } from "../../shared/api/call.ts";
import type { Page } from "../../shared/api/routes.ts";

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /units": Page<UnitInfo>;
  }
}

async function readAll(signal: AbortSignal): Promise<UnitInfo[]> {
  const units: UnitInfo[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<UnitInfo> = await call("GET /units", { query: { limit: 200, cursor }, signal });
    units.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return units;
}

const collator = new Intl.Collator("zh-CN", { numeric: true });

/** All branches, departments, teams and posts, and how each is called. */
export function useUnits() {
  const read = useQuery({
    queryKey: ["GET /units", "all"],
    queryFn: ({ signal }) => readAll(signal),
    staleTime: 30_000,
  });
  return useMemo(() => {
    const all = [...(read.data ?? [])].sort((a, b) => collator.compare(a.name, b.name));
    const names = new Map<string, string>(all.map(({ id, name }) => [id, name]));
    return {
      read,
      all,
      /** Those of a kind, as they stand in a field to choose from; ended ones only for who asks. */
      of: (kind: UnitKind, ended = false) =>
        all
          .filter((unit) => unit.kind === kind && (ended || unit.endedOn === undefined))
          .map(({ id, name }) => ({ value: id as string, label: name })),
      nameOf: (id: string | undefined): string => (id === undefined ? "–" : (names.get(id) ?? (read.data ? id : "…"))),
    };
  }, [read]);
}
