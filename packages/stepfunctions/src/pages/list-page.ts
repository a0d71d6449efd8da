import { html, raw } from "hono/html";
import { type Listed, type Machine, STATUSES, type Status } from "./engine-queries.ts";
import { type Markup, moment, type PageContext, page, queryOf } from "./page.ts";

/** An execution with the states that it is in or ended in. */
export interface Entry extends Listed {
  currentStates: readonly string[];
}

export interface ListView extends PageContext {
  machines: readonly Machine[];
  asked: { machine: string; status?: Status | undefined; page?: string | undefined };
  entries: readonly Entry[];
  /** Cursor of the next page, with older executions. */
  older?: string | undefined;
}

const queryFor = ({ language, asked }: ListView, pageToken?: string) =>
  queryOf({ lang: language, machine: asked.machine, status: asked.status, page: pageToken });

/** Path of an execution's page. */
export const pathOf = ({ stateMachineArn, name }: Listed): string =>
  `/executions/${encodeURIComponent(machineName(stateMachineArn))}/${encodeURIComponent(name)}`;

export const machineName = (arn: string): string => arn.split(":").at(-1) ?? "";

export const statusChip = (context: PageContext, status: Status) =>
  html`<span class="chip ${status}">${context.say(`status.${status}`)}</span>`;

function entry(one: Entry, view: ListView) {
  const { say } = view;
  const running = one.status === "RUNNING";
  const currentStates =
    one.currentStates.length === 0
      ? say("nowhere")
      : one.currentStates.map(view.nameOf).join(view.language === "en" ? ", " : "、");
  return html`<li>
<p class="head">${statusChip(view, one.status)}<span class="to">${view.nameOf(machineName(one.stateMachineArn))}</span></p>
<h2><a href="${pathOf(one)}${queryOf({ lang: view.language })}">${one.name}</a></h2>
<dl>
<dt>${say(running ? "at" : "ended")}</dt><dd>${currentStates}</dd>
<dt>${say("started")}</dt><dd>${moment(view, one.startDate)}</dd>
<dt>${say("stopped")}</dt><dd>${one.stopDate === undefined ? say("running") : moment(view, one.stopDate)}</dd>
</dl>
</li>`;
}

const option = (value: string, text: string, isChosen: boolean) =>
  html`<option value="${value}" ${isChosen ? raw("selected") : ""}>${text}</option>`;

function filter({ language, machines, asked, say, nameOf }: ListView) {
  const ofStatus = STATUSES.map((status) => option(status, say(`status.${status}`), status === asked.status));
  const ofMachine = machines.map(({ name }) => option(name, nameOf(name), name === asked.machine));
  const machine = html`<label class="wide">${say("machine")}<select name="machine">${ofMachine}</select></label>`;
  return html`<form method="get" action="/executions">
<input type="hidden" name="lang" value="${language}">
<label>${say("status")}<select name="status"><option value="">${say("status.all")}</option>${ofStatus}</select></label>
${machines.length > 1 ? machine : ""}
<button>${say("filter")}</button>
</form>`;
}

function empty({ language, asked, say }: ListView): Markup {
  if (asked.status === undefined && asked.page === undefined)
    return html`<div class="card"><h2>${say("empty.title")}</h2><p class="quiet">${say("empty.body")}</p></div>`;
  const all = queryOf({ lang: language, machine: asked.machine });
  return html`<div class="card"><p>${say("empty.filtered")}</p><p><a class="back" href="${all}">${say("clear")}</a></p></div>`;
}

/** The page with a list of a state machine's executions. */
export function listPage(view: ListView) {
  const { asked, entries, older, say } = view;
  const newest = html`<a href="${queryFor(view)}">${say("newest")}</a>`;
  const further = html`<a href="${queryFor(view, older)}">${say("older")}</a>`;
  const body = html`<p class="quiet">${say("intro")}</p>
${view.machines.length === 0 ? "" : filter(view)}
${entries.length === 0 ? empty(view) : html`<ol class="list">${entries.map((one) => entry(one, view))}</ol>`}
<div class="pages"><span>${asked.page === undefined ? "" : newest}</span><span>${older === undefined ? "" : further}</span></div>`;
  return page(view, say("title"), { query: asked, body });
}
