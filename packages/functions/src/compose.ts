import { Hono } from "hono";
import { findPeople } from "./activity/people.ts";
import { app } from "./api/app.ts";
import { v1 } from "./api/v1.ts";
import { type AttendanceWork, attendanceWork } from "./attendance/work.ts";
import { awardJob } from "./award/job.ts";
import { awardWatchdog } from "./award/watchdog.ts";
import { watchdog } from "./jobs/watchdog.ts";
import { clientDelivery } from "./message/client.ts";
import { handlers } from "./outbox/handlers.ts";
import { outboxRunner } from "./outbox/runner.ts";
import { certificatePages } from "./pages/certificate.tsx";
import { surveyPages } from "./pages/survey.tsx";
import { allocateOnce, fixDutyList } from "./participation/deadline.ts";
import { closeLeaves, settleLeavesAtStart } from "./participation/leave.ts";
import { gradeFor } from "./points/grade.ts";
import { postPoints } from "./points/post.ts";
import { takeRoot } from "./points/root.ts";
import { personalPoints } from "./points/tell.ts";
import { inviteGranted } from "./proposal/invite.ts";
import { resumeImports } from "./roster/resume.ts";
import { endSurvey } from "./survey/end.ts";
import { archive } from "./tasks/archive.ts";
import { award } from "./tasks/award.ts";
import { awardTasks } from "./tasks/award-run/index.ts";
import { cover } from "./tasks/cover.ts";
import { execute } from "./tasks/execute.ts";
import { propose } from "./tasks/propose.ts";
import { recruit } from "./tasks/recruit.ts";
import { survey } from "./tasks/survey.ts";
import { type Ports, type World, world } from "./world.ts";

/** One task a state, by the state's name. */
const tasksOf = (w: World, attendance: AttendanceWork) => ({
  ...awardTasks(w.awardDeps),
  Propose: propose(w),
  Recruit: recruit({ ...w, fixDutyList: fixDutyList(w), invite: inviteGranted(w) }),
  Cover: cover({ ...w, ...w.coverWork, allocateOnce: allocateOnce(w), closeLeaves: closeLeaves(w) }),
  Execute: execute({ ...w, ...w.coverWork, closeLeaves: closeLeaves(w) }),
  Archive: archive({ ...w, settleLeaves: settleLeavesAtStart(w), closeAttendance: attendance.closeAttendance }),
  Survey: survey({ ...w, openSurvey: w.surveys.open }),
  Award: award({
    ...w,
    closeSurvey: endSurvey(w),
    postPoints: postPoints({
      ...w,
      served: attendance.served,
      covered: w.coverWork.covered,
      gradeOf: gradeFor(w),
    }),
  }),
});

/** What sends each kind of effect. */
export const handlersOf = (w: World, attendance: AttendanceWork) => {
  const find = findPeople({ ...w, attended: attendance.attended });
  const sending = { ...w, find, personal: personalPoints(w) };
  const surveySending = { ...w, origin: w.origin(), settings: w.settings.get, deliver: clientDelivery(w.channels) };
  return handlers({
    ...w,
    sending,
    survey: surveySending,
    material: w,
    covers: w.coverWork,
    awardRuns: w.awardDeps,
  });
};

const outboxOf = (w: World, attendance: AttendanceWork) =>
  outboxRunner({
    rows: w.outbox,
    handlers: handlersOf(w, attendance),
    now: w.now,
    report: ({ effect, error }) => w.report(`effect ${effect.id}`, error),
  });

/** The system from its ports: the tasks of the workflow, the outbox, the scheduled jobs and the HTTP surface. */
export function compose(ports: Ports) {
  const w = world(ports);
  const attendance = attendanceWork(w);
  const outbox = outboxOf(w, attendance);
  const settings = w.settings.get;
  const pages = new Hono()
    .route("/", surveyPages({ ...w, settings, random: () => w.random(32) }))
    .route("/", certificatePages({ ...w, settings }));
  return {
    world: w,
    tasks: tasksOf(w, attendance),
    outbox,
    /** Finishes what a kill has left half done; called once before anybody is served. */
    resume: () => resumeImports(w),
    jobs: {
      sweepOutbox: outbox.run,
      watchdog: async () => [...(await watchdog(w)()), ...(await awardWatchdog(w.awardDeps)())],
      ledgerRoot: takeRoot(w),
      awardRun: awardJob(w.awardDeps),
    },
    app: app({ v1: v1(w, attendance), pages, report: (error, path) => w.report(path, error) }),
  };
}

export type App = ReturnType<typeof compose>;
