import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Away from "@yigong/core/away/away.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { AwayDeps } from "./away-stores.ts";

/** Takes a planned absence back from today on. @throws `away.missing`, `away.over`, `store.busy` */
export async function endAway(
  deps: Pick<AwayDeps, "aways" | "zone" | "newId">,
  { memberId, awayId, by, at }: { memberId: string; awayId: string; by: By; at: string },
): Promise<Away.Info> {
  return deps.aways.change(memberId, at, (before) => ({
    item: Away.end(before, awayId, dayOf(at, deps.zone)),
    audit: [entryOf(deps.newId, { subjectId: memberId, by, at, action: "away.end", detail: { awayId } })],
  }));
}
