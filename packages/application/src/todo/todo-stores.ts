import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Diaries } from "@yigong/core/archive/diary.store.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import type { Awards } from "@yigong/core/award/award.store.ts";
import type { Aways } from "@yigong/core/away/away.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Deeds } from "@yigong/core/deed/deed.store.ts";
import type { Spendings } from "@yigong/core/expense/expense.store.ts";
import type { Forms } from "@yigong/core/form/form.store.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import type { Helpers } from "@yigong/core/helper/helper.store.ts";
import type { Identities } from "@yigong/core/identity/identity.store.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Corrections } from "@yigong/core/points/correction.store.ts";
import type { Objections } from "@yigong/core/points/objection.store.ts";
import type { Ledger } from "@yigong/core/points/points.store.ts";
import type { RuleSets } from "@yigong/core/points/rules.store.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import type { Services } from "@yigong/core/service/service.store.ts";
import type { HappinessAnswers } from "@yigong/core/survey/happiness.store.ts";
import type { Hmac } from "@yigong/core/survey/link.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";

/** What finding out what is asked of somebody reads; it writes nothing. */
export interface TodoDeps {
  activities: Pick<Activities, "startingBetween" | "getMany">;
  lifecycles: Pick<Lifecycles, "getMany">;
  participations: Pick<Participations, "rowsAfter" | "lines" | "of">;
  dutyLists: Pick<DutyLists, "find">;
  leaves: Pick<Leaves, "byMember" | "open">;
  covers: Pick<Covers, "ofMember" | "of" | "calendars">;
  attendances: Pick<Attendances, "find" | "of" | "ofSession" | "backEntries" | "sheets">;
  aways: Pick<Aways, "asked">;
  deeds: Pick<Deeds, "reported">;
  diaries: Pick<Diaries, "has">;
  forms: Pick<Forms, "endingAfter" | "answeredBy">;
  programmes: Pick<Programmes, "all" | "ratings" | "behaviours">;
  proposals: Pick<Proposals, "getMany">;
  helpers: Pick<Helpers, "getMany">;
  spendings: Pick<Spendings, "getMany" | "handedIn">;
  corrections: Pick<Corrections, "byStatus">;
  objections: Pick<Objections, "byStatus">;
  awards: Pick<Awards, "year" | "get">;
  identities: Pick<Identities, "requests">;
  services: Pick<Services, "list">;
  surveys: Pick<Surveys, "get"> & { happiness: Pick<HappinessAnswers, "has"> };
  /** By which the key of somebody's answer is derived, which names nobody. */
  hmac: Hmac;
  members: Pick<Members, "getMany">;
  units: Pick<Units, "getMany" | "all">;
  /** The alliance's time zone. */
  zone: string;
}

/** What a person's home reads besides. */
export interface HomeDeps extends TodoDeps {
  ledger: Pick<Ledger, "balances">;
  ruleSets: Pick<RuleSets, "adopted">;
}
