import type { Role } from "@yigong/core/permission/role.ts";
import { isDesk } from "./user-agent.ts";

/** Where volunteers go once they are signed in, unless something else was asked for. */
const HOME = "/m";
/** The same for who organizes and sits at a desk. */
const DESK = "/console";

const LONGEST = 500;
/** Any origin that is not ours: an address that stays on it is a path. */
const NOWHERE = "https://next.invalid";

/**
 * A path of ours to go on to, never another site: what a browser would read as an address with a host is none, nor is what
 * leads back to signing in or out.
 *
 * @param home - in place of what is none
 */
export function nextPath(asked: string | undefined, home = HOME): string {
  if (asked === undefined || asked.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return home;
  if (asked.includes("\\")) return home;
  const url = URL.parse(asked, NOWHERE);
  if (url?.origin !== NOWHERE || url.pathname.startsWith("//")) return home;
  if (/^\/sign-(?:in|out)(?:\/|$)/.test(url.pathname)) return home;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Roles that everybody may have; all others organize, decide or look after something. */
const SERVING: readonly Role[] = ["volunteer", "employee"];

/** Where somebody goes who asked for no page: the console with a role at a desk, the phone pages otherwise. */
export const homeOf = (roles: readonly Role[], userAgent: string | undefined): string =>
  isDesk(userAgent) && roles.some((role) => !SERVING.includes(role)) ? DESK : HOME;
