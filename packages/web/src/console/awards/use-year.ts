import { clockAt } from "@yigong/core/lib/wall-clock.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useSettings } from "../../shared/use-when.ts";
import { useFilters } from "../ui/use-filters.ts";
import { useRoles } from "../ui/use-roles.ts";
import type { Run } from "./awards.routes.ts";

/** The alliance's local year now. */
export function useThisYear(): number {
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  return clockAt(new Date().toISOString(), zone).year;
}

/** A year's row and its runs, and which of them is looked at: the newest, unless the address names another. */
export function useAwardYear(year: string) {
  const is = useRoles();
  const mayRead = is("committee", "alliance", "auditor");
  const row = useReading("GET /awards/{year}", { path: { year } });
  const runs = useReading("GET /awards/{year}/runs", { path: { year } }, { enabled: mayRead });
  const [{ run: asked }] = useFilters();
  const items = runs.data?.items ?? [];
  const run = items.find((one) => String(one.run) === asked) ?? items.at(-1);
  const isNewest = run === undefined || run.run === items.at(-1)?.run;
  return { row, runs, run, isNewest, mayRead, mayDecide: is("committee") };
}

/** Path of a run, for its routes. */
export const pathOf = ({ year, run }: Pick<Run, "year" | "run">) => ({ year: String(year), run: String(run) });
