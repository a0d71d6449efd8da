import { createRoute, z } from "@hono/zod-openapi";
import { announceDraw } from "@yigong/application/award/announce-draw.ts";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { beginRun } from "@yigong/application/award/begin-run.ts";
import { confirmRun } from "@yigong/application/award/confirm-run.ts";
import { movedSince } from "@yigong/application/award/detect-stale-run.ts";
import { enterDraw } from "@yigong/application/award/enter-draw.ts";
import { honouredOf } from "@yigong/application/award/find-honoured.ts";
import { issueHeldBack } from "@yigong/application/award/issue-held-back.ts";
import { keepFrozenRun } from "@yigong/application/award/keep-frozen-run.ts";
import { renderNotice } from "@yigong/application/award/render-notice.ts";
import { isDecided } from "@yigong/application/award/run-states.ts";
import { withdrawRun } from "@yigong/application/award/withdraw-run.ts";
import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import { Reason } from "@yigong/core/award/committee.ts";
import { Reason as Why } from "@yigong/core/award/objection.ts";
import * as Run from "@yigong/core/award/run.ts";
import { SourceText, ValueText, Year } from "@yigong/core/award/source.ts";
import { LANGUAGES } from "@yigong/core/language/index.ts";
import { CalendarYear, Instant } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, STEP_UP, security } from "../lib/edge.ts";
import { RunView, runView } from "./award.view.ts";

const tags = ["Awards"];
export const ByYear = z.object({ year: CalendarYear });
export const ByRun = ByYear.extend({ run: z.coerce.number().int().min(1).max(9999) });
const YearView = Year.omit({ version: true }).openapi("AwardYear");
const ForReason = z.object({ reason: Why });
const Replacement = z.object({ out: z.string(), in: z.string(), reason: Reason });
const NoticeView = z
  .object({
    year: z.int(),
    run: z.int(),
    kind: Run.NoticeKind,
    title: z.string(),
    paragraphs: z.array(z.string()),
    until: Instant,
  })
  .openapi("AwardNotice");

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const oneRun = answers(RunView, "The run: where it stands, the five, who decided");

export interface AwardRouteDeps extends AwardDeps {
  allianceName: () => Promise<string>;
  now: () => string;
}

/** A finished run is followed by another only when points were corrected since; by hand at any time. @throws `award.unchanged` */
async function requireChanged(deps: AwardRouteDeps, year: number): Promise<void> {
  const { latest: run } = await deps.awards.year(year);
  if (run === 0) return;
  const last = await deps.awards.get({ year, run });
  if (last.status === "done" && (await movedSince(deps, last)) === undefined)
    throw awardRefusal("award.unchanged", { year, run });
}

/** The newest notice of a year: the newest run that has one. @throws `award.no_notice` */
async function noticeOf(deps: AwardRouteDeps, year: number, language: (typeof LANGUAGES)[number]) {
  const runs = await deps.awards.runsOf(await deps.awards.year(year));
  const shown = runs.filter(isDecided).findLast((run) => run.notices.proposed);
  if (!shown) throw awardRefusal("award.no_notice", { year });
  const kind = shown.status === "done" ? ("published" as const) : ("proposed" as const);
  const alliance = await deps.allianceName();
  const five = await honouredOf(deps, shown);
  const rendered = renderNotice(language, { run: shown, kind, five }, { alliance, zone: deps.zone });
  return { year, run: shown.run, kind, ...rendered, until: Run.noticeUntil(shown) ?? shown.decision.at };
}

/** The annual awards: the draw's source, runs, the committee's decision, the notice to everybody. */
export const awardRoutes = (deps: AwardRouteDeps) => {
  const { awards, now } = deps;
  const begin = beginRun(deps);
  const confirm = confirmRun(deps);
  const withdraw = withdrawRun(deps);
  const keep = keepFrozenRun(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/awards/{year}", "A year's newest run and the source of its draw"),
        method: "get",
        request: { params: ByYear },
        responses: answers(YearView, "The year"),
      }),
      async (c) => c.json(YearView.parse(await awards.year(c.req.valid("param").year)), 200),
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/draw-source", "Announce from where the draw takes its chance, before it can be known"),
        method: "put",
        request: { params: ByYear, ...body(z.object({ source: SourceText, knownFrom: Instant })) },
        responses: answers(YearView, "The year"),
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.run"), at: now() };
        const year = await announceDraw(deps)(c.req.valid("param").year, c.req.valid("json"), by);
        return c.json(YearView.parse(year), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/draw-value", "Enter what the announced source said"),
        method: "put",
        request: { params: ByYear, ...body(z.object({ value: ValueText })) },
        responses: answers(YearView, "The year"),
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.run"), at: now() };
        const year = await enterDraw(deps)(c.req.valid("param").year, c.req.valid("json").value, by);
        return c.json(YearView.parse(year), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/notice", "The public notice of the five, or the published list"),
        method: "get",
        request: { params: ByYear, query: z.object({ language: z.enum(LANGUAGES).default("zh-CN") }) },
        responses: answers(NoticeView, "The notice"),
      }),
      async (c) => {
        const { year } = c.req.valid("param");
        return c.json(NoticeView.parse(await noticeOf(deps, year, c.req.valid("query").language)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs", "The runs of a year, the first one first"),
        method: "get",
        request: { params: ByYear },
        responses: answers(z.object({ items: z.array(RunView) }), "Runs"),
      }),
      async (c) => {
        allow(actorOf(c), "award.read");
        const runs = await awards.runsOf(await awards.year(c.req.valid("param").year));
        const items = await Promise.all(runs.map((run) => runView(deps, run)));
        return c.json({ items }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs", "Begin a run by hand: the first, or one after a correction"),
        method: "post",
        request: { params: ByYear, ...body(ForReason) },
        responses: oneRun,
      }),
      async (c) => {
        const { year } = c.req.valid("param");
        const { at, ...by } = { ...allow(actorOf(c), "award.run"), at: now() };
        await requireChanged(deps, year);
        const cause = { kind: "requested" as const, by: by.actorId, reason: c.req.valid("json").reason };
        return c.json(await runView(deps, await begin(year, { cause, at, by })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}", "Where a run stands: freeze, compute, committee, notice, publish"),
        method: "get",
        request: { params: ByRun },
        responses: oneRun,
      }),
      async (c) => {
        allow(actorOf(c), "award.read");
        return c.json(await runView(deps, await awards.get(c.req.valid("param"))), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/awards/{year}/runs/{run}/confirmation",
          "Confirm the five, or replace some with a reason; two people",
        ),
        ...STEP_UP,
        method: "post",
        request: { params: ByRun, ...body(z.object({ replacements: z.array(Replacement).max(5).default([]) })) },
        responses: oneRun,
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.run"), at: now() };
        const run = await confirm(c.req.valid("param"), c.req.valid("json").replacements, by);
        return c.json(await runView(deps, run), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/withdrawal", "Take a run back before it is published; the next one begins"),
        method: "post",
        request: { params: ByRun, ...body(ForReason) },
        responses: oneRun,
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.run"), at: now() };
        return c.json(await runView(deps, await withdraw(c.req.valid("param"), c.req.valid("json").reason, by)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/awards/{year}/runs/{run}/certificates",
          "Issue the certificates that waited for a name that can be printed",
        ),
        method: "post",
        request: { params: ByRun },
        responses: oneRun,
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.run"), at: now() };
        return c.json(await runView(deps, await issueHeldBack(deps)(c.req.valid("param"), by)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/awards/{year}/runs/{run}/continuation",
          "Keep a run as it was frozen although points were posted since; they count in the next run",
        ),
        method: "post",
        request: { params: ByRun, ...body(ForReason) },
        responses: oneRun,
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.run"), at: now() };
        return c.json(await runView(deps, await keep(c.req.valid("param"), c.req.valid("json").reason, by)), 200);
      },
    );
};
