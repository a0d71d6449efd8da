import { type Context, Hono } from "hono";
import * as z from "zod";
import { executionArn } from "../lib/arn.ts";
import { Fault } from "../lib/fault.ts";
import {
  courseOf,
  definitionOf,
  describe,
  executionsOf,
  historyOf,
  machinesOf,
  type Source,
  STATUSES,
  tailOf,
} from "./engine-queries.ts";
import { executionPage } from "./execution-page.ts";
import { namesOf } from "./graph.ts";
import { languageOf } from "./language.ts";
import { layout } from "./layout.ts";
import { listPage } from "./list-page.ts";
import { type MessageOverrides, messagesIn } from "./messages.ts";
import { type Markup, type Problem, problemPage, type Reading } from "./page.ts";
import { openRedaction, withoutTokens } from "./redact.ts";
import { HEADERS } from "./style.ts";
import { courseFrom, placesOf } from "./trace.ts";

const listLength = 25;
const historyLength = 100;
/** Enough to find the state that an execution is in. */
const tailLength = 40;
const mostDrawn = 150;

/** A form sends what is left open as empty text. */
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
  /** The code to show for an error that means that another process has the executions; undefined for any other error. */
  elsewhereCode?: (error: unknown) => string | undefined;
}

async function list({ source }: ExecutionPages, reading: Reading, query: z.output<typeof ListQuery>) {
  const machines = await machinesOf(source);
  const chosen = query.machine === undefined ? machines[0] : machines.find(({ name }) => name === query.machine);
  if (query.machine !== undefined && !chosen) throw new Fault("StateMachineDoesNotExist", query.machine);
  const asked = { ...query, machine: chosen?.name ?? "" };
  if (!chosen) return listPage({ ...reading, machines, asked, entries: [] });
  const { executions, nextToken: older } = await executionsOf(source, {
    stateMachineArn: chosen.stateMachineArn,
    statusFilter: query.status,
    nextToken: query.page,
    maxResults: listLength,
  });
  const entries = [];
  for (const each of executions) {
    const course = courseFrom(await tailOf(source, each.executionArn, tailLength));
    entries.push({ ...each, places: placesOf(course, each.status === "RUNNING") });
  }
  return listPage({ ...reading, machines, asked, entries, older });
}

async function one({ source }: ExecutionPages, reading: Reading, arn: string, asked: z.output<typeof ExecutionQuery>) {
  const found = await describe(source, arn);
  const { states } = await definitionOf(source, arn);
  const passed = await courseOf(source, arn);
  const { events, nextToken: further } = await historyOf(source, {
    executionArn: arn,
    maxResults: historyLength,
    reverseOrder: asked.order === "reverse",
    nextToken: asked.page,
  });
  const redaction = openRedaction(reading.say("token"));
  for (const text of [found.input, found.output, found.cause, JSON.stringify(events)]) redaction.learn(text ?? "");
  const names = namesOf(states);
  const drawing = names.length > mostDrawn ? undefined : layout(states);
  const execution = { ...found, name: redaction.text(found.name) };
  const view = { execution, states: names, drawing, course: courseFrom(passed), count: passed.length, events, further };
  return executionPage({ ...reading, ...view, asked, redaction });
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
 * `GET /executions` and `GET /executions/<state machine>/<execution>`: what the engine carries, to be read only and
 * without task tokens. For one machine only, since anybody who reaches the port can read it.
 */
export function executionRoutes(pages: ExecutionPages) {
  const readingOf = async (c: Context): Promise<Reading> => {
    const language = languageOf(c);
    const say = messagesIn(language, pages.messages);
    return { language, say, zone: await pages.zone(), asOf: pages.source.now() };
  };
  const answer = async (c: Context, status: 200 | 400 | 404 | 500 | 503, { say }: Reading, shown: Markup) =>
    c.html(withoutTokens(String(await shown), say("token")), status, HEADERS);

  return new Hono()
    .get("/executions", async (c) => {
      const reading = await readingOf(c);
      return answer(c, 200, reading, list(pages, reading, parsed(ListQuery, c.req.query())));
    })
    .get("/executions/:machine/:name", async (c) => {
      const reading = await readingOf(c);
      const arn = executionArn(c.req.param("machine"), c.req.param("name"));
      return answer(c, 200, reading, one(pages, reading, arn, parsed(ExecutionQuery, c.req.query())));
    })
    .onError(async (error, c) => {
      const reading = await readingOf(c);
      const elsewhere = pages.elsewhereCode?.(error);
      if (elsewhere !== undefined) return answer(c, 503, reading, problemPage(reading, "elsewhere", elsewhere));
      const known = error instanceof Fault ? problems[error.name] : undefined;
      if (known) return answer(c, known.status, reading, problemPage(reading, known.problem, known.code));
      pages.report(c.req.path, error);
      return answer(c, 500, reading, problemPage(reading, "internal", "internal"));
    });
}
