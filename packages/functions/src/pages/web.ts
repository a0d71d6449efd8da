import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import type { FindWebFile } from "../lib/web-files.ts";

export interface WebPagesDeps {
  webFile: FindWebFile;
  /** Origins beside our own from which photos come and to which they are uploaded, such as a bucket's. */
  fileOrigins?: readonly string[];
  /** Origin of a CDN that has the same `/assets/…`, without a slash at the end. */
  cdn?: string | undefined;
}

/** What the apps' documents may load: our own scripts, styles and files; nothing inline, nothing of others. */
export const policyOf = ({ fileOrigins = [], cdn }: Pick<WebPagesDeps, "fileOrigins" | "cdn"> = {}): string => {
  const files = ["'self'", ...fileOrigins].join(" ");
  const own = ["'self'", ...(cdn ? [cdn] : [])].join(" ");
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${files} blob: data:`,
    `connect-src ${files}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
};

const NAMED_BY_CONTENT = "public, max-age=31536000, immutable";

/** A document that loads what it names from a CDN. */
const fromCdn = (bytes: Uint8Array<ArrayBuffer>, cdn: string | undefined): Uint8Array<ArrayBuffer> =>
  cdn ? new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll('"/assets/', `"${cdn}/assets/`)) : bytes;

/** The phone's app at `/m` and below, and what it loads at `/assets/…`, which a CDN may have too. */
export function webPages({ webFile, cdn, ...deps }: WebPagesDeps): Hono {
  const policy = policyOf({ ...deps, cdn });
  const page = async (c: Context) => {
    const found = await webFile("phone.html");
    if (!found) return c.notFound();
    const bytes = fromCdn(found.bytes, cdn);
    const etag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
    c.header("content-security-policy", policy);
    c.header("cache-control", "no-cache");
    c.header("etag", etag);
    c.header("referrer-policy", "same-origin");
    c.header("x-content-type-options", "nosniff");
    c.header("x-robots-tag", "noindex, nofollow");
    if (c.req.header("if-none-match") === etag) return c.body(null, 304);
    return c.body(bytes, 200, { "content-type": found.type });
  };
  return new Hono()
    .get("/m", page)
    .get("/m/*", page)
    .get("/assets/:name{[\\w.-]+}", async (c) => {
      const found = await webFile(`assets/${c.req.param("name")}`);
      if (!found) return c.notFound();
      return c.body(found.bytes, 200, {
        "content-type": found.type,
        "cache-control": NAMED_BY_CONTENT,
        // A CDN that fetches from here hands this on: scripts of a module are only run with it.
        "access-control-allow-origin": "*",
        "x-content-type-options": "nosniff",
      });
    });
}
