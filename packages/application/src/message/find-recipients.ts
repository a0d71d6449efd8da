import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Stewards } from "@yigong/core/attendance/steward.store.ts";
import type { Part, PartRequest } from "@yigong/core/lib/keyset.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import {
  affiliationOn,
  grantsInForce,
  isEmployedOn,
  type Info as Member,
  principalsOf,
} from "@yigong/core/member/member.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";
import { Role } from "@yigong/core/permission/role.ts";
import type { Placed } from "../participation/find-place-audience.ts";
import type { FindPeople } from "./resolve-audience.ts";

const PAGE = 100;

export interface FindDeps {
  activities: Activities;
  members: Pick<Members, "getMany" | "withRole">;
  stewards: Pick<Stewards, "of">;
  placeAudience: (activityId: string, placed: Placed, part: PartRequest) => Promise<Part>;
  /** Who was present in an activity. */
  attended: (activityId: string, part: PartRequest) => Promise<Part>;
  now: () => string;
  zone: string;
}

/** Finds whom a message is for, a hundred at a time in the order of ids, as they stand when it is sent. */
export function findPeople(deps: FindDeps): FindPeople {
  const today = () => dayOf(deps.now(), deps.zone);
  /** Who answers for an activity: the alliance, once its organizer has left. */
  const organizers = async (organizerId: string): Promise<string[]> => {
    const [organizer] = await deps.members.getMany([organizerId], recent);
    if (!organizer || isEmployedOn(organizer, today())) return [organizerId];
    return (await holdersOf("alliance", undefined)).map(({ id }) => id);
  };
  const partOfActivity = async (
    { activityId, who, sessionId }: Extract<Audience, { kind: "activity" }>,
    part: PartRequest,
  ) => {
    if (who === "organizer")
      return { memberIds: await organizers((await deps.activities.get(activityId)).organizerId) };
    if (who === "stewards") return { memberIds: (await deps.stewards.of(activityId)).map(({ memberId }) => memberId) };
    return who === "attended"
      ? deps.attended(activityId, part)
      : deps.placeAudience(activityId, { who, sessionId }, part);
  };
  const byActivity: FindPeople["byActivity"] = async (audience, after = "") => {
    const { memberIds, next } = await partOfActivity(audience, { after, limit: PAGE });
    return { members: await deps.members.getMany(memberIds, recent), ...(next === undefined ? {} : { cursor: next }) };
  };
  const holds = (role: string, unitId: string | undefined, principals: readonly Member[]) => (member: Member) => {
    const at = deps.now();
    const day = dayOf(at, deps.zone);
    const { branchId } = affiliationOn(member, day);
    return grantsInForce(member, { principals, at, day }).some(
      (grant) =>
        grant.role === role &&
        (unitId === undefined || grant.scope.kind === "all" || grant.scope.unitId === unitId || branchId === unitId),
    );
  };
  const holdersOf = async (role: string, unitId: string | undefined) => {
    const holders = await deps.members.withRole(Role.parse(role));
    const principals = await deps.members.getMany(holders.flatMap(principalsOf), recent);
    return holders.filter(holds(role, unitId, principals));
  };
  return {
    byIds: (memberIds) => deps.members.getMany(memberIds, recent),
    byActivity,
    byRole: async ({ role, unitId }) => ({ members: await holdersOf(role, unitId) }),
  };
}
