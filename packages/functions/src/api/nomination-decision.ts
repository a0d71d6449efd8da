import { createRoute, z } from "@hono/zod-openapi";
import { decidePlaces } from "@yigong/application/nomination/decide-places.ts";
import { headOf } from "@yigong/application/nomination/head-of.ts";
import { listEmployees } from "@yigong/application/nomination/list-employees.ts";
import { type PreviewDeps, previewScores } from "@yigong/application/nomination/preview-scores.ts";
import { enterDraw, putForward } from "@yigong/application/nomination/put-forward.ts";
import { plainText } from "@yigong/core/lib/plain-text.ts";
import * as Member from "@yigong/core/member/member.ts";
import { Nomination } from "@yigong/core/nomination/index.ts";
import { MOST_CANDIDATES } from "@yigong/core/nomination/nomination.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { type NominationRouteDeps, showing } from "./nomination.ts";
import { DepartmentEmployees, NominationView, namedPerson, ScoresPreview } from "./nomination.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Nomination.Id });
const Version = z.object({ version: z.int().nonnegative() });
const Candidates = Version.extend({
  /** The score from 0 to 100 with two decimals at the most, as text. */
  candidates: z.array(z.object({ memberId: Member.Id, score: z.string().max(20) })).max(MOST_CANDIDATES),
});
const Drawn = z.object({ value: plainText(1, 200) });
const Decided = Version.extend({
  chosen: z.array(Member.Id).max(MOST_CANDIDATES),
  reason: plainText(2, 1000).optional(),
});
const Upload = z.object({
  file: z
    .custom<File>((value) => value instanceof File, "must be a file")
    .openapi({ type: "string", format: "binary" }),
});
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const view = answers(NominationView, "The offer with its candidates in their order");

export type NominationDecisionDeps = NominationRouteDeps & PreviewDeps & Parameters<typeof listEmployees>[0];

/** Candidates of external places, the draw, and who gets them. @source docs/domain.md T4 */
export const nominationDecisionRoutes = (deps: NominationDecisionDeps) => {
  const { now } = deps;
  const [put, draw, decide, preview] = [putForward(deps), enterDraw(deps), decidePlaces(deps), previewScores(deps)];
  const show = showing(deps);
  const current = (id: string) => async () => ({ shown: await show(id) });
  /** Lets the alliance or the head of the offer's department do something. */
  const about = async (actor: Actor, action: Action, id: string) => {
    const { headId } = await headOf(deps, (await deps.nominations.get(id)).departmentId);
    return { by: allow(actor, action, { ownerId: headId }), at: now() };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/nominations/{id}/candidates", "Put the candidates for external places forward, as a whole list"),
        method: "put",
        request: { params: ById, ...body(Candidates) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { candidates, version }] = [c.req.valid("param"), c.req.valid("json")];
        const act = { ...(await about(actorOf(c), "nomination.putForward", id)), version };
        await editing({ candidates }, () => put(id, candidates, act), current(id));
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}/employees", "List the employees whom an offer's department can put forward"),
        method: "get",
        request: { params: ById },
        responses: answers(DepartmentEmployees, "Employees of the department, by number"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await about(actorOf(c), "nomination.putForward", id);
        return c.json({ items: (await listEmployees(deps)(id, now())).map(namedPerson) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}/scores/preview", "Look into a department's file of scores; nothing is kept"),
        method: "post",
        request: { params: ById, body: { required: true, content: { "multipart/form-data": { schema: Upload } } } },
        responses: answers(ScoresPreview, "Every row, with every reason against it"),
      }),
      async (c) => {
        const [{ id }, { file }] = [c.req.valid("param"), c.req.valid("form")];
        const { at } = await about(actorOf(c), "nomination.putForward", id);
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (bytes.length === 0) throw rosterRefusal("roster.unreadable/empty");
        return c.json({ items: await preview(id, bytes, at) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}/draw", "Enter what the announced source of an offer's draw said"),
        method: "post",
        request: { params: ById, ...body(Drawn) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { value }] = [c.req.valid("param"), c.req.valid("json")];
        await draw(id, value, { by: allow(actorOf(c), "nomination.offer"), at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/nominations/{id}/decision", "Decide who gets the external places; leaving the order takes a reason"),
        method: "post",
        request: { params: ById, ...body(Decided) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, said] = [c.req.valid("param"), c.req.valid("json")];
        const act = await about(actorOf(c), "nomination.decide", id);
        await editing({}, () => decide(id, said, act), current(id));
        return c.json(await show(id), 200);
      },
    );
};
