import { createRoute, z } from "@hono/zod-openapi";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { type Named, pageOfLines } from "@yigong/application/award/page-standings.ts";
import { changesDigestOf } from "@yigong/application/award/rank-year.ts";
import { standingsFor } from "@yigong/application/award/read-standings.ts";
import { isDecided, rankedRun } from "@yigong/application/award/run-states.ts";
import { streamed } from "@yigong/application/points/export-ledger.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import type { Standing } from "@yigong/core/award/award.ts";
import type { Change } from "@yigong/core/award/diff.ts";
import * as Run from "@yigong/core/award/run.ts";
import { LANGUAGES } from "@yigong/core/language/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Member } from "@yigong/core/member/index.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import type { Context } from "hono";
import { awardLines, awardSheet } from "../documents/standings-sheet.ts";
import { actorOf, answers, type Env, pageOf, routes, STEP_UP, security } from "../lib/edge.ts";
import { ByRun } from "./award.ts";
import { ChangeView, StandingView, standingView } from "./award.view.ts";
import { withPeople, withPeopleOf } from "./names.ts";

const tags = ["Awards"];
const List = z.enum(["vetoed", "preferred", "belowFloor", "candidate"]);
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const file = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string().openapi({ format: "binary" }) } } },
});

export interface StandingRouteDeps extends AwardDeps {
  now: () => string;
}

const changeView = ({ value, ...whom }: Named<Change>) => ChangeView.parse({ ...value, ...whom });

/** A person's own standing is theirs to see once the committee has decided. @throws `award.not_shown`, `award.not_listed` */
async function standingOf(deps: StandingRouteDeps, c: Context<Env>, { key, id }: { key: Run.Key; id: string }) {
  const actor = actorOf(c);
  const memberId = id === "me" ? actor.memberId : id;
  allow(actor, "award.readOwn", { ownerId: memberId });
  const run = await rankedRun(deps, key);
  if (!isDecided(run) && !may(actor, "award.read")) throw awardRefusal("award.not_shown");
  const [member] = await deps.members.getMany([memberId]);
  const standing = member && (await standingsFor(deps, run, new Set([member.pseudonym]))).get(member.pseudonym);
  if (!member || !standing) throw awardRefusal("award.not_listed");
  return standingView(standing, { memberId, name: member.name, employeeNumber: member.employeeNumber });
}

/** Records an export, which has names or pseudonyms of everybody, in the audit. */
const noteExport = async (deps: StandingRouteDeps, c: Context<Env>, key: Run.Key, kind: string): Promise<void> => {
  const at = deps.now();
  const by = allow(actorOf(c), "award.read");
  const audit = [entryOf(deps.newId, { subjectId: Run.idOf(key), at, action: "award.export", by, detail: { kind } })];
  await deps.awards.note(audit);
};

/** Standings of a run: who may not stand, who has the preference, who is below the floor, what changed, and exports. */
export const awardStandingRoutes = (deps: StandingRouteDeps) =>
  routes()
    .openapi(
      createRoute({
        ...route(
          "/awards/{year}/runs/{run}/standings",
          "Everybody's standing, best first, with what decided each rank",
        ),
        method: "get",
        request: { params: ByRun, query: PageRequest.extend({ only: List.optional() }) },
        responses: answers(withPeopleOf(pageOf(StandingView)), "Standings"),
      }),
      async (c) => {
        allow(actorOf(c), "award.read");
        const { only, ...page } = c.req.valid("query");
        const key = c.req.valid("param");
        const { digest, people: lines } = (await rankedRun(deps, key)).outcome;
        const matches = (one: Standing) => only === undefined || one[only];
        const { items, cursor } = await pageOfLines<Standing>(deps, { key, digest, lines }, { ...page, matches });
        const shown = items.map(({ value, ...whom }) => standingView(value, whom));
        return c.json(await withPeople(deps, { items: shown, cursor }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/standings/{id}", "One person's standing; `me` for one's own"),
        method: "get",
        request: { params: ByRun.extend({ id: z.union([Member.Id, z.literal("me")]) }) },
        responses: answers(StandingView, "The standing"),
      }),
      async (c) => {
        const { id, ...key } = c.req.valid("param");
        return c.json(await standingOf(deps, c, { key, id }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/changes", "Who stands otherwise than in the run before, and why"),
        method: "get",
        request: { params: ByRun, query: PageRequest },
        responses: answers(withPeopleOf(pageOf(ChangeView)), "Changes"),
      }),
      async (c) => {
        allow(actorOf(c), "award.read");
        const key = c.req.valid("param");
        const { digest, changed = 0 } = (await rankedRun(deps, key)).outcome;
        const where = { key, digest: changesDigestOf(digest), lines: changed };
        const { items, cursor } = await pageOfLines<Change>(deps, where, {
          ...c.req.valid("query"),
          matches: () => true,
        });
        return c.json(await withPeople(deps, { items: items.map(changeView), cursor }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/awards/{year}/runs/{run}/standings.jsonl",
          "What a run was computed from and came to, for the verifier",
        ),
        ...STEP_UP,
        method: "get",
        request: { params: ByRun },
        responses: file("application/jsonl", "JSON Lines in canonical form"),
      }),
      async (c) => {
        const key = c.req.valid("param");
        const run = await rankedRun(deps, key);
        await noteExport(deps, c, key, "jsonl");
        return c.body(streamed(awardLines(deps, run)), 200, { "content-type": "application/jsonl; charset=utf-8" });
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/standings.xlsx", "The standings with names, for people to read"),
        ...STEP_UP,
        method: "get",
        request: { params: ByRun, query: z.object({ language: z.enum(LANGUAGES).default("zh-CN") }) },
        responses: file(XLSX, "A workbook"),
      }),
      async (c) => {
        const key = c.req.valid("param");
        const run = await rankedRun(deps, key);
        await noteExport(deps, c, key, "xlsx");
        const bytes = await awardSheet(deps, run, c.req.valid("query").language);
        return c.body(new Uint8Array(bytes), 200, { "content-type": XLSX });
      },
    );
