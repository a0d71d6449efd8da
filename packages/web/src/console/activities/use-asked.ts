import { useSettings } from "../../shared/use-when.ts";
import { wallAt } from "../../shared/wall-time.ts";
import { useFilters } from "../ui/use-filters.ts";

/** What the address bar narrows to, apart from time, as the API takes it; and today where the alliance is. */
export function useAsked() {
  const [{ q, status, origin, mine, from, to, month }] = useFilters();
  const zone = useSettings()?.zone ?? "Asia/Shanghai";
  const today = wallAt(new Date().toISOString(), zone).slice(0, 10);
  return {
    narrowed: { q, origin, mine: mine === "true" ? mine : undefined },
    status,
    days: { from, to, q },
    month: month && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7),
    today,
    zone,
  };
}
