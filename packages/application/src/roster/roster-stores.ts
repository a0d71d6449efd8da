import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Rosters } from "@yigong/core/roster/roster.store.ts";
import type { Importers } from "../manifest/importer.ts";
import type { Documents } from "../ports/documents.ts";
import type { Wake } from "../ports/wake.ts";

/** What imports of every kind work on. */
export interface RosterDeps {
  importers: Importers;
  rosters: Rosters;
  members: Pick<Members, "all">;
  units: Units;
  outbox: Pick<OutboxRows, "add">;
  newId: NewId;
  wake: Wake;
  documents: Pick<Documents, "readTable">;
}
