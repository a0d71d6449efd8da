import type { Role } from "@yigong/core/permission/role.ts";
import { useMe } from "../../shared/use-me.ts";

/** Whether whoever is signed in has one of these roles anywhere; the API decides what each may do. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const me = useMe();
  return me?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
