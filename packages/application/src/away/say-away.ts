import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Away from "@yigong/core/away/away.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn, isPartyVolunteerOn } from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { findLeaveDeciders } from "../leave/find-leave-deciders.ts";
import { asked } from "./away-effects.ts";
import type { AwayDeps } from "./away-stores.ts";

/**
 * Puts a planned absence down. From then on nobody asks the person to cover in that time; who can be on a duty list is
 * heard by the secretary of the branch, who approves it.
 *
 * @throws see `away/away.ts`; `member.missing`, `store.busy`
 * @source docs/domain.md A5, "Decision, planned absence"
 */
export async function sayAway(
  deps: AwayDeps,
  { memberId, said, by, at }: { memberId: string; said: Away.Said; by: By; at: string },
): Promise<Away.Info> {
  const today = dayOf(at, deps.zone);
  const member = await deps.members.get(memberId);
  const { branchId } = affiliationOn(member, today);
  const onDuty = isPartyVolunteerOn(member, today);
  const deciders = onDuty && branchId !== undefined ? await findLeaveDeciders(deps, { memberId, branchId, at }) : [];
  const id = Away.Id.parse(deps.newId("away"));
  const away = await deps.aways.change(memberId, at, (before) => {
    const item = Away.say(before, said, { id, at, today, onDuty, branchId });
    const period = item.periods.find((one) => one.id === id);
    if (item === before || !period) return { item: before };
    const detail = { from: said.from, to: said.to };
    return {
      item,
      effects: onDuty ? [asked({ memberId, period, name: member.name }, { deciders, at })] : [],
      audit: [entryOf(deps.newId, { subjectId: memberId, by, at, action: "away.say", detail })],
    };
  });
  deps.wake();
  return away;
}
