import { createRoute, z } from "@hono/zod-openapi";
import { answerForTeam, askedTeams, type HelperDeps } from "@yigong/application/helper/answer-for-team.ts";
import { volunteersOf } from "@yigong/application/helper/team-people.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Helper } from "@yigong/core/helper/index.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { peopleIn, withPeopleOf } from "./names.ts";

const ById = z.object({ id: Activity.Id });
const ByTeam = ById.extend({ teamId: UnitId });
const Person = z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() });
const TeamView = z.object({
  teamId: z.string(),
  name: z.string(),
  state: z.enum(["asked", "named", "declined"]),
  memberIds: z.array(z.string()),
  reason: z.string().optional(),
  by: z.string().optional(),
  at: z.string().optional(),
  /** Whether the reader may answer for it. */
  mine: z.boolean(),
});
export const HelpersView = withPeopleOf(
  z.object({ activityId: z.string(), headCount: z.int(), named: z.int(), teams: z.array(TeamView) }),
).openapi("Helpers");
const answer = answers(HelpersView, "The teams that were asked, and what their leads answered");
const route = <const Path extends string>(path: Path, summary: string) => ({
  ...{ path, summary, tags: ["Proposals"], security },
});

export type HelperRouteDeps = HelperDeps & { now: () => string };
const NOBODY: string[] = [];
type Asked = Awaited<ReturnType<typeof askedTeams>>;

async function shown(deps: HelperRouteDeps, asked: Asked, mine: (teamId: string) => boolean) {
  const units = await deps.units.getMany(asked.teams.map(({ teamId }) => teamId));
  const nameOf = (teamId: string) => units.find(({ id }) => id === teamId)?.name ?? teamId;
  const teams = asked.teams.map((team) => ({
    memberIds: NOBODY,
    ...team,
    name: nameOf(team.teamId),
    mine: mine(team.teamId),
  }));
  const { activityId, headCount } = asked;
  const view = { activityId, headCount, named: Helper.namedOf(asked), teams };
  return { ...view, people: await peopleIn(deps, view) };
}

/** Helpers asked from other teams, and what their leads answer. @source docs/domain.md A9 */
export const helperRoutes = (deps: HelperRouteDeps) => {
  const give = answerForTeam(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/helpers", "The teams that were asked to help, and what their leads answered"),
        method: "get",
        request: { params: ById },
        responses: answer,
      }),
      async (c) => {
        const { organizerId, id } = await deps.activities.get(c.req.valid("param").id);
        const proposal = await deps.proposals.find(id);
        const teamIds = Helper.begin(proposal)?.teams.map(({ teamId }) => teamId);
        allow(actorOf(c), "helper.read", { ownerId: organizerId, teamIds });
        const asked = await askedTeams(deps, id);
        const mine = (teamId: string) => may(actorOf(c), "helper.answer", { teamIds: [teamId] });
        return c.json(await shown(deps, asked, mine), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/helpers/{teamId}/volunteers", "Whom the lead of a team that was asked may name"),
        method: "get",
        request: { params: ByTeam },
        responses: answers(z.object({ items: z.array(Person) }), "The party volunteers of the team"),
      }),
      async (c) => {
        const { teamId } = c.req.valid("param");
        allow(actorOf(c), "helper.answer", { teamIds: [teamId] });
        const found = await volunteersOf(deps, teamId, deps.now());
        return c.json(
          { items: found.map(({ id: memberId, name, employeeNumber }) => ({ memberId, name, employeeNumber })) },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/helpers/{teamId}/answer", "Name people of one's team, or decline with a reason"),
        method: "post",
        request: { params: ByTeam, ...body(z.union(Helper.Answer.options)) },
        responses: answer,
      }),
      async (c) => {
        const { id, teamId } = c.req.valid("param");
        const by = allow(actorOf(c), "helper.answer", { teamIds: [teamId] });
        const answered = await give(id, teamId, { ...by, at: deps.now(), said: c.req.valid("json") });
        const mine = (team: string) => may(actorOf(c), "helper.answer", { teamIds: [team] });
        return c.json(await shown(deps, answered, mine), 200);
      },
    );
};
