import { createHash } from "node:crypto";

/** One column from 320 px up, 44 px targets, dark by the reader's wish. The choices are radios that lie under their words. */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1f1f1f;--quiet:#595959;--line:#d0d0d0;--ground:#f5f5f5;--card:#fff;--accent:#c1352b;--on:#fff;--soft:#fdf3f2;--link:#a62b22}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--quiet:#b0b0b0;--line:#4a4a4a;--ground:#141414;--card:#1f1f1f;--soft:#33201e;--link:#f0958d}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/24px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
main,header{max-width:600px;margin:0 auto;padding:0 16px}
header{display:flex;justify-content:space-between;align-items:center;min-height:56px;gap:8px}
header p{margin:0;color:var(--quiet);font-size:14px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
nav{display:flex;flex:none;margin-right:-8px}
nav a,nav b{min-width:44px;min-height:44px;padding:0 8px;display:flex;align-items:center;justify-content:center;font-size:14px;font-weight:400;color:var(--quiet)}
nav a{color:var(--link)}
h1{font-size:22px;line-height:30px;margin:8px 0}
h2{font-size:16px;line-height:24px;margin:0}
p{margin:8px 0}
.quiet{color:var(--quiet);font-size:14px;line-height:22px}
fieldset,.card{border:0;margin:16px 0 0;padding:16px;background:var(--card);border-radius:8px;min-width:0}
legend{float:left;width:100%;padding:0;margin:0 0 12px;font-weight:600}
legend+*{clear:both}
label.name{display:block;font-weight:600;margin-bottom:12px}
.mark{font-weight:400;font-size:14px;color:var(--quiet);white-space:nowrap}
.must{color:var(--link)}
.row{display:grid;gap:4px;grid-template-columns:repeat(5,minmax(0,1fr))}
.three{grid-template-columns:repeat(3,minmax(0,1fr))}
.eleven{grid-template-columns:repeat(auto-fill,minmax(44px,1fr))}
.choice{position:relative;display:flex}
.choice input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.choice span{flex:1;min-height:44px;padding:6px 2px;border:1px solid var(--line);border-radius:8px;display:flex;flex-direction:column;align-items:center;justify-content:center;text-align:center;line-height:20px}
.choice small{font-size:12px;line-height:16px;color:var(--quiet)}
.choice input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
.choice input:checked+span small{color:var(--on)}
.choice input:focus-visible+span,textarea:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.ends{display:flex;justify-content:space-between;margin:8px 0 0;font-size:14px;color:var(--quiet)}
textarea{display:block;width:100%;min-height:96px;padding:10px 12px;border:1px solid var(--line);border-radius:8px;background:var(--card);color:inherit;font:inherit;resize:vertical}
button{display:block;width:100%;min-height:52px;margin:24px 0 0;border:0;border-radius:8px;background:var(--accent);color:var(--on);font:inherit;font-size:17px;font-weight:600;cursor:pointer}
.foot{padding-bottom:32px}
.fault{border-left:4px solid var(--accent);background:var(--soft);padding:12px 16px;border-radius:8px;margin:16px 0 0}
.fault a,.why{color:var(--link)}
.why{margin:0 0 12px;font-size:14px;line-height:22px}
.call{display:inline-flex;align-items:center;min-height:44px;font-size:20px;font-weight:600;color:var(--link)}
@media(prefers-contrast:more){:root{--line:currentColor;--quiet:inherit}}
`.replaceAll("\n", "");

const hash = createHash("sha256").update(STYLE).digest("base64");

/** Sent with every survey page, whatever it says: nothing is kept, passed on, indexed, framed or loaded. */
export const HEADERS = {
  "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Robots-Tag": "noindex, nofollow",
  "X-Content-Type-Options": "nosniff",
  Vary: "Accept-Language",
} as const;
