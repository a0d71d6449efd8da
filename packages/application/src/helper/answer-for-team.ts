import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { helperRefusal } from "@yigong/core/helper/helper.refusals.ts";
import type { Helpers } from "@yigong/core/helper/helper.store.ts";
import * as Helper from "@yigong/core/helper/helper.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { deadlineOf, stageOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import { people, tell } from "../lifecycle/lifecycle-effects.ts";
import type { Wake } from "../ports/wake.ts";
import { volunteersOf } from "./team-people.ts";

export interface HelperDeps {
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  proposals: Pick<Proposals, "find">;
  helpers: Helpers;
  members: Pick<Members, "all" | "getMany" | "withRole">;
  units: Pick<Units, "getMany">;
  newId: NewId;
  zone: string;
  wake: Wake;
  nameOf: (memberId: string) => Promise<string>;
}

/** The teams that were asked, as they stand. @throws `helper.not_asked` when no team was granted */
export async function askedTeams(
  { helpers, proposals }: Pick<HelperDeps, "helpers" | "proposals">,
  activityId: string,
): Promise<Helper.Info> {
  const asked = (await helpers.find(activityId)) ?? Helper.begin(await proposals.find(activityId));
  if (!asked) throw helperRefusal("helper.not_asked");
  return asked;
}

/** @throws `helper.too_late` once recruiting is over, or the activity was cancelled */
async function requireRecruiting({ lifecycles }: Pick<HelperDeps, "lifecycles">, activityId: string, at: string) {
  const lifecycle = await lifecycles.get(activityId);
  const isOpen = lifecycle.status === "recruiting" && stageOf(lifecycle) === "Recruit";
  if (!isOpen || (deadlineOf(lifecycle, "Recruit") ?? at) < at) throw helperRefusal("helper.too_late");
}

/**
 * The lead of a team names people, who are invited, or declines with a reason; the organizer is told.
 *
 * @throws `helper.too_late`, those of `Helper.answer`, `store.busy`
 * @source docs/domain.md A9
 */
export const answerForTeam =
  (deps: HelperDeps) =>
  async (activityId: string, teamId: string, { said, ...by }: ByAt & { said: Helper.Answer }): Promise<Helper.Info> => {
    const { at } = by;
    const activity = await deps.activities.get(activityId);
    const asked = await askedTeams(deps, activityId);
    await requireRecruiting(deps, activityId, at);
    const ofTeam = new Set<string>((await volunteersOf(deps, teamId, at)).map(({ id }) => id));
    const [unit] = await deps.units.getMany([teamId]);
    const team = unit?.name ?? teamId;
    const organizer = await deps.nameOf(activity.organizerId);
    const { place, recruitUntil: recruitUntilAt } = activity;
    const invitation = { organizer, startsAt: startOf(activity), place, recruitUntilAt };
    const answered = await deps.helpers.change(asked, at, (row) => {
      const { item, invited } = Helper.answer(row, said, { teamId, ofTeam, ...by });
      const cause = `helpers.${row.version + 1}`;
      const about = { activity, dueAt: at, cause };
      const count = String(invited.length);
      const toOrganizer = { ...about, to: people(activity, "organizer") };
      const action = said.answer === "name" ? "helper.name" : "helper.decline";
      const reason = said.answer === "decline" ? { reason: said.reason } : {};
      return {
        item,
        effects:
          said.answer === "decline"
            ? [tell({ ...toOrganizer, template: "support.declined" }, { team, reason: said.reason })]
            : [
                tell(
                  { ...about, template: "support.invited", to: { kind: "members", memberIds: invited } },
                  invitation,
                ),
                tell({ ...toOrganizer, template: "support.named" }, { team, count }),
              ],
        audit: [entryOf(deps.newId, { subjectId: activityId, at, action, by, ...reason, detail: { teamId, count } })],
      };
    });
    deps.wake();
    return answered;
  };
