import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { committee } from "./committee.ts";
import { countShard } from "./count-shard.ts";
import { freeze } from "./freeze.ts";
import { notice } from "./notice.ts";
import { publish } from "./publish.ts";
import { rank } from "./rank.ts";

/** The tasks of a run, by the names of its states. */
export const awardTasks = (deps: AwardDeps) => ({
  Freeze: freeze(deps),
  CountShard: countShard(deps),
  Rank: rank(deps),
  Committee: committee(deps),
  Notice: notice(deps),
  Publish: publish(deps),
});
