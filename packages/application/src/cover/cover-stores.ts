import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Aways } from "@yigong/core/away/away.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What the use cases of covers read and write. */
export interface CoverDeps {
  covers: Covers;
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get" | "change">;
  participations: Pick<Participations, "of" | "ofMember" | "heldAfter">;
  /** Seats in training classes. */
  enrolments: Pick<Participations, "heldAfter">;
  dutyLists: Pick<DutyLists, "find">;
  leaves: Pick<Leaves, "of">;
  aways: Pick<Aways, "ofMany">;
  shifts: Pick<Shifts, "between" | "ofMembers">;
  members: Pick<Members, "all" | "getMany">;
  units: Pick<Units, "getMany">;
  /** Covers done in a local year, by member; none counts as 0. */
  coversThisYear: (members: readonly Member[], year: number) => Promise<ReadonlyMap<string, number>>;
  zone: string;
  newId: NewId;
  wake: Wake;
}
