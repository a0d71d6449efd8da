import type { Activity } from "@yigong/core/activity/index.ts";
import type { Archives } from "@yigong/core/archive/archive.store.ts";
import { Archive } from "@yigong/core/archive/index.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";

export interface AccessDeps {
  archives: Pick<Archives, "get">;
  activities: { get(activityId: string): Promise<Activity.Info> };
  lifecycles: { get(activityId: string): Promise<Lifecycle> };
}

/** Refuses changes to an archive that is no draft any more. @throws `archive.filed`, `lifecycle.cancelled`, `activity.missing` */
export async function requireOpenArchive(
  { archives, lifecycles }: AccessDeps,
  activityId: string,
): Promise<Archive.Draft> {
  const { status } = await lifecycles.get(activityId);
  if (status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/archive");
  return Archive.requireDraft(await archives.get(activityId));
}

/** Requires the right to write an activity's archive, and that it is a draft. @throws `permission.denied`, `archive.filed`, `lifecycle.cancelled` */
export async function requireWriter(deps: AccessDeps, actor: Actor, activityId: string) {
  const grounds = allow(actor, "archive.write", activitySubject(await deps.activities.get(activityId)));
  await requireOpenArchive(deps, activityId);
  return grounds;
}

/** Whether an actor may write the archive, and therefore sees files that are not ready. */
export const mayWrite = async (deps: AccessDeps, actor: Actor, activityId: string): Promise<boolean> =>
  may(actor, "archive.write", activitySubject(await deps.activities.get(activityId)));
