import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Away from "@yigong/core/away/away.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { decided } from "./away-effects.ts";
import type { AwayDeps } from "./away-stores.ts";

/** Decides on a planned absence and tells the person. @throws see `away/away.ts`; `store.busy` */
export async function decideAway(
  deps: Pick<AwayDeps, "aways" | "zone" | "newId" | "wake">,
  {
    memberId,
    awayId,
    reason,
    by,
    at,
  }: { memberId: string; awayId: string; reason?: string | undefined; by: By; at: string },
): Promise<Away.Info> {
  const party = { by: by.actorId, deputyFor: by.deputyFor };
  const away = await deps.aways.change(memberId, at, (before) => {
    const item = Away.decide(before, awayId, { ...party, at, today: dayOf(at, deps.zone), reason });
    const period = item.periods.find(({ id }) => id === awayId);
    if (item === before || !period) return { item: before };
    const action = reason === undefined ? "away.approve" : "away.refuse";
    return {
      item,
      effects: decided(memberId, period, at),
      audit: [entryOf(deps.newId, { subjectId: memberId, by, at, action, reason, detail: { awayId } })],
    };
  });
  deps.wake();
  return away;
}
