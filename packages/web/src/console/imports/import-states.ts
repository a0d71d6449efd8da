import { useWords } from "../../shared/words.ts";
import type { Import, ImportRow } from "./imports.routes.ts";
import { importWords } from "./imports.words.ts";

type State = ImportRow["state"];
const ORDER: readonly State[] = ["bad", "joins", "changes", "transfers", "leaves", "adds", "removes", "unchanged"];

/** How many rows of an import do what, as far as any do. */
export function useStates() {
  const say = useWords(importWords);
  return ({ counts }: Pick<Import, "counts">) =>
    ORDER.filter((state) => (counts[state] ?? 0) > 0).map((state) => ({
      state,
      label: say(`state.${state}`),
      count: counts[state] ?? 0,
    }));
}
