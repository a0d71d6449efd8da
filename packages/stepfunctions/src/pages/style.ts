import { BASE_STYLE, pageHeaders } from "./base-style.ts";

/** What these pages add to the base: chips by status, facts, boxes that scroll, the graph. */
const MORE = `
:root{--mark:#c1352b;--glow:#fdf1f0;--good:#237a3b;--bad:#1f1f1f;--line2:#8c8c8c}
@media(prefers-color-scheme:dark){:root{--mark:#f0958d;--glow:#3a2422;--good:#7cc98f;--bad:#ececec;--line2:#8c8c8c}}
main{max-width:960px}
header{flex-wrap:wrap-reverse}
header nav{margin-left:auto}
header{margin-bottom:8px}
h1{overflow-wrap:anywhere;flex:1 1 auto;min-width:0}
.card>.head,.list .head{margin-bottom:8px}
h2.part{font-size:18px;line-height:28px;margin:32px 0 8px}
ol.list h2 a{display:inline-flex;align-items:center;min-height:44px;font-weight:600}
.head time{margin-left:0}
.chip.RUNNING{box-shadow:inset 0 0 0 1px var(--mark);color:var(--link)}
.chip.SUCCEEDED{color:var(--good)}
.chip.FAILED,.chip.TIMED_OUT,.chip.ABORTED{box-shadow:inset 0 0 0 1px var(--bad);font-weight:600}
dl{margin:0;display:grid;grid-template-columns:max-content minmax(0,1fr);gap:4px 16px}
dt{color:var(--quiet);font-size:14px;line-height:24px}
dd{margin:0;overflow-wrap:anywhere}
.back{display:inline-flex;align-items:center;min-height:44px}
.scroll{overflow:auto;background:var(--card);border-radius:8px;max-height:1400px;overscroll-behavior-x:contain}
.scroll svg{display:block;margin:0 auto;padding:8px;box-sizing:content-box}
pre{margin:0;padding:16px;overflow:auto;max-height:420px;background:var(--card);border-radius:8px;font:13px/20px ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;tab-size:2}
ol{grid-template-columns:minmax(0,1fr)}
.events{gap:1px}
.events li{padding:0 16px;border-radius:0}
.events .head{min-height:44px;padding:8px 0;flex:1}
.events summary{color:var(--quiet)}
.events summary::before{content:"＋";width:1em;margin-right:8px;color:var(--link)}
.events li>.head{padding-left:calc(1em + 8px)}
.events details[open]{padding-bottom:16px}
.events li:first-child{border-radius:8px 8px 0 0}
.events li:last-child{border-radius:0 0 8px 8px}
.events .id{min-width:3ch;text-align:right}
.events b{color:var(--ink);overflow-wrap:anywhere}
.events pre{background:var(--ground);padding:12px;max-height:320px}
details>summary{display:flex;align-items:center;min-height:44px;cursor:pointer;color:var(--link);font-size:14px}
details>summary::before{content:"＋";margin-right:8px}
details[open]>summary::before{content:"－"}
.bar{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:4px 16px}
.bar a{display:inline-flex;align-items:center;min-height:44px}
.plain{margin:0;padding:0 16px 8px;list-style:none}
.plain li{padding:2px 0;border-radius:0}
svg text{text-anchor:middle;fill:var(--ink);font:14px system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
svg .note{font-size:12px;fill:var(--quiet)}
svg .box rect{fill:var(--card);stroke:var(--line2);stroke-width:1}
svg .unreached rect{stroke-dasharray:3 3}
svg .done>rect{stroke:var(--good);stroke-width:1.5}
svg .current>rect,svg .retrying>rect{stroke:var(--mark);stroke-width:3;fill:var(--glow)}
svg .current>.note,svg .retrying>.note{fill:var(--ink)}
svg .failed>rect{stroke:var(--bad);stroke-width:3}
svg .stopped>rect{stroke:var(--bad);stroke-width:1.5}
svg .current>.name,svg .failed>.name{font-weight:600}
svg .way path{fill:none;stroke:var(--line2);stroke-width:1}
svg .way.error path{stroke-dasharray:4 3}
svg .way.taken path{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:none}
svg .way path.tip{fill:var(--line2);stroke:none}
svg .way.taken path.tip,svg .way circle{fill:var(--ink);stroke:none}
`.replaceAll("\n", "");

export const STYLE = `${BASE_STYLE}${MORE}`;
export const HEADERS = pageHeaders(STYLE);
