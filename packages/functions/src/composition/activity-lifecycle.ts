import { issuerFrom } from "@yigong/application/activity/activity-issuer.ts";
import { closeAttendance } from "@yigong/application/attendance/close-attendance.ts";
import { closeCovers } from "@yigong/application/cover/close-covers.ts";
import { openCovers } from "@yigong/application/cover/open-covers.ts";
import { closeLeaves } from "@yigong/application/leave/close-leaves.ts";
import { settleLeavesAtStart } from "@yigong/application/leave/settle-leaves.ts";
import { allocatePlaces } from "@yigong/application/participation/allocate-places.ts";
import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
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
    Cover: cover({
      ...w,
      openCovers: openCovers(w),
      allocatePlaces: allocatePlaces(w),
      closeLeaves: closeLeaves(w),
    }),
    Execute: execute({ ...w, closeCovers: closeCovers(w), closeLeaves: closeLeaves(w) }),
    Archive: archive({ ...w, settleLeaves: settleLeavesAtStart(w), closeAttendance: closeAttendance(w) }),
    Survey: survey({ ...w, openSurvey: w.surveys.open }),
    Award: award({
      ...w,
      closeSurvey: endSurvey(w),
      postPoints: (activity, at) => post(issuerFrom(activity), at),
    }),
  };
  return observedTasks(tasks, w.observe);
}
