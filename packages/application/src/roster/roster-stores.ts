import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Rosters } from "@yigong/core/roster/roster.store.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";
import type { Documents } from "../ports/documents.ts";

/** What imports work on. */
export interface RosterDeps {
  rosters: Rosters;
  members: Members;
  units: Units;
  shifts: Shifts;
  settings: Pick<SettingsRow, "get">;
  newId: NewId;
  documents: Pick<Documents, "readTable">;
  /** Which of these members take part in an activity, so that their rows cannot be undone. */
  takesPart(memberIds: readonly string[]): Promise<string[]>;
}

/** Who acts, in which role, and when. */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
  /** ISO-8601 UTC. */
  at: string;
}
