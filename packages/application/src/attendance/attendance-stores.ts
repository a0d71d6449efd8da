import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import type { Stewards } from "@yigong/core/attendance/steward.store.ts";
import type { Aways } from "@yigong/core/away/away.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Documents } from "../ports/documents.ts";
import type { Wake } from "../ports/wake.ts";

/** What the use cases of attendance read and write. */
export interface AttendanceDeps {
  attendances: Attendances;
  stewards: Stewards;
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  participations: Pick<Participations, "of" | "ofMember" | "lines">;
  dutyLists: Pick<DutyLists, "find">;
  leaves: Pick<Leaves, "find" | "of">;
  aways: Pick<Aways, "ofMany">;
  covers: Pick<Covers, "of" | "get" | "calendars">;
  members: Pick<Members, "getMany">;
  settings: Pick<SettingsRow, "get">;
  /** What check-in codes are derived from. */
  secrets: { checkIns: Uint8Array };
  documents: Pick<Documents, "qrCode">;
  /** Where people reach us, without a slash at the end, for the QR code. */
  origin: () => string;
  zone: string;
  newId: NewId;
  wake: Wake;
}
