import type { Aways } from "@yigong/core/away/away.store.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import type { Courses } from "@yigong/core/course/course.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What the use cases of classes read and write. */
export interface ClassDeps {
  classes: Classes;
  /** Seats in classes: the kit of sign-ups, on rows of their own. */
  enrolments: Participations;
  courses: Pick<Courses, "get">;
  members: Pick<Members, "get" | "getMany" | "all">;
  /** Places in activities. */
  participations: Pick<Participations, "heldAfter">;
  lifecycles: Pick<Lifecycles, "getMany">;
  covers: Pick<Covers, "calendars">;
  shifts: Pick<Shifts, "ofMembers">;
  /** Planned absences. */
  aways: Pick<Aways, "ofMany">;
  /** The alliance's time zone. */
  zone: string;
  newId: NewId;
  wake: Wake;
}
