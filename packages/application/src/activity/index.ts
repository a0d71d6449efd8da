import { type Activities, dynamoActivities } from "@yigong/core/activity/activity.store.ts";
import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import type { IssuerSource } from "../manifest/scorer.ts";
import { after } from "../ports/effect-handler.ts";
import { issuerFrom } from "./activity-issuer.ts";
import { allocateSession } from "./allocate-session.ts";
import { type ApplyChangeDeps, applyChange } from "./apply-change.ts";
import { openActivities } from "./list-open-activities.ts";
import { type ClashDeps, tellClashes } from "./tell-clashes.ts";
import { type InviteAddedDeps, inviteAdded } from "./widen-audience.ts";

interface ActivityHandlerDeps
  extends Omit<ApplyChangeDeps, "covers">,
    Omit<ClashDeps, "members">,
    Omit<InviteAddedDeps, "activities" | "members"> {
  members: ClashDeps["members"] & InviteAddedDeps["members"];
  activities: Activities;
  lifecycles: Lifecycles;
  announcements: Announcements;
  participations: Participations;
  surveys: Surveys;
  recomputeCovers: ApplyChangeDeps["covers"]["recompute"];
  voidCovers: ApplyChangeDeps["covers"]["voidAll"];
  now: () => string;
}

export const activity = {
  name: "activity",
  stores: (table: Table) => ({ activities: dynamoActivities(table) }),
  issuer: ({ activities }: { activities: Pick<Activities, "find"> }): IssuerSource => ({
    prefix: "act",
    async find(activityId) {
      const found = await activities.find(activityId);
      return found && issuerFrom(found);
    },
  }),
  offers: (deps: { activities: Activities; lifecycles: Lifecycles; now: () => string }) => ({
    openActivities: openActivities(deps),
  }),
  handlers: ({
    recomputeCovers: recompute,
    voidCovers: voidAll,
    ...deps
  }: ActivityHandlerDeps): Handles<
    "activity.follow" | "activity.findClashes" | "activity.allocateSession" | "activity.inviteAdded"
  > => ({
    "activity.allocateSession": (effect) => after(allocateSession(deps, effect, deps.now())),
    "activity.inviteAdded": (effect) => after(inviteAdded(deps, effect, deps.now())),
    "activity.findClashes": ({ activityId }) => after(tellClashes(deps, activityId, deps.now())),
    "activity.follow": ({ activityId }) =>
      after(applyChange({ ...deps, covers: { recompute, voidAll } }, activityId, deps.now())),
  }),
} as const satisfies Manifest;
