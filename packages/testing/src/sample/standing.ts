import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { enter } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";

/** The stages into which a test may put an activity. */
export type Stage = Parameters<typeof Sample.lifecycle>[0] | "Archive";

/** A lifecycle that has just entered a stage; its deadlines are those of `Sample`. */
export const standing = (stage: Stage, activityId: string): Lifecycle =>
  stage === "Archive"
    ? enter(Sample.lifecycle("Execute", activityId), "Archive", Sample.ENDS)
    : Sample.lifecycle(stage, activityId);
