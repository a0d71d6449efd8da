import { activityLifecycle } from "./compose/activity-lifecycle.ts";
import { awardRun } from "./compose/award-run.ts";
import { httpOf } from "./compose/http.ts";
import { jobsOf } from "./compose/jobs.ts";
import { outboxOf } from "./compose/outbox.ts";
import { surveyPagesOf } from "./compose/survey-pages.ts";
import { resumeImports } from "./roster/resume.ts";
import { type Outward, type Ports, world } from "./world.ts";

/** The whole system from its ports, in one process: what is a function of its own on AWS, each from the same parts. */
export function compose(ports: Ports & Outward) {
  const w = world(ports);
  const outbox = outboxOf(w, ports);
  return {
    world: w,
    tasks: { ...activityLifecycle(w), ...awardRun(w) },
    outbox,
    /** Finishes what a kill has left half done; called once before anybody is served. */
    resume: () => resumeImports(w),
    jobs: { sweepOutbox: outbox.run, ...jobsOf(w) },
    app: httpOf(w, surveyPagesOf(w)),
  };
}

export type App = ReturnType<typeof compose>;
