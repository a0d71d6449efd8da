import { fileRefusal } from "./files.refusals.ts";
import { isSigned, sign } from "./signature.ts";

const HOUR_MS = 3_600_000;

const textOf = (key: string, expires: string, name: string): string => [key, expires, name].join("\n");

/**
 * The path and query of a link to a served file, valid for one to two hours.
 *
 * It changes once an hour only, so that browsers can cache the file.
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
 * Checks the signature and expiry of a link.
 * @param now - ISO-8601 UTC
 * @throws `file.link_invalid`, `file.link_expired`
 */
export function requireLink(
  secret: string,
  link: { key: string; expires: string; name: string; signature: string },
  now: string,
): void {
  const { key, expires, name, signature } = link;
  const isValid =
    key.startsWith("serving/") && isSigned(secret, "link", { text: textOf(key, expires, name), signature });
  if (!isValid) throw fileRefusal("file.link_invalid");
  if (now >= expires) throw fileRefusal("file.link_expired");
}
