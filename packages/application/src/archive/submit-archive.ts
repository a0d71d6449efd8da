import { lastInstantOf } from "@yigong/core/activity/activity.ts";
import type { Activity } from "@yigong/core/activity/index.ts";
import type { Archives } from "@yigong/core/archive/archive.store.ts";
import type { Archive, Register } from "@yigong/core/archive/index.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import { type Info as Lifecycle, outcomeOf, requireOpen } from "@yigong/core/lifecycle/lifecycle.ts";
import type { StageDecision } from "../lifecycle/decide-stage.ts";

export interface SubmitDeps {
  archives: Pick<Archives, "get" | "file">;
  activities: { get(activityId: string): Promise<Activity.Info> };
  lifecycles: { get(activityId: string): Promise<Lifecycle> };
  decideStage(decision: StageDecision & { stage: "Archive"; kind: "filed" }): Promise<unknown>;
  zone: string;
}

/**
 * Files an activity's archive and ends its stage.
 *
 * The archive comes first and only while its stage is open, the decision second: after a crash between them the same
 * request finishes it, and on a filed and decided archive it changes nothing.
 * @throws `archive.incomplete`, `store.busy`, `lifecycle.stage_not_open`, `lifecycle.stage_closed`, `lifecycle.cancelled`
 * @source docs/domain.md E2, E4
 */
export const submitArchive =
  (deps: SubmitDeps) =>
  async (activityId: string, { at, by }: { at: string; by: Register.By }): Promise<Archive.Info> => {
    const lifecycle = await deps.lifecycles.get(activityId);
    const known = await deps.archives.get(activityId);
    if (known.status === "filed" && outcomeOf(lifecycle, "Archive")) return known;
    requireOpen(lifecycle, "Archive", at);
    const activity = await deps.activities.get(activityId);
    const year = yearOf(lastInstantOf(activity), deps.zone);
    const filed = await deps.archives.file(activityId, { title: activity.title, year, at, by });
    await endStage(deps, activityId, { at, by });
    return filed;
  };

/** Two submits at once: one of them ends the stage, and the other finds it ended. */
async function endStage(deps: SubmitDeps, activityId: string, { at, by }: { at: string; by: Register.By }) {
  const { actorId, role, deputyFor } = by;
  try {
    await deps.decideStage({ activityId, stage: "Archive", kind: "filed", by: actorId, at, role, deputyFor });
  } catch (error) {
    const closed = error instanceof Refusal && error.code === "lifecycle.stage_closed";
    if (!closed || !outcomeOf(await deps.lifecycles.get(activityId), "Archive")) throw error;
  }
}
