import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { affiliationOn, type Info as Member } from "@yigong/core/member/member.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { grantsAt } from "@yigong/core/permission/policy.ts";
import { Role } from "@yigong/core/permission/role.ts";
import type { FindPeople, People } from "../message/audience.ts";
import type { PlaceAudience } from "../participation/audience.ts";

const PAGE = 100;

export interface FindDeps {
  activities: Activities;
  members: Pick<Members, "getMany" | "withRole">;
  placeAudience: (activityId: string, who: PlaceAudience) => Promise<readonly string[]>;
  /** Who was present in an activity. */
  attended: (activityId: string) => Promise<readonly string[]>;
  now: () => string;
  zone: string;
}

/** Finds whom a message is for, a hundred at a time in the order of ids, as they stand when it is sent. */
export function findPeople(deps: FindDeps): FindPeople {
  /** The cursor is a member's id, not a place in the list: who answers meanwhile leaves the list, and nobody is passed over. */
  const page = async (memberIds: readonly string[], cursor = ""): Promise<People> => {
    const rest = memberIds.filter((id) => id > cursor);
    const ids = rest.slice(0, PAGE);
    const members = await deps.members.getMany(ids, recent);
    return rest.length > PAGE ? { members, cursor: ids.at(-1) } : { members };
  };
  const idsOf = async ({ activityId, who }: Extract<Audience, { kind: "activity" }>): Promise<readonly string[]> => {
    if (who === "organizer") return [(await deps.activities.get(activityId)).organizerId];
    return who === "attended" ? deps.attended(activityId) : deps.placeAudience(activityId, who);
  };
  const holds = (role: string, unitId: string | undefined) => (member: Member) => {
    const at = deps.now();
    const { branchId } = affiliationOn(member, dayOf(at, deps.zone));
    return grantsAt(member.roles, at).some(
      (grant) =>
        grant.role === role &&
        (unitId === undefined || grant.scope.kind === "all" || grant.scope.unitId === unitId || branchId === unitId),
    );
  };
  return {
    byIds: (memberIds) => deps.members.getMany(memberIds, recent),
    byActivity: async (audience, cursor) => page(await idsOf(audience), cursor),
    byRole: async ({ role, unitId }) => {
      const holders = await deps.members.withRole(Role.parse(role));
      return { members: holders.filter(holds(role, unitId)) };
    },
  };
}
