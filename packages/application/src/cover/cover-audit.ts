import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { NeedKey } from "./change-need.ts";
import type { CoverDeps } from "./cover-stores.ts";

interface Told {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
  action: string;
  reason?: string | undefined;
  detail?: object;
}

/** The audit entry of something done about a need; it is kept with the activity. */
export const coverEntry = (
  { newId }: Pick<CoverDeps, "newId">,
  { activityId, needId }: NeedKey,
  { detail, ...told }: Told,
): Entry => entryOf(newId, { subjectId: activityId, ...told, detail: { needId, ...detail } });
