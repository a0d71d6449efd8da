import { createHash } from "node:crypto";
import { STYLE as BASE, HEADERS as BASE_HEADERS } from "./survey-style.ts";

/** What a verification page adds to the style of all pages: a table of facts, a mark of the result, typed fields. */
const OWN = `
:root{--good:#1e6b33}
@media(prefers-color-scheme:dark){:root{--good:#7fce94}}
.result{border-left:4px solid var(--accent)}
.valid{border-left-color:var(--good)}
.valid h1{color:var(--good)}
.revoked h1{color:var(--link)}
dl{margin:16px 0 0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:0}
dt,dd{margin:0;padding:8px 0;border-top:1px solid var(--line);overflow-wrap:anywhere}
dt{color:var(--quiet);padding-right:16px}
dd{font-weight:600}
.again{display:inline-flex;align-items:center;min-height:44px;color:var(--link)}
input[type=text]{display:block;width:100%;min-height:48px;padding:8px 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:inherit;font:inherit}
input[type=text]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
label.name{margin-bottom:4px}
.card a{color:var(--link)}
.field{margin-top:16px}
.field .why,.field .quiet{margin:4px 0 0}
`.replaceAll("\n", "");

export const STYLE = BASE + OWN;

const hash = createHash("sha256").update(STYLE).digest("base64");

/** Sent with every verification page: as with surveys, nothing is kept, passed on, indexed, framed or loaded. */
export const HEADERS = {
  ...BASE_HEADERS,
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
} as const;
