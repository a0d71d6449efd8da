import { confirm, turnDown } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { changeNeed, type NeedKey } from "./change-need.ts";
import { coverEntry } from "./cover-audit.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { coverableActivity } from "./find-coverable-activity.ts";

/** The post's head confirms or turns down who agreed. @throws see `cover/answer.ts`; `lifecycle.cancelled` */
export async function decideCover(
  deps: CoverDeps,
  key: NeedKey,
  decision: { by: By; at: string } & ({ confirmed: true } | { confirmed: false; reason: string }),
): Promise<Cover.Info> {
  const { by, at } = decision;
  const activity = await coverableActivity(deps, key.activityId);
  const reason = decision.confirmed ? undefined : decision.reason;
  const action = decision.confirmed ? "cover.confirm" : "cover.turnDown";
  return changeNeed(deps, {
    activity,
    key,
    at,
    others: [],
    decide: (need) =>
      decision.confirmed
        ? confirm(need, { by: by.actorId, deputyFor: by.deputyFor, at })
        : turnDown(need, { by: by.actorId, deputyFor: by.deputyFor, at, reason: decision.reason }),
    audit: () => coverEntry(deps, key, { by, at, action, reason }),
  });
}
