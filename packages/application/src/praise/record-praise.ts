import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import * as Message from "@yigong/core/message/message.ts";
import type { UnitId } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import type { Praises } from "@yigong/core/praise/praise.store.ts";
import * as Praise from "@yigong/core/praise/praise.ts";
import { requireUnits } from "../organization/require-units.ts";
import type { Wake } from "../ports/wake.ts";

export interface PraiseDeps {
  praises: Praises;
  activities: Pick<Activities, "get">;
  members: Pick<Members, "get">;
  units: Pick<Units, "getMany">;
  newId: NewId;
  zone: string;
  wake: Wake;
}

interface Receiver {
  branchId?: UnitId | undefined;
  person?: { name: string; leftOn?: string | undefined };
}

/** Whom it is for, and whose branch that is. @throws `member.missing`, `activity.missing`, those of `requireUnits` */
async function receiverOf(deps: PraiseDeps, to: Praise.To, today: string): Promise<Receiver> {
  if (to.kind === "activity") return { branchId: (await deps.activities.get(to.activityId)).branchId };
  if (to.kind === "member") {
    const person = await deps.members.get(to.memberId);
    return { branchId: affiliationOn(person, today).branchId, person };
  }
  await requireUnits(deps.units, { teamId: to.teamId });
  return {};
}

/** Tells the one who is praised; a team or those of an activity find it where they look. */
function told({ id, to, issuer, recordedAt }: Praise.Info): Effect[] {
  if (to.kind !== "member") return [];
  const receiver = { kind: "members" as const, memberIds: [to.memberId] };
  return [
    Message.tell({ template: "praise.received", params: { issuer }, to: receiver, dueAt: recordedAt, cause: id }),
  ];
}

/**
 * Records praise from outside, once: by who may write for the branch of whom it is for.
 *
 * @throws `permission.denied`, `praise.in_future`, `praise.member_left`, `praise.twice`, `member.missing`, `activity.missing`, those of
 * `requireUnits`
 * @source docs/domain.md E7
 */
export const recordPraise =
  (deps: PraiseDeps) =>
  async (
    said: Praise.Writing,
    { actor, at, id }: { actor: Actor; at: string; id: Praise.Id },
  ): Promise<Praise.Info> => {
    const today = dayOf(at, deps.zone);
    const { branchId, person } = await receiverOf(deps, said.to, today);
    const by = allow(actor, "praise.write", { branchId });
    const known = await deps.praises.of(Praise.idOfTo(said.to));
    const praise = Praise.record(said, { id, at, today, by, branchId, person, known });
    const recorded = await deps.praises.record(praise, told(praise));
    deps.wake();
    return recorded;
  };
