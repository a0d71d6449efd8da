import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";

/** What giving and taking roles works on. */
export interface RoleDeps {
  members: Members;
  units: Units;
  settings: Pick<SettingsRow, "get">;
  newId: NewId;
}
