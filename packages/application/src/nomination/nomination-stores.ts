import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { External } from "@yigong/core/nomination/facts.ts";
import type { Nominations } from "@yigong/core/nomination/nomination.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Wake } from "../ports/wake.ts";

export interface NominationDeps {
  nominations: Nominations;
  members: Pick<Members, "getMany">;
  units: Pick<Units, "getMany">;
  /** The days of the external classes that people attended in a span of local days; `before` is no more in it. */
  externalClasses: (
    memberIds: readonly string[],
    span: { from: string; before: string },
  ) => Promise<ReadonlyMap<string, readonly External[]>>;
  newId: NewId;
  zone: string;
  wake: Wake;
}

export interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

export const partyOf = ({ actorId, deputyFor }: By) => ({
  by: actorId,
  ...(deputyFor === undefined ? {} : { deputyFor }),
});
