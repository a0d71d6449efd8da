import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What deciding on proposals and sending them again work on. */
export interface ProposalDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  proposals: Proposals;
  newId: NewId;
  /** Teams and an adviser that are named exist. */
  units: Pick<Units, "getMany">;
  members: Pick<Members, "getMany">;
  wake: Wake;
  nameOf: (memberId: string) => Promise<string>;
}
