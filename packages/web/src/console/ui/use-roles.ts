import type { Role } from "@yigong/core/permission/role.ts";
import { useMe } from "../../shared/use-me.ts";

/** Whether the reader has one of these roles anywhere; false until it is known. What they may do is for the API to say. */
export function useRoles(): (...roles: readonly Role[]) => boolean {
  const me = useMe();
  return (...roles) => me?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
