import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Aways } from "@yigong/core/away/away.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What signing up, places and leave work on. */
export interface ParticipationDeps {
  activities: Pick<Activities, "get" | "find">;
  lifecycles: Pick<Lifecycles, "get">;
  members: Pick<Members, "get" | "getMany" | "all" | "withRole">;
  units: Pick<Units, "getMany">;
  dutyLists: DutyLists;
  participations: Participations;
  /** Seats in training classes: nobody is in two places at a time. */
  enrolments: Pick<Participations, "heldAfter">;
  leaves: Leaves;
  aways: Pick<Aways, "ofMany">;
  covers: Pick<Covers, "of" | "get" | "calendars">;
  /** The alliance's time zone. */
  zone: string;
  newId: NewId;
  wake: Wake;
}
