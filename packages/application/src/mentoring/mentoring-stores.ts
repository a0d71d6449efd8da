import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Mentorings } from "@yigong/core/mentoring/mentoring.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Wake } from "../ports/wake.ts";

/** What the use cases of mentoring read and write. */
export interface MentoringDeps {
  mentorings: Mentorings;
  members: Pick<Members, "get" | "getMany" | "all" | "byEmployeeNumber">;
  units: Pick<Units, "getMany">;
  zone: string;
  newId: NewId;
  wake: Wake;
}
