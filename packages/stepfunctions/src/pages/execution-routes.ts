import { type Context, Hono } from "hono";
import * as z from "zod";
import { executionArn } from "../lib/arn.ts";
import { Fault } from "../lib/fault.ts";
import {
  allEvents,
  definitionOf,
  describeExecution,
  historyPage,
  latestEvents,
  listExecutions,
  listMachines,
  type Source,
  STATUSES,
} from "./engine-queries.ts";
import { executionPage } from "./execution-page.ts";
import { stateNamesOf } from "./graph.ts";
import { languageOf } from "./language.ts";
import { layout } from "./layout.ts";
import { listPage } from "./list-page.ts";
import { type Language, type MessageOverrides, messagesIn } from "./messages.ts";
import { type Markup, type PageContext, type Problem, problemPage } from "./page.ts";
import { openRedaction, withoutTokens } from "./redact.ts";
import { HEADERS } from "./style.ts";
import { currentStatesOf, traceOf } from "./trace.ts";

const listLength = 25;
const historyLength = 100;
/** Events that are read to find the current states of a listed execution. */
const tailLength = 40;
const mostDrawn = 150;

/** A form sends an empty field as empty text. */
const given = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const ListQuery = z.object({
  machine: given(z.string().max(80)),
  status: given(z.enum(STATUSES)),
  page: given(z.string().max(500)),
});
const ExecutionQuery = z.object({
  order: z.enum(["forward", "reverse"]).default("forward"),
  page: given(z.string().max(500)),
});

export interface ExecutionPages {
  source: Source;
  zone: () => string | Promise<string>;
  report: (what: string, error: unknown) => void;
  messages?: MessageOverrides;
  /** How states and state machines are called on the pages, by their names in the definition. */
  names?: Partial<Record<Language, Readonly<Record<string, string>>>>;
  /** Maps an error of `source` that means that another process runs the engine to the code to show. */
  elsewhereCode?: (error: unknown) => string | undefined;
}

async function list({ source }: ExecutionPages, context: PageContext, query: z.output<typeof ListQuery>) {
  const machines = await listMachines(source);
  const chosen = query.machine === undefined ? machines[0] : machines.find(({ name }) => name === query.machine);
  if (query.machine !== undefined && !chosen) throw new Fault("StateMachineDoesNotExist", query.machine);
  const asked = { ...query, machine: chosen?.name ?? "" };
  if (!chosen) return listPage({ ...context, machines, asked, entries: [] });
  const { executions, nextToken: older } = await listExecutions(source, {
    stateMachineArn: chosen.stateMachineArn,
    statusFilter: query.status,
    nextToken: query.page,
    maxResults: listLength,
  });
  const entries = [];
  for (const each of executions) {
    const trace = traceOf(await latestEvents(source, each.executionArn, tailLength));
    entries.push({ ...each, currentStates: currentStatesOf(trace, each.status === "RUNNING") });
  }
  return listPage({ ...context, machines, asked, entries, older });
}

async function one(
  { source }: ExecutionPages,
  context: PageContext,
  arn: string,
  asked: z.output<typeof ExecutionQuery>,
) {
  const found = await describeExecution(source, arn);
  const { states } = await definitionOf(source, arn);
  const history = await allEvents(source, arn);
  const { events, nextToken: further } = await historyPage(source, {
    executionArn: arn,
    maxResults: historyLength,
    reverseOrder: asked.order === "reverse",
    nextToken: asked.page,
  });
  const redaction = openRedaction(context.say("token"));
  for (const text of [found.input, found.output, found.cause, JSON.stringify(events)]) redaction.learn(text ?? "");
  const names = stateNamesOf(states);
  const drawing = names.length > mostDrawn ? undefined : layout(states);
  const execution = { ...found, name: redaction.text(found.name) };
  const view = { execution, states: names, drawing, trace: traceOf(history), count: history.length, events, further };
  return executionPage({ ...context, ...view, asked, redaction });
}

const parsed = <Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> => {
  const { success, data } = schema.safeParse(query);
  if (success) return data;
  throw new Fault("ValidationException", "The address is not valid.");
};

const problems: Record<string, { problem: Problem; status: 400 | 404; code: string }> = {
  ExecutionDoesNotExist: { problem: "missing", status: 404, code: "execution.missing" },
  StateMachineDoesNotExist: { problem: "missing", status: 404, code: "execution.missing" },
  InvalidArn: { problem: "missing", status: 404, code: "execution.missing" },
  InvalidToken: { problem: "invalid", status: 400, code: "input.invalid" },
  ValidationException: { problem: "invalid", status: 400, code: "input.invalid" },
};

/**
 * `GET /executions` and `GET /executions/<state machine>/<execution>`: read-only pages without task tokens.
 *
 * There is no authentication: serve them on loopback or behind a proxy that authenticates.
 */
export function executionRoutes(pages: ExecutionPages) {
  const contextOf = async (c: Context): Promise<PageContext> => {
    const language = languageOf(c);
    const say = messagesIn(language, pages.messages);
    const names = pages.names?.[language] ?? {};
    const nameOf = (name: string) => (Object.hasOwn(names, name) ? (names[name] ?? name) : name);
    return { language, say, nameOf, zone: await pages.zone(), asOf: pages.source.now() };
  };
  const answer = async (c: Context, status: 200 | 400 | 404 | 500 | 503, { say }: PageContext, shown: Markup) =>
    c.html(withoutTokens(String(await shown), say("token")), status, HEADERS);

  return new Hono()
    .get("/executions", async (c) => {
      const context = await contextOf(c);
      return answer(c, 200, context, list(pages, context, parsed(ListQuery, c.req.query())));
    })
    .get("/executions/:machine/:name", async (c) => {
      const context = await contextOf(c);
      const arn = executionArn(c.req.param("machine"), c.req.param("name"));
      return answer(c, 200, context, one(pages, context, arn, parsed(ExecutionQuery, c.req.query())));
    })
    .onError(async (error, c) => {
      const context = await contextOf(c);
      const elsewhere = pages.elsewhereCode?.(error);
      if (elsewhere !== undefined) return answer(c, 503, context, problemPage(context, "elsewhere", elsewhere));
      const known = error instanceof Fault ? problems[error.name] : undefined;
      if (known) return answer(c, known.status, context, problemPage(context, known.problem, known.code));
      pages.report(c.req.path, error);
      return answer(c, 500, context, problemPage(context, "internal", "internal"));
    });
}
