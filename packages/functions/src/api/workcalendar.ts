import { createRoute, z } from "@hono/zod-openapi";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf, yearOf } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Workcalendar } from "@yigong/core/workcalendar/index.ts";
import { linesOf, readLines } from "@yigong/core/workcalendar/read-lines.ts";
import type { Workcalendars } from "@yigong/core/workcalendar/workcalendar.store.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";

const tags = ["Organization"];
const TableView = z
  .object({
    ...Workcalendar.Table.shape,
    year: z.int(),
    /** The table as lines that may be pasted again. */
    lines: z.string(),
    isBuiltIn: z.boolean(),
    savedAt: z.string().optional(),
    version: z.int(),
  })
  .openapi("WorkdayTable");
const TablesView = z
  .object({
    items: z.array(TableView),
    /** The last day that is covered from today on; without it today is not. */
    coversUntil: z.string().optional(),
    /** Whether the next table is to be entered now. */
    nextIsDue: z.boolean(),
  })
  .openapi("WorkdayTables");
const Entered = z.object({
  version: z.int().nonnegative(),
  source: Workcalendar.Table.shape.source,
  /** A holiday with its days on a line, or 上班 with a weekend day. */
  table: z.string().min(1).max(4000),
});
const ByYear = z.object({ year: Workcalendar.Year });

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface WorkcalendarRouteDeps {
  workcalendars: Workcalendars;
  newId: NewId;
  now: () => string;
  zone: string;
}

const viewOf = (table: Workcalendar.Info) => ({ ...table, lines: linesOf(table), isBuiltIn: table.version === 0 });

/** The working days of the country, with 调休, as far as somebody has told them. */
export const workcalendarRoutes = (deps: WorkcalendarRouteDeps) => {
  async function tables() {
    const today = dayOf(deps.now(), deps.zone);
    const entered = await deps.workcalendars.around(yearOf(deps.now(), deps.zone));
    const byYear = new Map([...Workcalendar.BUILT_IN, ...entered].map((table) => [table.year, table]));
    const workdays = Workcalendar.workdaysOf(entered);
    const until = workdays.coversUntil(today);
    return {
      items: [...byYear.values()].sort((a, b) => a.year - b.year).map(viewOf),
      ...(until === undefined ? {} : { coversUntil: until }),
      nextIsDue: Workcalendar.nextIsDue(workdays, today),
    };
  }
  return routes()
    .openapi(
      createRoute({
        ...route("/settings/workdays", "The tables of working days, and until when they cover"),
        method: "get",
        responses: answers(TablesView, "Each year's table"),
      }),
      async (c) => {
        allow(actorOf(c), "workcalendar.read");
        return c.json(await tables(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/settings/workdays/{year}",
          "Enter a year's holidays and worked weekend days, as they were announced",
        ),
        method: "put",
        request: { params: ByYear, ...body(Entered) },
        responses: answers(TablesView, "Each year's table"),
      }),
      async (c) => {
        const [{ year }, { version, source, table }, at] = [c.req.valid("param"), c.req.valid("json"), deps.now()];
        const by = { ...allow(actorOf(c), "workcalendar.write"), at };
        const said = { year, source, version, ...readLines(table) };
        const audit = [
          entryOf(deps.newId, { subjectId: "workcalendar", at, action: "workcalendar.write", by, detail: { year } }),
        ];
        const save = () =>
          deps.workcalendars.change(year, (before) => ({ to: Workcalendar.enter(before, said, at), audit }));
        await editing(said, save, async () => ({ shown: await tables() }));
        return c.json(await tables(), 200);
      },
    );
};
