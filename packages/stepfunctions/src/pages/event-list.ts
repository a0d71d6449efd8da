import { html } from "hono/html";
import { detailsOf, type Event } from "./engine-queries.ts";
import { moment, type PageContext } from "./page.ts";
import type { Redaction } from "./redact.ts";
import { textBox } from "./text-box.ts";
import type { Trace } from "./trace.ts";

export interface HistoryView extends PageContext {
  trace: Trace;
  events: readonly Event[];
  redaction: Redaction;
}

const longestDetails = 8_000;
/** `inputDetails` and the like: only whether a field was truncated. */
const metadataFields = /Details$/;

function event(one: Event, { trace, redaction, ...context }: HistoryView) {
  const { say } = context;
  const details = Object.entries(detailsOf(one)).filter(([name]) => !metadataFields.test(name));
  const state = trace.stateOf(one.id);
  const text = details.length === 0 ? "" : redaction.json(JSON.stringify(Object.fromEntries(details)));
  const chip = state === undefined ? "" : html`<span class="chip">${context.nameOf(state)}</span>`;
  const head = html`<span class="id">${one.id}</span><b>${one.type}</b>${chip}${moment(context, one.timestamp)}`;
  if (!text) return html`<li><div class="head">${head}</div></li>`;
  const label = `${say("details")} ${one.id}`;
  return html`<li><details><summary><span class="head">${head}</span></summary>${textBox(say, { label, text, longest: longestDetails })}</details></li>`;
}

/** A list of events with folded details. */
export const eventList = (view: HistoryView) =>
  html`<ol class="events">${view.events.map((one) => event(one, view))}</ol>`;
