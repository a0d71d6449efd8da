import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

export type Filters = Readonly<Record<string, string>>;

/** What a list is narrowed to, as the address bar has it; changing it goes back to the first page. */
export function useFilters(): [Filters, (patch: Record<string, string | undefined>) => void] {
  const search = useSearch({ strict: false }) as Filters;
  const navigate = useNavigate();
  const set = useCallback(
    (patch: Record<string, string | undefined>) => {
      const next = Object.entries({ ...search, page: undefined, ...patch }).filter(
        ([, value]) => value !== undefined && value !== "",
      );
      void navigate({ to: ".", search: Object.fromEntries(next) as never, replace: true });
    },
    [search, navigate],
  );
  return useMemo(() => [search, set] as const, [search, set]) as [Filters, typeof set];
}
