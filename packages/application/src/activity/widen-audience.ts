import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { isWider } from "@yigong/core/activity/audience.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireVersion } from "@yigong/core/lib/edit.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { requireChangeable } from "@yigong/core/lifecycle/changeable.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn, isVolunteerOn } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { isInAudience } from "@yigong/core/participation/audience.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { requireUnits } from "../organization/require-units.ts";
import type { ActivityChangeDeps, ChangedBy } from "./activity-change.ts";

export interface WidenDeps extends ActivityChangeDeps {
  units: Pick<Units, "getMany">;
}

interface Widening {
  audience: Activity["audience"];
  version?: number | undefined;
}

/** @throws `activity.audience_closed` once recruiting is over, `activity.audience_narrowed` */
function requireWider(before: Activity, { audience }: Widening, row: Lifecycle.Info, at: string): void {
  requireChangeable(row);
  if (row.status !== "proposing" && !Lifecycle.isOpen(row, "Recruit", at))
    throw activityRefusal("activity.audience_closed");
  if (!isWider(before.audience, audience)) throw activityRefusal("activity.audience_narrowed");
}

/**
 * Means an activity for more people. Those who are added are told, and may sign up: the duty list is fixed and obliges them not.
 *
 * @throws `edit.changed`, `activity.audience_closed`, `activity.audience_narrowed`, `activity.awarded`, `lifecycle.cancelled`,
 * those of `requireUnits`
 * @source docs/domain.md A4
 */
export const widenAudience =
  (deps: WidenDeps) =>
  async (activityId: string, wanted: Widening, by: ChangedBy): Promise<Activity> => {
    const { at, reason } = by;
    await requireUnits(deps.units, wanted.audience);
    const saved = await deps.lifecycles.changeActivity(activityId, at, ({ activity: before, lifecycle }) => {
      requireVersion(before, wanted.version);
      requireWider(before, wanted, lifecycle, at);
      const { audience } = wanted;
      if (JSON.stringify(audience) === JSON.stringify(before.audience)) return { activity: before, lifecycle };
      const detail = { from: before.audience, to: audience };
      const entry = { subjectId: activityId, at, action: "activity.widen", by, reason, detail };
      const invites = {
        kind: "activity.inviteAdded" as const,
        id: `invite:${activityId}:${before.version + 1}`,
        dueAt: at,
        activityId,
        before: JSON.stringify(before.audience),
      };
      return {
        activity: { ...before, audience },
        lifecycle,
        effects: lifecycle.status === "recruiting" ? [invites] : [],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
    return saved;
  };

const TOLD_AT_ONCE = 100;

export interface InviteAddedDeps {
  activities: { get: (activityId: string) => Promise<Activity> };
  lifecycles: Pick<Lifecycles, "get">;
  members: Pick<Members, "all">;
  outbox: Pick<OutboxRows, "add">;
  zone: string;
}

/** Tells the volunteers whom an activity is meant for now and was not before. Safe to run twice. @param at - ISO-8601 UTC */
export async function inviteAdded(
  deps: InviteAddedDeps,
  { activityId, before, id }: Pick<EffectOf<"activity.inviteAdded">, "activityId" | "before" | "id">,
  at: string,
): Promise<void> {
  const [activity, row] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  if (!Lifecycle.isOpen(row, "Recruit", at)) return;
  const audience = JSON.parse(before) as Activity["audience"];
  const [opens, begins] = [dayOf(at, deps.zone), dayOf(startOf(activity), deps.zone)];
  const added = (await deps.members.all()).filter(
    (member) =>
      isVolunteerOn(member, opens) &&
      isEmployedOn(member, begins) &&
      isInAudience(member, activity, opens) &&
      !isInAudience(member, { audience }, opens),
  );
  const { place } = activity;
  const params = { startsAt: startOf(activity), place, recruitUntilAt: Lifecycle.deadlineOf(row, "Recruit") ?? at };
  const told = chunksOf(added.map(({ id: memberId }) => memberId as string).sort(), TOLD_AT_ONCE).map(
    (memberIds, part) =>
      tell(
        {
          activity,
          template: "recruit.invited",
          to: { kind: "members", memberIds },
          dueAt: at,
          cause: `${id}.${part}`,
        },
        params,
      ),
  );
  await deps.outbox.add(told, at);
}
