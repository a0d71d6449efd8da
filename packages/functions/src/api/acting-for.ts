import type { Acting } from "@yigong/application/participation/acting.ts";
import type { ParticipationDeps } from "@yigong/application/participation/participation-stores.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";

/**
 * Lets the activity's organizer, the alliance or the secretary of a person's branch write down what the person said.
 *
 * @throws `permission.denied`, `participation.for_oneself`, `activity.missing`, `member.missing`
 */
export async function actingFor(
  deps: Pick<ParticipationDeps, "activities" | "members" | "zone"> & { now: () => string },
  actor: Actor,
  { activityId, memberId }: { activityId: string; memberId: string },
): Promise<Omit<Acting, "how">> {
  if (memberId === actor.memberId) throw participationRefusal("participation.for_oneself");
  const [activity, member] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.members.get(memberId, recent),
  ]);
  const { branchId } = affiliationOn(member, dayOf(deps.now(), deps.zone));
  const whole = activitySubjectBeyondTeam(activity);
  const by = allow(actor, "participation.enter", may(actor, "participation.enter", whole) ? whole : { branchId });
  return { by, name: actor.name ?? actor.memberId };
}
