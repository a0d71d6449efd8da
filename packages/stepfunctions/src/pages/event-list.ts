import { html } from "hono/html";
import { detailsOf, type Event } from "./engine-queries.ts";
import { moment, type Reading } from "./page.ts";
import type { Redaction } from "./redact.ts";
import { data } from "./text-box.ts";
import type { Course } from "./trace.ts";

export interface HistoryView extends Reading {
  course: Course;
  events: readonly Event[];
  redaction: Redaction;
}

const longestDetails = 8_000;
/** They say only that a field beside them is whole. */
const silent = /Details$/;

function event(one: Event, { course, redaction, ...reading }: HistoryView) {
  const { say } = reading;
  const details = Object.entries(detailsOf(one)).filter(([name]) => !silent.test(name));
  const state = course.stateOf(one.id);
  const text = details.length === 0 ? "" : redaction.json(JSON.stringify(Object.fromEntries(details)));
  const chip = state === undefined ? "" : html`<span class="chip">${state}</span>`;
  const head = html`<span class="id">${one.id}</span><b>${one.type}</b>${chip}${moment(reading, one.timestamp)}`;
  if (!text) return html`<li><div class="head">${head}</div></li>`;
  const label = `${say("details")} ${one.id}`;
  return html`<li><details><summary><span class="head">${head}</span></summary>${data(say, { label, text, longest: longestDetails })}</details></li>`;
}

/** Events in the order in which they were asked for, their details folded. */
export const eventList = (view: HistoryView) =>
  html`<ol class="events">${view.events.map((one) => event(one, view))}</ol>`;
