/** Where people go once they are signed in, unless something else was asked for. */
export const HOME = "/m";

const LONGEST = 500;
/** Any origin that is not ours: an address that stays on it is a path. */
const NOWHERE = "https://next.invalid";

/**
 * A path of ours to go on to, never another site: what a browser would read as an address with a host is none, nor is what
 * leads back to signing in or out.
 */
export function nextPath(asked: string | undefined): string {
  if (asked === undefined || asked.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(asked)) return HOME;
  if (asked.includes("\\")) return HOME;
  const url = URL.parse(asked, NOWHERE);
  if (url?.origin !== NOWHERE || url.pathname.startsWith("//")) return HOME;
  if (/^\/sign-(?:in|out)(?:\/|$)/.test(url.pathname)) return HOME;
  return `${url.pathname}${url.search}${url.hash}`;
}
