import { issuerFrom } from "@yigong/application/activity/activity-issuer.ts";
import { closeLeaves, settleLeavesAtStart } from "@yigong/application/leave/decide-leave.ts";
import { allocateOnce, fixDutyList } from "@yigong/application/participation/allocate-places.ts";
import { postPoints } from "@yigong/application/points/post-points.ts";
import { inviteGranted } from "@yigong/application/proposal/invite-granted.ts";
import { endSurvey } from "@yigong/application/survey/end-survey.ts";
import { observedTasks } from "../observe/tasks.ts";
import { archive } from "../tasks/archive.ts";
import { award } from "../tasks/award.ts";
import { cover } from "../tasks/cover.ts";
import { execute } from "../tasks/execute.ts";
import { propose } from "../tasks/propose.ts";
import { recruit } from "../tasks/recruit.ts";
import { survey } from "../tasks/survey.ts";
import type { UseCases } from "./use-cases.ts";

/** The tasks of an activity's lifecycle, by the names of their states. */
export function activityLifecycle(w: UseCases) {
  const post = postPoints(w);
  const tasks = {
    Propose: propose(w),
    Recruit: recruit({ ...w, fixDutyList: fixDutyList(w), invite: inviteGranted(w) }),
    Cover: cover({ ...w, ...w.coverWork, allocateOnce: allocateOnce(w), closeLeaves: closeLeaves(w) }),
    Execute: execute({ ...w, ...w.coverWork, closeLeaves: closeLeaves(w) }),
    Archive: archive({ ...w, settleLeaves: settleLeavesAtStart(w), closeAttendance: w.attendance.closeAttendance }),
    Survey: survey({ ...w, openSurvey: w.surveys.open }),
    Award: award({
      ...w,
      closeSurvey: endSurvey(w),
      postPoints: (activity, at) => post(issuerFrom(activity), at),
    }),
  };
  return observedTasks(tasks, w.observe);
}
