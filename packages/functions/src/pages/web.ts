import { createHash, randomBytes } from "node:crypto";
import { type Context, Hono } from "hono";
import type { FindWebFile } from "../lib/web-files.ts";

export interface WebPagesDeps {
  webFile: FindWebFile;
  /** Origins beside our own from which photos come and to which they are uploaded, such as a bucket's. */
  fileOrigins?: readonly string[];
  /** Origin of a CDN that has the same `/assets/…`, without a slash at the end. */
  cdn?: string | undefined;
}

/**
 * What the apps' documents may load: our own scripts, styles and files; nothing inline, nothing of others.
 *
 * @param nonce - of one answer: allows the styles that Ant Design writes as it draws, which are no file
 */
export const policyOf = (
  { fileOrigins = [], cdn }: Pick<WebPagesDeps, "fileOrigins" | "cdn"> = {},
  nonce?: string,
): string => {
  const files = ["'self'", ...fileOrigins].join(" ");
  const own = ["'self'", ...(cdn ? [cdn] : [])].join(" ");
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}${nonce === undefined ? "" : ` 'nonce-${nonce}'`}`,
    `img-src ${files} blob: data:`,
    `connect-src ${files}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
};

const NAMED_BY_CONTENT = "public, max-age=31536000, immutable";

/** A document that loads what it names from a CDN. */
const fromCdn = (bytes: Uint8Array<ArrayBuffer>, cdn: string | undefined): string => {
  const document = new TextDecoder().decode(bytes);
  return cdn ? document.replaceAll('"/assets/', `"${cdn}/assets/`) : document;
};

const HEADERS = {
  "cache-control": "no-cache",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow",
} as const;

/** The phone's app at `/m` and below, the console at `/console`, and what they load at `/assets/…`, which a CDN may have too. */
export function webPages({ webFile, cdn, ...deps }: WebPagesDeps): Hono {
  const policy = policyOf({ ...deps, cdn });
  const document = async (c: Context, name: string) => {
    const found = await webFile(name);
    if (!found) return undefined;
    for (const [header, value] of Object.entries(HEADERS)) c.header(header, value);
    return { type: found.type, html: fromCdn(found.bytes, cdn) };
  };
  const phone = async (c: Context) => {
    const found = await document(c, "phone.html");
    if (!found) return c.notFound();
    const etag = `"${createHash("sha256").update(found.html).digest("base64url").slice(0, 27)}"`;
    c.header("content-security-policy", policy);
    c.header("etag", etag);
    if (c.req.header("if-none-match") === etag) return c.body(null, 304);
    return c.body(found.html, 200, { "content-type": found.type });
  };
  const console = async (c: Context) => {
    const found = await document(c, "console.html");
    if (!found) return c.notFound();
    const nonce = randomBytes(16).toString("base64url");
    c.header("content-security-policy", policyOf({ ...deps, cdn }, nonce));
    return c.body(found.html.replace('nonce=""', `nonce="${nonce}"`), 200, { "content-type": found.type });
  };
  return new Hono()
    .get("/m", phone)
    .get("/m/*", phone)
    .get("/console", console)
    .get("/console/*", console)
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
