import { createHash } from "node:crypto";

/** One column, readable from 320 px up, dark by the reader's wish. */
export const BASE_STYLE = `
:root{color-scheme:light dark;--ink:#1f1f1f;--quiet:#595959;--line:#d9d9d9;--ground:#f5f5f5;--card:#fff;--chip:#f0f0f0;--accent:#c1352b;--on:#fff;--link:#a62b22}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--quiet:#b0b0b0;--line:#434343;--ground:#141414;--card:#1f1f1f;--chip:#2e2e2e;--link:#f0958d}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/24px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
main{max-width:760px;margin:0 auto;padding:0 16px 48px}
header{display:flex;justify-content:space-between;align-items:center;gap:16px;padding-top:16px}
h1{font-size:24px;line-height:32px;margin:0}
h2{font-size:16px;line-height:24px;margin:8px 0 4px;overflow-wrap:anywhere}
p{margin:0}
a{color:var(--link)}
.quiet{color:var(--quiet);font-size:14px;line-height:22px}
nav{display:flex;gap:8px}
nav a,nav b{display:flex;align-items:center;min-height:44px;min-width:44px;padding:0 8px;justify-content:center;font-size:14px}
nav b{color:var(--quiet);font-weight:400}
form{display:flex;flex-wrap:wrap;gap:16px;align-items:end;margin:16px 0 24px}
label{display:block;flex:1 1 160px;font-size:14px;line-height:22px;color:var(--quiet)}
label.wide{flex:2 1 240px}
input,select{display:block;width:100%;min-height:44px;margin-top:4px;padding:0 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--ink);font:inherit}
button{min-height:44px;padding:0 24px;border:0;border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
ol{list-style:none;margin:0;padding:0;display:grid;gap:16px}
li,.card{background:var(--card);border-radius:8px;padding:16px}
.head{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;font-size:14px;line-height:22px;color:var(--quiet)}
.chip{background:var(--chip);color:var(--ink);border-radius:8px;padding:1px 8px;white-space:nowrap}
.to{overflow-wrap:anywhere}
time{margin-left:auto;white-space:nowrap}
.body{white-space:pre-line;overflow-wrap:anywhere}
.pages{display:flex;justify-content:space-between;gap:16px;margin-top:16px}
.pages a{display:inline-flex;align-items:center;min-height:44px}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
`.replaceAll("\n", "");

/** Headers of a page with one inline style sheet: nothing is loaded, run, framed, cached or passed on. */
export const pageHeaders = (style: string) =>
  ({
    "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    Vary: "Accept-Language",
  }) as const;
