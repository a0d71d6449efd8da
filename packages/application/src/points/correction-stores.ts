import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Corrections } from "@yigong/core/points/correction.store.ts";
import type { Objections } from "@yigong/core/points/objection.store.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import { holders, tell } from "../lifecycle/lifecycle-effects.ts";
import type { GradeOf } from "../manifest/scorer.ts";
import type { Wake } from "../ports/wake.ts";

/** What correcting points and objecting to them needs to know and to write. */
export interface CorrectionDeps {
  activities: Pick<Activities, "get">;
  attendances: Pick<Attendances, "find">;
  lifecycles: Pick<Lifecycles, "get">;
  participations: Pick<Participations, "ofMember">;
  dutyLists: Pick<DutyLists, "find">;
  covers: Pick<Covers, "of">;
  members: Pick<Members, "get" | "getMany">;
  corrections: Corrections;
  objections: Objections;
  ledger: Pick<Ledger, "find" | "issuedBy">;
  ruleSets: Pick<RuleSets, "adopted">;
  gradeOf: GradeOf;
  nameOf: (memberId: string) => Promise<string>;
  zone: string;
  newId: NewId;
  wake: Wake;
}

/** Tells those who may decide on corrections and objections; whoever of them had a part in it may not. */
export const toldDeciders = (
  template: "points.correctionAsked" | "points.objected",
  { activity, at, cause, page }: { activity: Activity; at: string; cause: string; page: string },
  params: { name: string; reason: string },
): Effect[] =>
  ["alliance", "committee"].map((role) =>
    tell({ activity, template, to: holders(role), dueAt: at, cause: `${cause}.${role}`, page }, params),
  );

type Told = Omit<Parameters<typeof entryOf>[1], "subjectId">;

/** The audit entry of something done about points; it is kept with the activity. */
export const auditOf = ({ newId }: Pick<CorrectionDeps, "newId">, activityId: string, told: Told): Entry =>
  entryOf(newId, { subjectId: activityId, ...told });
