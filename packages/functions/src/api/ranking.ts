import { createRoute, z } from "@hono/zod-openapi";
import { departmentsOf, requireArranger } from "@yigong/application/mentoring/may-see.ts";
import type { MentoringDeps } from "@yigong/application/mentoring/mentoring-stores.ts";
import { pairsOf, rankDepartment, withdrawRanking } from "@yigong/application/mentoring/rank-department.ts";
import { type ReadRankingDeps, readRankingFile } from "@yigong/application/mentoring/read-ranking-file.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import { Rank } from "@yigong/core/mentoring/index.ts";
import { mentoringRefusal } from "@yigong/core/mentoring/mentoring.refusals.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { RankingListed, RankingView } from "./mentoring.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Rank.RankingId });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Lines = z.array(z.object({ number: z.string().trim().min(1).max(32), rank: z.int().min(1).max(2000) })).max(2000);
const Officer = z.object({
  officer: z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() }).optional(),
});
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

const Upload = z.object({
  file: z
    .custom<File>((value) => value instanceof File, "must be a file")
    .openapi({ type: "string", format: "binary" }),
});
const RankedRow = z.object({ row: z.int(), number: z.string(), rank: z.string() });

export interface RankingRouteDeps extends MentoringDeps, ReadRankingDeps {
  units: MentoringDeps["units"] & Pick<Units, "all">;
  now: () => string;
}

/** Rankings by which mentors are found, under `/rankings`: for who arranges in the department. @source docs/domain.md W2, W3 */
export const rankingRoutes = (deps: RankingRouteDeps) => {
  const { mentorings, members, now } = deps;
  const [rank, readFile] = [rankDepartment(deps), readRankingFile(deps)];
  const withdraw = withdrawRanking(deps);
  const own = (c: Context<Env>) => allow(actorOf(c), "mentoring.arrange", { ownerId: actorOf(c).memberId });
  const listed = ({ rows, createdBy: _, ...ranking }: Rank.Ranking, names: ReadonlyMap<string, string>) => ({
    ...ranking,
    department: names.get(ranking.departmentId) ?? "",
    people: rows.length,
  });
  const names = async () => new Map((await deps.units.all("department")).map(({ id, name }) => [id as string, name]));
  const show = async (ranking: Rank.Ranking) => {
    const found = await members.getMany(
      ranking.rows.map(({ memberId }) => memberId),
      recent,
    );
    const known = new Map(found.map((member) => [member.id as string, member]));
    const person = (memberId: string) => ({
      ...{ memberId, name: known.get(memberId)?.name ?? "", employeeNumber: known.get(memberId)?.employeeNumber ?? "" },
    });
    const [first, last] = [new Set(Rank.firstOf(ranking)), new Set(Rank.lastOf(ranking))];
    const bandOf = (memberId: string) =>
      first.has(memberId) ? { band: "first" as const } : last.has(memberId) ? { band: "last" as const } : {};
    return {
      ...listed(ranking, await names()),
      rows: ranking.rows.map(({ memberId, rank: at }) => ({ ...person(memberId), rank: at, ...bandOf(memberId) })),
      pairs: pairsOf(ranking).map(({ mentorId, menteeId }) => ({ mentor: person(mentorId), mentee: person(menteeId) })),
    };
  };
  const officer = async (): Promise<z.output<typeof Officer>> => {
    const memberId = await mentorings.officer();
    if (memberId === undefined) return {};
    const { name, employeeNumber } = await members.get(memberId);
    return { officer: { memberId, name, employeeNumber } };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/rankings", "List the rankings of my department, or of all for the alliance's one person"),
        method: "get",
        responses: answers(z.object({ items: z.array(RankingListed) }), "Rankings, by period; how many, not who"),
      }),
      async (c) => {
        const by = own(c);
        const all = await mentorings.rankings();
        const mine = await departmentsOf(
          deps,
          by.actorId,
          all.map(({ departmentId }) => departmentId),
        );
        const seen = all.filter(({ departmentId }) => mine === "all" || mine.includes(departmentId));
        const known = await names();
        return c.json({ items: seen.map((one) => listed(one, known)) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rankings", "Take a department's own ranking, by employee numbers"),
        method: "post",
        request: { headers: Once, ...body(Rank.RankingWriting.extend({ rows: Lines })) },
        responses: answers(RankingView, "The ranking, and the pairs that it proposes"),
      }),
      async (c) => {
        const [{ rows, ...said }, key, by] = [c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY], own(c)];
        const id = Rank.RankingId.parse(keyedId(deps.newId, "rnk", { memberId: by.actorId, key }));
        return c.json(await show(await rank(said, rows, { id, by, at: now() })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rankings/preview", "Look into a department's file of ranks; nothing is kept"),
        method: "post",
        request: { body: { required: true, content: { "multipart/form-data": { schema: Upload } } } },
        responses: answers(z.object({ items: z.array(RankedRow) }), "Every row as it is written"),
      }),
      async (c) => {
        const by = own(c);
        const departments = (await deps.units.all("department")).map(({ id }) => id as string);
        const mine = await departmentsOf(deps, by.actorId, departments);
        if (mine.length === 0) throw mentoringRefusal("mentoring.missing");
        const bytes = new Uint8Array(await c.req.valid("form").file.arrayBuffer());
        if (bytes.length === 0) throw rosterRefusal("roster.unreadable/empty");
        return c.json({ items: await readFile(bytes) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rankings/officer", "Who of the alliance sees all rankings and pairs"),
        method: "get",
        responses: answers(Officer, "The one person, once named"),
      }),
      async (c) => {
        allow(actorOf(c), "mentoring.count");
        return c.json(await officer(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rankings/officer", "Name who of the alliance sees all rankings and pairs"),
        method: "put",
        request: body(z.object({ memberId: Member.Id })),
        responses: answers(Officer, "The one person"),
      }),
      async (c) => {
        const [{ memberId }, at] = [c.req.valid("json"), now()];
        const by = allow(actorOf(c), "mentoring.nameOfficer");
        await members.get(memberId);
        const audit = [entryOf(deps.newId, { by, at, subjectId: memberId, action: "mentoring.nameOfficer" })];
        await mentorings.nameOfficer(memberId, { audit }, at);
        return c.json(await officer(), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rankings/{id}", "Read a ranking; the reading is recorded"),
        method: "get",
        request: { params: ById },
        responses: answers(RankingView, "The ranking, and the pairs that it proposes"),
      }),
      async (c) => {
        const by = own(c);
        const ranking = await mentorings.ranking(c.req.valid("param").id);
        await requireArranger(deps, by.actorId, ranking.departmentId);
        const audit = [entryOf(deps.newId, { by, at: now(), subjectId: ranking.id, action: "mentoring.readRanking" })];
        await deps.mentorings.keep(audit);
        return c.json(await show(ranking), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/rankings/{id}", "Take out a ranking by which nobody is paired"),
        method: "delete",
        request: { params: ById },
        responses: answers(z.object({ withdrawn: z.literal(true) }), "It was taken out"),
      }),
      async (c) => {
        const by = own(c);
        await withdraw(c.req.valid("param").id, { by, at: now() });
        return c.json({ withdrawn: true as const }, 200);
      },
    );
};
