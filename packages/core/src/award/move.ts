import { inBoth } from "../language/index.ts";
import { Refusal } from "../lib/error.ts";
import { dayOf, instantOf, plusDays } from "../lib/time.ts";
import { awardRefusal } from "./award.refusals.ts";
import type { Manifest } from "./award.ts";
import * as Run from "./run.ts";

type Info = Run.Info;
const legal = (candidate: unknown): Info => Run.Info.parse(candidate);

/** For how many days the five are shown before they are published, until 18:00 of the last. @source docs/awards.md */
export const NOTICE_DAYS = 7;

/** A new run of a year. */
export function begin(fresh: {
  key: Run.Key;
  cause: Run.Cause;
  announced: { source: string; value: string };
  definition: string;
  at: string;
}): Info {
  const { key, cause, announced, definition, at } = fresh;
  return {
    ...key,
    status: "freezing",
    generation: 1,
    generationAt: at,
    definition,
    startedAt: at,
    cause,
    announced,
    plan: { Committee: [], Notice: [] },
    enteredAt: {},
    prepared: [],
    notices: {},
    version: 0,
  };
}

/** An older generation's entry has nothing to do here any more. @throws `award.superseded`, `award.withdrawn` */
export function requireCarrier(run: Info, generation: number): void {
  if (run.generation !== generation) throw awardRefusal("award.superseded", { generation: run.generation });
  if (run.status === "withdrawn") throw awardRefusal("award.withdrawn");
}

/**
 * Notes that the execution came by a stage. A run that is further on, or done, stays where it is. Safe to run twice.
 *
 * @throws `stage.early` when the run has not come to the stage
 */
export function enter(run: Info, stage: Run.Stage, at: string): Info {
  if (Run.isOver(run)) return run;
  const current = Run.stageOf(run);
  if (Run.STAGES.indexOf(current) < Run.STAGES.indexOf(stage))
    throw awardRefusal("stage.early/award", {
      stage: inBoth(`award.stage.${stage}`),
      current: inBoth(`award.stage.${current}`),
    });
  const enteredAt = current === stage ? { [stage]: at, ...run.enteredAt } : run.enteredAt;
  return legal({ ...run, visitedAt: at, enteredAt });
}

/** Keeps the first manifest of a run; any later one is dropped. Safe to run twice. */
export const freeze = (run: Info, frozen: { manifest: Manifest; shards: number }): Info =>
  run.status === "freezing" ? legal({ ...run, ...frozen, status: "computing" }) : run;

/** Keeps the outcome, and hands the run to the committee. Safe to run twice. */
export const rank = (run: Info, outcome: Run.Outcome): Info =>
  run.status === "computing" ? legal({ ...run, outcome, status: "deciding" }) : run;

/** Marks a stage's messages as on their way. Safe to run twice. */
export const prepare = (run: Info, stage: Run.Stage): Info =>
  run.prepared.includes(stage) ? run : legal({ ...run, prepared: [...run.prepared, stage] });

/** When the objection window ends that opens at an instant, ISO-8601 UTC. */
export const noticeUntilOf = (at: string, zone: string): string =>
  instantOf(dayOf(plusDays(at, NOTICE_DAYS, zone), zone), "18:00", zone);

/**
 * Ends the objection window at its deadline, if every objection is decided. A run that is further on stays as it is.
 *
 * @throws `stage.early` while the window is open, an objection is not decided, or points came after the freeze of which
 * nobody has said that they are left to the next run
 */
export function endNotice(run: Info, at: string): Info {
  if (run.status !== "noticed") return run;
  const until = Run.noticeUntil(run);
  if (until === undefined || at < until) throw awardRefusal("stage.early/notice", { until: until ?? at });
  if (run.objections.open.length > 0)
    throw awardRefusal("stage.early/objections", { count: run.objections.open.length });
  if (Run.isUnanswered(run)) throw awardRefusal("stage.early/stale");
  return legal({ ...run, status: "publishing" });
}

/** Ends the objection window if it can be ended, else leaves the run as it is. */
export function lapse(run: Info, at: string): Info {
  try {
    return endNotice(run, at);
  } catch (error) {
    if (error instanceof Refusal && error.code === "stage.early") return run;
    throw error;
  }
}

/** Everything is published. Safe to run twice. */
export const finish = (run: Info, { certificates, at }: { certificates: readonly string[]; at: string }): Info =>
  run.status === "publishing" ? legal({ ...run, status: "done", publishedAt: at, certificates }) : run;

/**
 * Takes a run back before it is published; every record stays, and the next run of the year takes its place.
 *
 * @throws `award.not_waiting` unless the committee decides or objections are taken
 */
export function withdraw(run: Info, { by, reason, at }: { by: string; reason: string; at: string }): Info {
  if (run.status !== "deciding" && run.status !== "noticed") throw awardRefusal("award.not_waiting");
  const { status: _, ...rest } = run;
  return legal({ ...rest, status: "withdrawn", withdrawal: { in: Run.stageOf(run), at, by, reason } });
}

/**
 * Notes that points of the year were posted after the freeze, or that nothing differs any more. Safe to run twice.
 *
 * @param moved - a digest of what differs; undefined when nothing does
 */
export function markStale(run: Info, { moved, at }: { moved: string | undefined; at: string }): Info {
  if (Run.isOver(run)) return run;
  if (run.moved === moved && (run.staleAt === undefined) === (moved === undefined)) return run;
  const { staleAt = at, moved: _, kept, ...rest } = run;
  if (moved === undefined) return legal(rest);
  return legal({ ...rest, staleAt, moved, ...(kept ? { kept } : {}) });
}

/**
 * Leaves what was posted after the freeze to the next run: this one goes on as it was frozen.
 *
 * @throws `award.not_stale` when nothing was posted since, `award.not_waiting` unless the committee decides or objections
 * are taken
 */
export function keepFrozen(run: Info, { by, reason, at }: { by: string; reason: string; at: string }): Info {
  if (run.status !== "deciding" && run.status !== "noticed") throw awardRefusal("award.not_waiting/keep");
  if (run.moved === undefined) throw awardRefusal("award.not_stale");
  return run.kept?.moved === run.moved ? run : legal({ ...run, kept: { moved: run.moved, by, at, reason } });
}

/** Keeps what became of a notice. */
export const settleNotice = (run: Info, kind: Run.NoticeKind, settled: Omit<Run.Notice, "at">): Info => {
  const notice = run.notices[kind];
  if (notice?.status !== "queued") return run;
  return legal({ ...run, notices: { ...run.notices, [kind]: { ...notice, ...settled } } });
};

/** Puts a notice on its way, once. */
export const announce = (run: Info, kind: Run.NoticeKind, at: string): Info =>
  run.notices[kind] ? run : legal({ ...run, notices: { ...run.notices, [kind]: { at, status: "queued" } } });

/** A fresh execution takes over: the next generation. @source docs/architecture.md rule 2 */
export const supersede = (run: Info, { at, definition }: { at: string; definition: string }): Info =>
  legal({ ...run, generation: run.generation + 1, generationAt: at, definition });
