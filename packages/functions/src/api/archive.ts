import { createRoute, z } from "@hono/zod-openapi";
import { requireWriter } from "@yigong/application/archive/archive-access.ts";
import { type SubmitDeps, submitArchive } from "@yigong/application/archive/submit-archive.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { archiveRefusal } from "@yigong/core/archive/archive.refusals.ts";
import type { Archives } from "@yigong/core/archive/archive.store.ts";
import { Archive, Register } from "@yigong/core/archive/index.ts";
import type { Registers } from "@yigong/core/archive/register.store.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { CalendarYear, yearOf } from "@yigong/core/lib/time.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { type PeopleDeps, withPeople, withPeopleOf } from "./names.ts";

const tags = ["Archive"];
const ById = z.object({ id: Activity.Id });
const ArchiveView = z
  .object({
    archive: z.union(Archive.Info.options),
    missing: z.array(Archive.Missing).describe("everything that keeps it from being filed"),
  })
  .openapi("Archive");
const Lines = PageRequest.extend({
  owner: Register.RegisterOwner,
  year: CalendarYear.optional(),
});
const view = answers(ArchiveView, "The archive, and what it still lacks");

export interface ArchiveDeps extends SubmitDeps {
  archives: Archives;
  registers: Registers;
  members: PeopleDeps["members"];
  units: { get(id: string): Promise<UnitInfo> };
  now: () => string;
}

/** An activity's record, its filing, and the registers it is filed in. */
export const archiveRoutes = (deps: ArchiveDeps) => {
  const submit = submitArchive(deps);
  const show = async (archive: Archive.Info) => ({
    archive,
    missing: await deps.archives.missing(archive),
  });
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/archive",
        summary: "Read an activity's archive and what it still lacks",
        tags,
        security,
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "archive.read");
        const { id } = await deps.activities.get(c.req.valid("param").id);
        return c.json(await show(await deps.archives.get(id)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path: "/activities/{id}/archive",
        summary: "Write the draft of an archive",
        tags,
        security,
        request: { params: ById, ...body(Archive.Writing) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const said = c.req.valid("json");
        const { actorId } = await requireWriter(deps, actorOf(c), id);
        await requireOwner(deps.units, said.owner);
        const written = { at: deps.now(), by: actorId };
        const save = () => deps.archives.change(id, (archive) => Archive.write(archive, said, written));
        const current = async () => {
          const held = await deps.archives.get(id);
          return { shown: await show(held), held };
        };
        return c.json(await show(await editing(said, save, current)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/activities/{id}/archive/submit",
        summary: "File an archive; asked again, it stays filed",
        tags,
        security,
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = allow(actorOf(c), "archive.write", activitySubject(await deps.activities.get(id)));
        return c.json(await show(await submit(id, { at: deps.now(), by })), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/register",
        summary: "Read the register of the committee or of a branch, by year",
        tags,
        security,
        request: { query: Lines },
        responses: answers(
          withPeopleOf(pageOf(z.object(Register.Entry.shape).openapi("RegisterEntry"))),
          "The lines in the order of their numbers",
        ),
      }),
      async (c) => {
        const { owner, year = yearOf(deps.now(), deps.zone), ...page } = c.req.valid("query");
        allow(actorOf(c), "register.read", owner === "committee" ? {} : { branchId: owner });
        return c.json(await withPeople(deps, await deps.registers.list({ owner, year }, page)), 200);
      },
    );
};

/** A register belongs to the committee or to a branch, never to a team or a department. @source docs/domain.md E4 */
async function requireOwner(units: ArchiveDeps["units"], owner: Register.RegisterOwner | undefined): Promise<void> {
  if (owner === undefined || owner === "committee" || (await units.get(owner)).kind === "branch") return;
  throw archiveRefusal("archive.owner_not_branch");
}
