/** What a payload does if it is run: pages that were attacked say so themselves. */
const run = (n: number) => `window.__ran=${n}`;

/** The same numbers each time. @source mulberry32 */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Draw {
  /** Which string this is; in each of them, so that no two are alike. */
  n: number;
  pick<T>(from: readonly T[]): T;
  /** A whole number from one to another. */
  between(least: number, most: number): number;
}

const many = (text: string, count: number): string => text.repeat(count);
/** As long as the longest title, in characters. */
const LONG = 110;
const drawn = (length: number, one: (at: number) => string): string =>
  Array.from({ length }, (_, at) => one(at)).join("");

const MARKUP = [
  (n: number) => `<script>${run(n)}</script>`,
  (n: number) => `<ScRiPt src="data:text/javascript,${run(n)}"></sCrIpT>`,
  (n: number) => `<img src=x onerror="${run(n)}">`,
  (n: number) => `<svg/onload=${run(n)}>`,
  (n: number) => `<svg><script>${run(n)}</script></svg>`,
  (n: number) => `<math><mtext></p><img src=x onerror=${run(n)}>`,
  (n: number) => `<iframe srcdoc="<script>parent.${run(n)}</script>"></iframe>`,
  (n: number) => `<iframe src="javascript:parent.${run(n)}"></iframe>`,
  (n: number) => `<details open ontoggle=${run(n)}>${n}</details>`,
  (n: number) => `<input autofocus onfocus=${run(n)}>`,
  (n: number) => `<video><source onerror=${run(n)}></video>`,
  (n: number) => `<object data="javascript:${run(n)}"></object>`,
  (n: number) => `</textarea></title></style><script>${run(n)}</script>`,
  (n: number) => `--><script>${run(n)}</script><!--${n}`,
  (n: number) => `<![CDATA[<script>${run(n)}</script>]]>`,
  (n: number) => `<style>*{width:${900 + n}px!important}</style>`,
  (n: number) => `<div style="position:fixed;width:9999px">${n}</div>`,
  (n: number) => `<base href="//evil.example/${n}/">`,
  (n: number) => `<meta http-equiv=refresh content="0;url=//evil.example/${n}">`,
  (n: number) => `<link rel=stylesheet href="//evil.example/${n}.css">`,
  (n: number) => `<form action="javascript:${run(n)}"><button autofocus>${n}`,
  (n: number) => `<a href="javascript:${run(n)}">${n}</a>`,
] as const;

const ATTRIBUTES = [
  (n: number) => `" onmouseover="${run(n)}" x="`,
  (n: number) => `' onfocus='${run(n)}' autofocus tabindex=1 x='`,
  (n: number) => `"><img src=x onerror=${run(n)}>`,
  (n: number) => `'/><svg onload=${run(n)}>`,
  (n: number) => `\` onload=${run(n)} x=\``,
  (n: number) => `x" style="position:fixed;width:9999px" y="${n}`,
  (n: number) => `" formaction="javascript:${run(n)}`,
] as const;

const ADDRESSES = [
  (n: number) => `javascript:${run(n)}`,
  (n: number) => `\tJaVaScRiPt\t:${run(n)}//`,
  (n: number) => `data:text/html,<script>parent.${run(n)}</script>`,
  (n: number) => `vbscript:${run(n)}`,
  (n: number) => `//evil.example/${n}`,
  (n: number) => `https://evil.example/${many("a", 90)}${n}`,
  (n: number) => `../../../../etc/passwd?${n}#/m/me`,
  (n: number) => `/sign-in?next=//evil.example/${n}`,
] as const;

const TEMPLATES = [
  (n: number) => `{{constructor.constructor('${run(n)}')()}}`,
  (n: number) => `\${${run(n)}}`,
  (n: number) => `<%= ${n} %>{% ${n} %}#{${n}}`,
  (n: number) => `{{title}}{{name}}{{reason}}${n}`,
  (n: number) => `$t(title)$t(name, {"n":${n}})`,
  (n: number) => `$& $1 $\` $' $$ ${n}`,
  (n: number) => `%s %d %n %x %${n}$s`,
  (n: number) => `&lt;script&gt;${run(n)}&lt;/script&gt;`,
  (n: number) => `&#x3c;img src=x onerror=${run(n)}&#x3e;`,
  (n: number) => `\\u003cscript\\u003e${run(n)}\\x3c/script\\x3e`,
  (n: number) => `%3Cscript%3E${run(n)}%3C/script%3E`,
  (n: number) => `'; DROP TABLE members;-- ${n}`,
  (n: number) => `=cmd|' /C calc'!A${n}`,
  (n: number) => `__proto__ constructor toString ${n}`,
  (n: number) => `null undefined NaN [object Object] ${n}`,
  (n: number) => `{"id":"x","title":${n}}],"items":[`,
  (n: number) => `*/${run(n)}/*`,
  (n: number) => `]]>'"--></>${n}`,
] as const;

/** What cannot be broken by the usual rules. */
const UNBROKEN = [
  "W",
  "M",
  "m",
  "_",
  "0",
  "@",
  "%",
  "。",
  "，",
  "（",
  "…",
  "—",
  "／",
  "字",
  "國",
  "𠮷",
  "ﷺ",
  "𒐫",
  "⸻",
  "ก",
  "ཀ",
  "ខ",
  "ﷻ",
  "꧅",
  "W\u2060",
  "W\u00a0",
  "字\u2060",
  "g\u2011",
  "5\u202f",
] as const;
const MARKS = [
  "\u0300",
  "\u0301",
  "\u0308",
  "\u0323",
  "\u0489",
  "\u20dd",
  "\u20e0",
  "\u0e49",
  "\u064e",
  "\u1ab0",
] as const;
const EMOJI = ["👩‍👩‍👧‍👦", "🏳️‍🌈", "🇨🇳", "👍🏿", "7️⃣", "🧑🏽‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️‍🔥", "🀄", "㊙️"] as const;
const UNSEEN = [
  "\u200b",
  "\u200c",
  "\u200d",
  "\ufeff",
  "\u2060",
  "\u00ad",
  "\u180e",
  "\u034f",
  "\u3164",
  "\u115f",
] as const;
const RIGHT_TO_LEFT = ["ب", "ש", "ِ", "١", "\u200f", "\u200e", "\u061c", "لا", "־", "(", "a"] as const;

const KINDS: readonly ((draw: Draw) => string)[] = [
  ({ n, pick }) => pick(MARKUP)(n),
  ({ n, pick }) => `${pick(["", "字", " "])}${pick(MARKUP)(n)}${pick(MARKUP)(n)}`,
  ({ n, pick }) => pick(ATTRIBUTES)(n),
  ({ n, pick }) => pick(ADDRESSES)(n),
  ({ n, pick }) => pick(TEMPLATES)(n),
  ({ n, pick, between }) => many(pick(UNBROKEN), between(40, LONG)) + n,
  ({ n, pick, between }) => n + drawn(between(40, LONG), () => pick(UNBROKEN)),
  ({ n, pick, between }) =>
    n + drawn(between(1, 12), () => pick(["字", "a", "W"]) + drawn(between(1, 30), () => pick(MARKS))),
  ({ n, pick, between }) => drawn(between(1, 40), () => pick(EMOJI)) + n,
  ({ n, pick, between }) =>
    `${n}${drawn(between(1, 60), () => pick(UNSEEN))}字${drawn(between(1, 30), () => pick(UNSEEN))}`,
  ({ n, pick, between }) => `${drawn(between(5, LONG), () => pick(RIGHT_TO_LEFT))}${n}`,
  ({ n, pick, between }) =>
    `${n}${drawn(between(1, 40), () => pick(["\n", "\t", " ", "　"]))}${many("W", between(1, LONG))}`,
];

const SEED = 20_260_905;

/** As many strings as are wanted that somebody might type to harm a page, the same each time; all of them can be written. */
export function hostileStrings(count: number): string[] {
  const next = numbersFrom(SEED);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(from: readonly T[]): T => from[between(0, from.length - 1)] as T;
  return Array.from({ length: count }, (_, at) => {
    const kind = KINDS[at % KINDS.length] as (draw: Draw) => string;
    return kind({ n: 1000 + at, pick, between });
  });
}

/** What the API takes in no text: half characters, controls, marks that turn the direction, what is no character. */
export const UNWRITABLE: readonly string[] = [
  ...["\ud800", "\udfff𠮷", "字\ud83d", "\u0000", "字\u0000字", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\u009f"],
  ...["\u202a", "\u202b", "\u202d", "\u202egnp.exe", "\u2066", "\u2067字", "\u2069", "\ufdd0", "\uffff", "\u{1fffe}"],
];
