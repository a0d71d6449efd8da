import { html } from "hono/html";
import type { Course } from "./course.ts";
import { data } from "./data.ts";
import { detailsOf, type Event } from "./read.ts";
import type { Redaction } from "./redact.ts";
import { moment, type Reading } from "./shell.ts";
import { wordsOf } from "./words.ts";

export interface HistoryView extends Reading {
  course: Course;
  events: readonly Event[];
  redaction: Redaction;
}

const longestDetails = 8_000;
/** They say only that a field beside them is whole. */
const silent = /Details$/;

function event(one: Event, { course, redaction, ...reading }: HistoryView) {
  const say = wordsOf(reading.language);
  const details = Object.entries(detailsOf(one)).filter(([name]) => !silent.test(name));
  const state = course.stateOf(one.id);
  const text = details.length === 0 ? "" : redaction.json(JSON.stringify(Object.fromEntries(details)));
  const label = `${say("details")} ${one.id}`;
  const more = html`<details><summary>${say("details")}</summary>${data(say, { label, text, longest: longestDetails })}</details>`;
  return html`<li><div class="head"><span class="id">${one.id}</span><b>${one.type}</b>${state === undefined ? "" : html`<span class="chip">${state}</span>`}${moment(reading, one.timestamp)}</div>${text ? more : ""}</li>`;
}

/** Events in the order in which they were asked for, their details folded. */
export const eventList = (view: HistoryView) =>
  html`<ol class="events">${view.events.map((one) => event(one, view))}</ol>`;
