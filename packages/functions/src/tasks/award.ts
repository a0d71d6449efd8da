import type { Wake } from "@yigong/application/ports/wake.ts";
import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, lastInstantOf } from "@yigong/core/activity/activity.ts";
import { Instant, yearOf } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import * as z from "zod";
import { task } from "../lib/task.ts";
import { requireGeneration } from "./stage-task.ts";

const Input = z.object({ activityId: z.string(), generation: z.int().positive(), at: Instant });

/**
 * The survey is closed: points are posted, and the activity is done.
 *
 * Safe to run twice: an entry's id is derived from its cause, so it posts once.
 * @throws `activity.cancelled`, `lifecycle.superseded`, `stage.early` while the survey is open
 * @source docs/architecture.md rule 11; docs/domain.md I2
 */
export const award = (deps: {
  activities: Activities;
  lifecycles: Lifecycles;
  closeSurvey: (activity: Activity, at: string) => Promise<unknown>;
  postPoints: (activity: Activity, at: string) => Promise<{ people: number; points: number; told: readonly Effect[] }>;
  zone: string;
  wake: Wake;
}) =>
  task(Input, async ({ activityId, generation, at }) => {
    await deps.lifecycles.change(activityId, at, (row) => {
      requireGeneration(row, generation);
      if (row.status === "cancelled") throw activityRefusal("activity.cancelled");
      return { item: Move.enter(row, "Award", at) };
    });
    const activity = await deps.activities.get(activityId);
    await deps.closeSurvey(activity, at);
    const { told, ...posted } = await deps.postPoints(activity, at);
    await deps.lifecycles.change(activityId, at, (row) => ({
      item: Move.finish(row, at, { entries: posted.people, hundredths: posted.points }),
      effects: told,
    }));
    deps.wake();
    return { ...posted, year: yearOf(lastInstantOf(activity), deps.zone) };
  });
