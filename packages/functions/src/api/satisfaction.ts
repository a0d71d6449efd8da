import { createRoute, z } from "@hono/zod-openapi";
import { type OpenSurveyDeps, openSatisfaction } from "@yigong/application/satisfaction/open-satisfaction.ts";
import { readSatisfaction, type SatisfactionRead } from "@yigong/application/satisfaction/read-satisfaction.ts";
import { correctSatisfaction, stateSatisfaction } from "@yigong/application/satisfaction/state-satisfaction.ts";
import { plainText } from "@yigong/core/lib/plain-text.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Satisfaction } from "@yigong/core/satisfaction/index.ts";
import { satisfactionRefusal } from "@yigong/core/satisfaction/satisfaction.refusals.ts";
import type { Satisfactions } from "@yigong/core/satisfaction/satisfaction.store.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { openedView } from "./form.view.ts";
import { SatisfactionYears } from "./satisfaction.view.ts";

const tags = ["Training"];
const ByYear = z.object({ year: z.coerce.number().pipe(Satisfaction.Year) });
const Said = z.object({ index: z.string().min(1).max(20), source: plainText(2, 200) });
const Corrected = Said.extend({ reason: plainText(2, 500), version: z.int().nonnegative() });
const view = answers(SatisfactionYears, "Every year that is known, the latest first");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface SatisfactionRouteDeps extends OpenSurveyDeps {
  satisfactions: Satisfactions;
  now: () => string;
}

/** An index as it was typed. @throws `satisfaction.out_of_range` */
function indexIn(text: string): number {
  const index = Satisfaction.indexIn(text);
  if (index === undefined) throw satisfactionRefusal("satisfaction.out_of_range");
  return index;
}

function shown({ years, stated, surveys }: SatisfactionRead): z.output<typeof SatisfactionYears> {
  const { indexText } = Satisfaction;
  const byYear = new Map(stated.map((one) => [one.year, one]));
  return {
    years: years.map(({ index, ...year }) => {
      const said = year.from === "survey" ? undefined : byYear.get(year.year);
      const corrections = said?.before.map((was) => ({
        ...{ index: indexText(was.index), source: was.source, at: was.corrected.at, reason: was.corrected.reason },
      }));
      return {
        ...year,
        index: indexText(index),
        ...(said && { source: said.source, version: said.version, corrections }),
      };
    }),
    surveys: surveys.map((survey) => {
      const { year, isOpen, form } = survey;
      if (survey.isOpen) return { year, isOpen, form: openedView(form) };
      const { answered, index, interval, items, comments, parts } = survey;
      const known = index === undefined ? {} : { index: indexText(index) };
      return { year, isOpen, form: openedView(form), answered, ...known, interval, items, comments, parts };
    }),
  };
}

/** How satisfied employees are, by year, under `/satisfaction`. @source docs/domain.md W6 */
export const satisfactionRoutes = (deps: SatisfactionRouteDeps) => {
  const { now } = deps;
  const read = readSatisfaction(deps);
  const show = async () => shown(await read(now()));
  const [state, correct, ask] = [stateSatisfaction(deps), correctSatisfaction(deps), openSatisfaction(deps)];
  return routes()
    .openapi(
      createRoute({
        ...route("/satisfaction", "Read the satisfaction of employees by year, with its change"),
        method: "get",
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "satisfaction.read");
        return c.json(await show(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/satisfaction/{year}", "State the satisfaction of a year, with where it comes from"),
        method: "post",
        request: { params: ByYear, ...body(Said) },
        responses: view,
      }),
      async (c) => {
        const [{ year }, { index, source }] = [c.req.valid("param"), c.req.valid("json")];
        const by = allow(actorOf(c), "satisfaction.write");
        await state({ year, index: indexIn(index), source }, { by, at: now() });
        return c.json(await show(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/satisfaction/{year}", "Put the satisfaction of a year right; how it was stays"),
        method: "put",
        request: { params: ByYear, ...body(Corrected) },
        responses: view,
      }),
      async (c) => {
        const [{ year }, { index, ...given }] = [c.req.valid("param"), c.req.valid("json")];
        const by = allow(actorOf(c), "satisfaction.write");
        const save = async () => correct({ year, index: indexIn(index), ...given }, { by, at: now() });
        await editing(given, save, async () => ({ shown: await show() }));
        return c.json(await show(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/satisfaction/{year}/survey", "Ask every employee how satisfied they were in a year"),
        method: "post",
        request: { params: ByYear, ...body(z.object({ closesAt: Instant })) },
        responses: view,
      }),
      async (c) => {
        const [{ year }, { closesAt }] = [c.req.valid("param"), c.req.valid("json")];
        await ask(year, { closesAt, by: allow(actorOf(c), "satisfaction.write"), at: now() });
        return c.json(await show(), 200);
      },
    );
};
