import type { Grant } from "@yigong/core/permission/role.ts";
import { useMarks } from "../../shared/marks.ts";
import { useDomainWords } from "../../shared/words.ts";
import { useUnits } from "../units/use-units.ts";

/** A role with where it holds, in words. */
export function useRoleText() {
  const word = useDomainWords();
  const { nameOf } = useUnits();
  const { within } = useMarks();
  return ({ role, scope }: Pick<Grant, "role" | "scope">) =>
    scope.kind === "all" ? word(`role.${role}`) : within(word(`role.${role}`), nameOf(scope.unitId));
}
