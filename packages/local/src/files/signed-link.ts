import { Refusal } from "@yigong/core/lib/error.ts";
import { isSigned, sign } from "./signature.ts";

const HOUR_MS = 3_600_000;

const textOf = (key: string, expires: string, name: string): string => [key, expires, name].join("\n");

/**
 * The path and query of a link to a served file, good for one to two hours.
 *
 * Within an hour it is the same link, so that a browser keeps what it has loaded.
 * @param now - ISO-8601 UTC
 */
export function linkTo(
  secret: string,
  key: string,
  { now, downloadName = "" }: { now: string; downloadName?: string },
) {
  const expires = new Date((Math.floor(Date.parse(now) / HOUR_MS) + 2) * HOUR_MS).toISOString();
  const signature = sign(secret, "link", textOf(key, expires, downloadName));
  const query = new URLSearchParams({ expires, ...(downloadName ? { name: downloadName } : {}), signature });
  return `/files/${key}?${query}`;
}

/**
 * Lets a link be followed, or refuses.
 * @param now - ISO-8601 UTC
 * @throws `file.link_invalid`, `file.link_expired`
 */
export function requireLink(
  secret: string,
  link: { key: string; expires: string; name: string; signature: string },
  now: string,
): void {
  const { key, expires, name, signature } = link;
  const right = key.startsWith("serving/") && isSigned(secret, "link", { text: textOf(key, expires, name), signature });
  if (!right) throw new Refusal("forbidden", "file.link_invalid", "This link is not one that the system made.");
  if (now >= expires)
    throw new Refusal("forbidden", "file.link_expired", "This link has expired. Load the page again.");
}
