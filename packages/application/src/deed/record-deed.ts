import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Deeds } from "@yigong/core/deed/deed.store.ts";
import * as Deed from "@yigong/core/deed/deed.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { requireUnits } from "../organization/require-units.ts";

export interface RecordDeedDeps {
  deeds: Pick<Deeds, "ofYear" | "record">;
  activities: Pick<Activities, "get">;
  members: Pick<Members, "getMany">;
  units: Pick<Units, "getMany">;
  zone: string;
}

interface Recording {
  actor: Actor;
  /** ISO-8601 UTC. */
  at: string;
  /** Derived from the request's idempotency key. */
  id: Deed.Id;
}

/** A deed belongs to the branch that it says, or to its activity's, or to that of who says it. @throws `activity.missing` */
async function branchOf(
  { activities, members }: RecordDeedDeps,
  said: Deed.Writing,
  whose: { id: string; day: string },
) {
  if (said.branchId) return said.branchId;
  if (said.activityId !== undefined) return (await activities.get(said.activityId)).branchId;
  const [member] = await members.getMany([whose.id]);
  return member && affiliationOn(member, whose.day).branchId;
}

/**
 * Records a deed, within an activity or outside. It counts at once from who may record deeds of that branch; from anybody else it waits
 * to be confirmed.
 *
 * @throws `permission.denied`, `deed.in_future`, `deed.twice`, `activity.missing`, those of `requireUnits`
 * @source docs/domain.md A12
 */
export const recordDeed =
  (deps: RecordDeedDeps) =>
  async (said: Deed.Writing, { actor, at, id }: Recording): Promise<Deed.Info> => {
    const today = dayOf(at, deps.zone);
    if (said.activityId !== undefined) await deps.activities.get(said.activityId);
    const ofWhoMayRecord = may(actor, "deed.write", { branchId: said.branchId });
    const branchId =
      ofWhoMayRecord && said.activityId === undefined
        ? said.branchId
        : await branchOf(deps, said, { id: actor.memberId, day: today });
    await requireUnits(deps.units, { branchId });
    const mayRecord = may(actor, "deed.write", { branchId });
    const by = allow(actor, mayRecord ? "deed.write" : "deed.report", { branchId });
    const { items: known } = await deps.deeds.ofYear(Deed.yearOf(said), { limit: 1 }, by.actorId);
    Deed.requireNew(said, { by, id, known });
    const whole = { ...said, ...(branchId && { branchId }) };
    return deps.deeds.record(Deed.record(whole, { id, at, by, today, mayRecord }));
  };
