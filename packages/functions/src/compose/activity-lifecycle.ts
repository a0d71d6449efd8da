import { attendanceWork } from "../attendance/work.ts";
import { observedTasks } from "../observe/tasks.ts";
import { allocateOnce, fixDutyList } from "../participation/deadline.ts";
import { closeLeaves, settleLeavesAtStart } from "../participation/leave.ts";
import { gradeFor } from "../points/grade.ts";
import { postPoints } from "../points/post.ts";
import { inviteGranted } from "../proposal/invite.ts";
import { endSurvey } from "../survey/end.ts";
import { archive } from "../tasks/archive.ts";
import { award } from "../tasks/award.ts";
import { cover } from "../tasks/cover.ts";
import { execute } from "../tasks/execute.ts";
import { propose } from "../tasks/propose.ts";
import { recruit } from "../tasks/recruit.ts";
import { survey } from "../tasks/survey.ts";
import type { World } from "../world.ts";

/** The tasks of an activity's lifecycle, by the names of their states. */
export function activityLifecycle(w: World) {
  const attendance = attendanceWork(w);
  const { covered } = w.coverWork;
  const tasks = {
    Propose: propose(w),
    Recruit: recruit({ ...w, fixDutyList: fixDutyList(w), invite: inviteGranted(w) }),
    Cover: cover({ ...w, ...w.coverWork, allocateOnce: allocateOnce(w), closeLeaves: closeLeaves(w) }),
    Execute: execute({ ...w, ...w.coverWork, closeLeaves: closeLeaves(w) }),
    Archive: archive({ ...w, settleLeaves: settleLeavesAtStart(w), closeAttendance: attendance.closeAttendance }),
    Survey: survey({ ...w, openSurvey: w.surveys.open }),
    Award: award({
      ...w,
      closeSurvey: endSurvey(w),
      postPoints: postPoints({ ...w, served: attendance.served, covered, gradeOf: gradeFor(w) }),
    }),
  };
  return observedTasks(tasks, w.observe);
}
