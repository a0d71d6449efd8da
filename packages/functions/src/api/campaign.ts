import { createRoute, z } from "@hono/zod-openapi";
import { type GroupDeps, groupActivity } from "@yigong/application/campaign/group-activity.ts";
import { type Part, type ReadCampaignDeps, readCampaign, spanOf } from "@yigong/application/campaign/read-campaign.ts";
import { beginCampaign, reviseCampaign, type WriteCampaignDeps } from "@yigong/application/campaign/write-campaign.ts";
import { pageOfList } from "@yigong/application/search/page-of-list.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Campaign } from "@yigong/core/campaign/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, countedPageOf, Offset, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { ActivityView, activityView } from "./activity.view.ts";
import { CampaignFiguresView, CampaignPartView, CampaignView } from "./campaign.view.ts";

const tags = ["Activities"];
const ById = z.object({ id: Campaign.Id });
const ByActivity = z.object({ id: Activity.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Version = { version: z.int().nonnegative().optional() };
const Grouping = z.object({ campaignId: Campaign.Id.nullable(), ...Version });
const Parts = countedPageOf(CampaignPartView).extend({ figures: CampaignFiguresView });
const view = answers(CampaignView, "The campaign");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface CampaignRouteDeps extends WriteCampaignDeps, ReadCampaignDeps, Omit<GroupDeps, "campaigns"> {
  activities: ReadCampaignDeps["activities"] & { get(activityId: string): Promise<Activity.Info> };
  lifecycles: ReadCampaignDeps["lifecycles"] & GroupDeps["lifecycles"] & Pick<LifecycleReads, "get">;
  now: () => string;
}
type LifecycleReads = { get(activityId: string): Promise<Parameters<typeof activityView>[1]> };

const partView = ({ activity, ...part }: Part): z.output<typeof CampaignPartView> => ({
  activityId: activity.id,
  title: activity.title,
  ...spanOf(activity),
  ...part,
});

/** Campaigns, which group activities, under `/campaigns`. @source docs/domain.md S7 */
export const campaignRoutes = (deps: CampaignRouteDeps) =>
  routes()
    .openapi(
      createRoute({
        ...route("/campaigns", "Begin a campaign"),
        method: "post",
        request: { headers: Once, ...body(Campaign.Writing) },
        responses: view,
      }),
      async (c) => {
        const by = allow(actorOf(c), "campaign.write");
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = Campaign.Id.parse(keyedId(deps.newId, "cam", { memberId: by.actorId, key }));
        return c.json(await beginCampaign(deps)(c.req.valid("json"), { id, by, at: deps.now() }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/campaigns", "List campaigns, the latest first"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(CampaignView), "Campaigns"),
      }),
      async (c) => {
        allow(actorOf(c), "campaign.read");
        return c.json(await deps.campaigns.list(c.req.valid("query")), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/campaigns/{id}", "Read a campaign"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "campaign.read");
        return c.json(await deps.campaigns.get(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/campaigns/{id}", "Change a campaign's name, days or summary"),
        method: "patch",
        request: { params: ById, ...body(Campaign.Patch.extend(Version)) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const { version, ...patch } = given;
        const act = { by: allow(actorOf(c), "campaign.write"), at: deps.now(), version };
        const current = async () => ({ shown: await deps.campaigns.get(id) });
        return c.json(await editing(patch, () => reviseCampaign(deps)(id, patch, act), current), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/campaigns/{id}/activities", "The activities of a campaign, and what they came to"),
        method: "get",
        request: { params: ById, query: PageRequest.extend({ offset: Offset }) },
        responses: answers(Parts, "Activities by start with people, served minutes and clients, and the sums of all"),
      }),
      async (c) => {
        allow(actorOf(c), "campaign.read");
        const campaign = await deps.campaigns.get(c.req.valid("param").id);
        const { parts, figures } = await readCampaign(deps, campaign);
        const place = { ...c.req.valid("query"), keyOf: ({ activity }: Part) => activity.id };
        const { items, ...page } = pageOfList(parts, () => true, place);
        return c.json({ ...page, items: items.map(partView), figures }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/campaign", "Put an activity into a campaign, or take it out"),
        method: "put",
        request: { params: ByActivity, ...body(Grouping) },
        responses: answers(ActivityView, "The activity and where it stands"),
      }),
      async (c) => {
        const activity = await deps.activities.get(c.req.valid("param").id);
        const by = allow(actorOf(c), "activity.run", activitySubjectBeyondTeam(activity));
        const given = c.req.valid("json");
        const show = async (one: Activity.Info) => activityView(one, await deps.lifecycles.get(one.id));
        const current = async () => ({ shown: await show(await deps.activities.get(activity.id)) });
        const group = () => groupActivity(deps)(activity, given, { by, at: deps.now() });
        return c.json(await show(await editing(given, group, current)), 200);
      },
    );
