import { html } from "hono/html";
import type { Say } from "./messages.ts";

interface TextBox {
  /** For screen readers. */
  label: string;
  text: string;
  longest?: number;
}

/** Text in a scrolling box, cut to its first `longest` characters. */
export function textBox(say: Say, { label, text, longest = 20_000 }: TextBox) {
  const cut = text.length > longest;
  const note = cut ? html`<p class="quiet">${say("cut", { count: text.length })}</p>` : "";
  return html`<pre tabindex="0" role="region" aria-label="${label}">${cut ? text.slice(0, longest) : text}</pre>${note}`;
}
