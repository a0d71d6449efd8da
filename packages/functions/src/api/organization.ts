import { createRoute, z } from "@hono/zod-openapi";
import type { RoleDeps } from "@yigong/application/member/role-stores.ts";
import { countingFigures, type FigureDeps } from "@yigong/application/organization/count-figures.ts";
import { removeUnit } from "@yigong/application/organization/remove-unit.ts";
import { requireReferences } from "@yigong/application/organization/require-references.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Day, dayOf } from "@yigong/core/lib/time.ts";
import {
  NewUnit,
  reviseSettings,
  reviseUnit,
  Settings,
  SettingsPatch,
  UnitId,
  UnitInfo,
  UnitPatch,
} from "@yigong/core/organization/organization.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";

const tags = ["Organization"];
const ById = z.object({ id: UnitId });
const Listing = PageRequest.extend({ kind: z.enum(["branch", "department", "team", "post"]).optional() });
const Share = z.object({ numerator: z.int(), denominator: z.int(), percentage: z.string().optional() });
const Figures = z
  .object({
    day: z.string(),
    volunteers: z.int(),
    partyVolunteers: z.int(),
    partyMembers: z.int(),
    partyShare: Share,
    partyMembersServing: Share,
  })
  .meta({ id: "OrganizationFigures" });
const UnitView = UnitInfo.meta({ id: "Unit" });
const SettingsView = Settings.meta({ id: "Organization" });

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const oneUnit = answers(UnitView, "The unit");

export interface OrganizationDeps extends Omit<RoleDeps, "members"> {
  settings: SettingsRow;
  members: RoleDeps["members"] & FigureDeps["members"];
  now: () => string;
}

/** The tenant's settings and figures under `/organization`, its branches, departments, teams and posts under `/units`. */
export const organizationRoutes = (deps: OrganizationDeps) => {
  const figuresOn = countingFigures(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/organization", "Read the settings"),
        method: "get",
        responses: answers(SettingsView, "The settings"),
      }),
      async (c) => {
        allow(actorOf(c), "organization.read");
        return c.json(await deps.settings.get(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/organization", "Change the settings"),
        method: "patch",
        request: body(SettingsPatch),
        responses: answers(SettingsView, "The settings"),
      }),
      async (c) => {
        const [patch, at] = [c.req.valid("json"), deps.now()];
        const by = { ...allow(actorOf(c), "organization.change"), at };
        const audit = [
          entryOf(deps.newId, {
            subjectId: "organization",
            at: by.at,
            action: "organization.change",
            by,
            detail: { fields: Object.keys(patch) },
          }),
        ];
        const save = () => deps.settings.change((settings) => ({ to: reviseSettings(settings, patch), audit }));
        return c.json(await editing(patch, save, async () => ({ shown: await deps.settings.get() })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/organization/figures", "Count volunteers and party members on a day, at most half a minute ago"),
        method: "get",
        request: { query: z.object({ day: Day.optional() }) },
        responses: answers(Figures, "The figures and the counts behind them"),
      }),
      async (c) => {
        allow(actorOf(c), "organization.read");
        const { zone } = await deps.settings.get();
        const { day = dayOf(deps.now(), zone) } = c.req.valid("query");
        return c.json(await figuresOn(day), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/units", "List units"),
        method: "get",
        request: { query: Listing },
        responses: answers(pageOf(UnitView), "Units by name"),
      }),
      async (c) => {
        allow(actorOf(c), "organization.read");
        const { kind, ...page } = c.req.valid("query");
        return c.json(await deps.units.page(kind, page), 200);
      },
    )
    .openapi(
      createRoute({ ...route("/units", "Make a unit"), method: "post", request: body(NewUnit), responses: oneUnit }),
      async (c) => {
        const [unit, id, at] = [c.req.valid("json"), deps.newId("unit"), deps.now()];
        const by = { ...allow(actorOf(c), "organization.change"), at };
        await requireReferences(deps, unit);
        return c.json(
          await deps.units.add(UnitInfo.parse({ ...unit, id }), [
            entryOf(deps.newId, { subjectId: id, at: by.at, action: "unit.add", by }),
          ]),
          200,
        );
      },
    )
    .openapi(
      createRoute({
        ...route("/units/{id}", "Read a unit"),
        method: "get",
        request: { params: ById },
        responses: oneUnit,
      }),
      async (c) => {
        allow(actorOf(c), "organization.read");
        return c.json(await deps.units.get(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/units/{id}", "Change a unit"),
        method: "patch",
        request: { params: ById, ...body(UnitPatch) },
        responses: oneUnit,
      }),
      async (c) => {
        const [{ id }, patch, at] = [c.req.valid("param"), c.req.valid("json"), deps.now()];
        const by = { ...allow(actorOf(c), "organization.change"), at };
        await requireReferences(deps, patch);
        const audit = [
          entryOf(deps.newId, { subjectId: id, at: by.at, action: "unit.change", by, detail: { ...patch } }),
        ];
        const save = () => deps.units.change(id, (unit) => ({ to: reviseUnit(unit, patch), audit }));
        return c.json(await editing(patch, save, async () => ({ shown: await deps.units.get(id) })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/units/{id}", "Take a unit back that nobody ever belonged to; others are ended by their `endedOn`"),
        method: "delete",
        request: { params: ById },
        responses: oneUnit,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = { ...allow(actorOf(c), "organization.change"), at: deps.now() };
        return c.json(
          await removeUnit(deps, id, [entryOf(deps.newId, { subjectId: id, at: by.at, action: "unit.remove", by })]),
          200,
        );
      },
    );
};
