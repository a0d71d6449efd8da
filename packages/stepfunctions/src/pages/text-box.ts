import { html } from "hono/html";
import type { Say } from "./messages.ts";

interface Shown {
  /** What it is, for those who hear the page. */
  label: string;
  text: string;
  longest?: number;
}

/** Text in a box that scrolls, only its beginning when it is long. */
export function data(say: Say, { label, text, longest = 20_000 }: Shown) {
  const cut = text.length > longest;
  const note = cut ? html`<p class="quiet">${say("cut", { count: text.length })}</p>` : "";
  return html`<pre tabindex="0" role="region" aria-label="${label}">${cut ? text.slice(0, longest) : text}</pre>${note}`;
}
