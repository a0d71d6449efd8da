import { html } from "hono/html";
import { drawSvg } from "./draw-svg.ts";
import type { Drawing } from "./drawing.ts";
import type { Described, Event } from "./engine-queries.ts";
import { eventList } from "./event-list.ts";
import { machineName, statusChip } from "./list-page.ts";
import { momentText } from "./moment.ts";
import { type Markup, moment, type PageContext, page, queryOf } from "./page.ts";
import type { Redaction } from "./redact.ts";
import { textBox } from "./text-box.ts";
import { currentStatesOf, stateStatusOf, type Trace } from "./trace.ts";

export interface ExecutionView extends PageContext {
  execution: Described;
  /** Names of all states. */
  states: readonly string[];
  /** undefined when the state machine is too large to draw. */
  drawing?: Drawing | undefined;
  trace: Trace;
  /** Number of all events; `events` is one page of them. */
  count: number;
  events: readonly Event[];
  asked: { order: "forward" | "reverse"; page?: string | undefined };
  further?: string | undefined;
  redaction: Redaction;
}

function currentState(state: string, { trace, ...context }: ExecutionView) {
  const { say } = context;
  const visit = trace.visits.findLast((each) => each.state === state && each.end === "open");
  if (!visit || context.execution.status !== "RUNNING") return html`<div><b>${context.nameOf(state)}</b></div>`;
  const since = say("since", { at: momentText(context, visit.enteredAt) });
  const until = visit.timesOutAt === undefined ? "" : say("until", { at: momentText(context, visit.timesOutAt) });
  return html`<div><b>${context.nameOf(state)}</b> <span class="quiet">${since}${until ? (context.language === "en" ? ", " : "，") : ""}${until}</span></div>`;
}

function failure({ execution: { status, error, cause }, say, redaction }: ExecutionView): Markup | "" {
  if (status === "RUNNING" || status === "SUCCEEDED") return "";
  const reason = error === undefined && cause === undefined ? say("error.unnamed") : redaction.text(error ?? "");
  const causeBox = cause ? textBox(say, { label: say("error"), text: redaction.json(cause) }) : "";
  return html`<h2 class="part">${say("error")}</h2><p><b>${reason}</b></p>${causeBox}`;
}

function facts(view: ExecutionView) {
  const { execution, trace, asOf, say } = view;
  const running = execution.status === "RUNNING";
  const currentStates = currentStatesOf(trace, running).map((state) => currentState(state, view));
  return html`<div class="card">
<p class="head">${statusChip(view, execution.status)}<span class="to">${view.nameOf(machineName(execution.stateMachineArn))}</span><span>${say("asOf", { at: momentText(view, Date.parse(asOf) / 1000) })}</span></p>
<dl>
<dt>${say(running ? "at" : "ended")}</dt><dd>${currentStates.length === 0 ? say("nowhere") : currentStates}</dd>
<dt>${say("started")}</dt><dd>${moment(view, execution.startDate)}</dd>
<dt>${say("stopped")}</dt><dd>${execution.stopDate === undefined ? say("running") : moment(view, execution.stopDate)}</dd>
</dl>
${execution.redriveCount > 0 ? html`<p class="quiet">${say("redrives", { count: execution.redriveCount })}</p>` : ""}
</div>`;
}

function graph({ drawing, trace, states, execution, say, nameOf }: ExecutionView) {
  const running = execution.status === "RUNNING";
  if (!drawing) return html`<p class="card">${say("graph.large", { count: states.length })}</p>`;
  const statuses = states.map((state) => {
    const status = stateStatusOf(
      trace.visits.filter((visit) => visit.state === state),
      running,
    );
    return html`<li>${nameOf(state)}: ${say(`standing.${status}`)}</li>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say("graph.box")}">${drawSvg({ say, nameOf, drawing, trace, running })}</div>
<p class="quiet">${say("graph.legend")}</p>
<details><summary>${say("graph.states")}</summary><ul class="plain">${statuses}</ul></details>`;
}

function output({ execution, redaction, say }: ExecutionView) {
  if (execution.output !== undefined)
    return textBox(say, { label: say("output"), text: redaction.json(execution.output) });
  return html`<p class="card quiet">${say(execution.status === "RUNNING" ? "output.none" : "output.failed")}</p>`;
}

function history(view: ExecutionView) {
  const { asked, further, language, say } = view;
  const other = asked.order === "reverse" ? "forward" : "reverse";
  const link = (order: string, to: string | undefined) => `${queryOf({ lang: language, order, page: to })}#history`;
  const back = html`<a href="${link(asked.order, undefined)}">${say("history.back")}</a>`;
  const more = html`<a href="${link(asked.order, further)}">${say("history.more")}</a>`;
  return html`<h2 class="part" id="history">${say("history")}</h2>
<div class="bar"><span class="quiet">${say("history.count", { count: view.count })}</span><a href="${link(other, undefined)}">${say(`history.${other}`)}</a></div>
${eventList(view)}
<div class="pages"><span>${asked.page === undefined ? "" : back}</span><span>${further === undefined ? "" : more}</span></div>`;
}

/** The page of one execution: status, graph, input, output and history. */
export function executionPage(view: ExecutionView) {
  const { execution, redaction, asked, say } = view;
  const all = html`<a class="back" href="/executions${queryOf({ lang: view.language, machine: machineName(execution.stateMachineArn) })}">${say("all")}</a>`;
  const body = html`<p>${all}</p>
${facts(view)}
${failure(view)}
<h2 class="part">${say("graph")}</h2>
${graph(view)}
<h2 class="part">${say("input")}</h2>
${textBox(say, { label: say("input"), text: redaction.json(execution.input) })}
<h2 class="part">${say("output")}</h2>
${output(view)}
${history(view)}`;
  return page(view, execution.name, { query: asked, body });
}
