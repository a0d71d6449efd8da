import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Away from "@yigong/core/away/away.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn, isPartyVolunteerOn } from "@yigong/core/member/member.ts";
import type { How } from "@yigong/core/participation/said.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { findLeaveDeciders } from "../leave/find-leave-deciders.ts";
import { saidOf } from "../participation/acting.ts";
import { asked, enteredFor } from "./away-effects.ts";
import type { AwayDeps } from "./away-stores.ts";

/**
 * Puts a planned absence down. From then on nobody asks the person to cover in that time; who can be on a duty list is
 * heard by the secretary of the branch, who approves it.
 *
 * @param how - it was written down for somebody without a phone, who said it so
 * @throws see `away/away.ts`; `member.missing`, `store.busy`
 * @source docs/domain.md A5, "Decision, planned absence"
 */
export async function sayAway(
  deps: AwayDeps,
  { memberId, said, by, at, how }: { memberId: string; said: Away.Said; by: By; at: string; how?: How | undefined },
): Promise<Away.Info> {
  const today = dayOf(at, deps.zone);
  const member = await deps.members.get(memberId);
  const { branchId } = affiliationOn(member, today);
  const onDuty = isPartyVolunteerOn(member, today);
  const found = onDuty && branchId !== undefined ? await findLeaveDeciders(deps, { memberId, branchId, at }) : [];
  const acting = how && { by, how, name: (await deps.members.get(by.actorId)).name };
  // Whoever wrote it down does not decide it.
  const deciders = acting ? found.filter((one) => one !== by.actorId && one !== by.deputyFor) : found;
  const id = Away.Id.parse(deps.newId("away"));
  const away = await deps.aways.change(memberId, at, (before) => {
    const item = Away.say(before, said, { id, at, today, onDuty, branchId, entered: acting && saidOf(acting, at) });
    const period = item.periods.find((one) => one.id === id);
    if (item === before || !period) return { item: before };
    const detail = { from: said.from, to: said.to, ...(how ? { how } : {}) };
    return {
      item,
      effects: [
        ...(onDuty ? [asked({ memberId, period, name: member.name }, { deciders, at })] : []),
        ...(acting ? [enteredFor(memberId, period, { name: acting.name, at })] : []),
      ],
      audit: [entryOf(deps.newId, { subjectId: memberId, by, at, action: acting ? "away.enter" : "away.say", detail })],
    };
  });
  deps.wake();
  return away;
}
