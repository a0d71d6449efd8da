import type { Grant } from "@yigong/core/permission/role.ts";
import { useDomainWords } from "../../shared/words.ts";
import { useUnits } from "../units/use-units.ts";

/** A role with where it holds, in words. */
export function useRoleText() {
  const word = useDomainWords();
  const { nameOf } = useUnits();
  return ({ role, scope }: Pick<Grant, "role" | "scope">) =>
    scope.kind === "all" ? word(`role.${role}`) : `${word(`role.${role}`)}（${nameOf(scope.unitId)}）`;
}
