import { type Entry, entryOf, type Told } from "@yigong/core/audit/audit.ts";
import type { NeedKey } from "./change-need.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** The audit entry of something done about a need; it is kept with the activity. */
export const coverEntry = (
  { newId }: Pick<CoverDeps, "newId">,
  { activityId, needId }: NeedKey,
  { detail, ...told }: Omit<Told, "subjectId">,
): Entry => entryOf(newId, { subjectId: activityId, ...told, detail: { needId, ...detail } });
