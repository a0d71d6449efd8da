import { inBoth } from "../language/index.ts";
import { lifecycleRefusal } from "./lifecycle.refusals.ts";
import * as Lifecycle from "./lifecycle.ts";

type Info = Lifecycle.Info;
type Stage = Lifecycle.Stage;

const legal = (candidate: unknown): Info => Lifecycle.Info.parse(candidate);

/** A new activity's lifecycle: proposals wait for the alliance, all others recruit. @source docs/domain.md A1, A8 */
export function begin({
  activityId,
  proposal,
  plan,
  archiveDueAt,
  definition,
  at,
}: {
  activityId: string;
  proposal: boolean;
  plan: Lifecycle.Plan;
  archiveDueAt: string;
  definition: string;
  at: string;
}): Info {
  const base = {
    activityId,
    generation: 1,
    plan,
    archiveDueAt,
    enteredAt: {},
    startedAt: at,
    generationAt: at,
    definition,
    prepared: [],
    version: 0,
  };
  return { ...base, status: proposal ? "proposing" : "recruiting", outcomes: {} };
}

/**
 * Ends a stage: the one conditional write behind every decision.
 *
 * @throws `lifecycle.stage_closed`, `lifecycle.stage_not_open`, `lifecycle.cancelled`
 */
export function close(lifecycle: Info, stage: Stage, outcome: Lifecycle.Outcome): Info {
  Lifecycle.requireOpen(lifecycle, stage, outcome.at);
  return legal({ ...lifecycle, outcomes: { ...lifecycle.outcomes, [stage]: outcome } });
}

/** Ends the current stage at its entry, when there is nothing to wait for. Safe to run twice. */
export function endAtEntry(lifecycle: Info, stage: Stage, outcome: Lifecycle.Outcome): Info {
  if (Lifecycle.isOver(lifecycle) || Lifecycle.outcomeOf(lifecycle, stage)) return lifecycle;
  return legal({ ...lifecycle, outcomes: { ...lifecycle.outcomes, [stage]: outcome } });
}

/**
 * Enters a stage, first closing the one before by its row.
 *
 * A row that is already further on, or over, is left as it is. Safe to run twice.
 * @param at - the state's entered time, ISO-8601 UTC
 * @throws `stage.early` when the stage before has no outcome and its deadline is still ahead
 * @source docs/architecture.md rule 5
 */
export function enter(lifecycle: Info, stage: Stage, at: string): Info {
  if (Lifecycle.isOver(lifecycle)) return lifecycle;
  const current = Lifecycle.stageOf(lifecycle);
  const visited = { ...lifecycle, visitedAt: at };
  if (Lifecycle.STAGES.indexOf(current) > Lifecycle.STAGES.indexOf(stage)) return legal(visited);
  if (current === stage) return legal({ ...visited, enteredAt: { [stage]: at, ...lifecycle.enteredAt } });
  if (Lifecycle.nextStage(current) !== stage) throw early(stage, current);
  return legal({
    ...visited,
    status: Lifecycle.statusOf(stage),
    outcomes: { ...lifecycle.outcomes, [current]: settled(lifecycle, current, stage, at) },
    enteredAt: { ...lifecycle.enteredAt, [stage]: at },
  });
}

const early = (stage: Stage, before: Stage) =>
  lifecycleRefusal("stage.early", {
    stage: inBoth(`activity.stage.${stage}`),
    before: inBoth(`activity.stage.${before}`),
  });

const settled = (lifecycle: Info, current: Stage, stage: Stage, at: string): Lifecycle.Outcome => {
  const outcome = Lifecycle.outcomeOf(lifecycle, current);
  if (outcome) return outcome;
  const deadline = Lifecycle.deadlineOf(lifecycle, current);
  if (Lifecycle.GATED.includes(current) || deadline === undefined || at < deadline) throw early(stage, current);
  return { kind: "deadline", at: deadline, by: "system" };
};

/**
 * Cancels an activity; every record stays.
 *
 * @throws `lifecycle.cancelled` when it is cancelled already, `lifecycle.award_begun` once points are being posted
 * @source docs/architecture.md rule 11
 */
export function cancel(lifecycle: Info, cancellation: Lifecycle.Cancellation): Info {
  if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/already");
  if (lifecycle.status === "awarding" || lifecycle.status === "done") throw lifecycleRefusal("lifecycle.award_begun");
  const { status, ...rest } = lifecycle;
  return legal({
    ...rest,
    status: "cancelled",
    cancelledIn: Lifecycle.stageOf({ ...rest, status } as Info),
    cancellation,
  });
}

/** Points are posted: the activity is done. Safe to run twice. @param facts - how many entries, and their sum in 0.01 points */
export function finish(lifecycle: Info, at: string, facts?: Lifecycle.Facts): Info {
  if (lifecycle.status !== "awarding") return lifecycle;
  const Award = { kind: "posted" as const, at, by: "system" };
  return legal({
    ...lifecycle,
    status: "done",
    outcomes: { ...lifecycle.outcomes, Award },
    ...noted(lifecycle, "Award", facts),
  });
}

/**
 * Sets a new deadline for a stage.
 *
 * @throws `lifecycle.stage_closed`, `lifecycle.stage_not_open`, `lifecycle.cancelled`, `lifecycle.not_later`
 */
export function extend(lifecycle: Info, stage: Stage, { until, at }: { until: string; at: string }): Info {
  if (stage === "Award") throw lifecycleRefusal("lifecycle.no_deadline");
  const past = Lifecycle.STAGES.indexOf(Lifecycle.stageOf(lifecycle)) > Lifecycle.STAGES.indexOf(stage);
  const current = Lifecycle.stageOf(lifecycle) === stage;
  if (past || current || Lifecycle.isOver(lifecycle)) Lifecycle.requireOpen(lifecycle, stage, at);
  // Filing the archive plans when the survey closes; before that there is nothing to extend.
  if (stage === "Survey" && !current) throw lifecycleRefusal("lifecycle.stage_not_open/survey");
  const deadline = stage === "Archive" ? lifecycle.archiveDueAt : Lifecycle.deadlineOf(lifecycle, stage);
  if (until <= at || (deadline !== undefined && until <= deadline))
    throw lifecycleRefusal("lifecycle.not_later", { than: deadline ?? at });
  if (stage === "Archive") return legal({ ...lifecycle, archiveDueAt: until });
  return legal({ ...lifecycle, plan: { ...lifecycle.plan, [stage]: [...lifecycle.plan[stage].slice(0, -1), until] } });
}

/** Covers are needed after all, although there was nothing to wait for when the stage was entered. Safe to run twice. @source docs/domain.md Lifecycle 2 */
export function coverNeeded(lifecycle: Info): Info {
  const outcome = Lifecycle.outcomeOf(lifecycle, "Cover");
  if (Lifecycle.isOver(lifecycle) || outcome?.kind !== "notNeeded") return lifecycle;
  const { reason: _, ...ended } = outcome;
  return legal({ ...lifecycle, outcomes: { ...lifecycle.outcomes, Cover: { ...ended, kind: "neededLater" } } });
}

/** Replaces the due instants of the stages that have no outcome yet; those that are over keep theirs. */
export function replan(lifecycle: Info, plan: Lifecycle.Plan, archiveDueAt = lifecycle.archiveDueAt): Info {
  const kept = Lifecycle.STAGES.filter((stage) => stage !== "Award" && Lifecycle.outcomeOf(lifecycle, stage));
  const past = Object.fromEntries(kept.map((stage) => [stage, lifecycle.plan[stage as keyof Lifecycle.Plan]]));
  return legal({ ...lifecycle, plan: { ...plan, ...past }, archiveDueAt });
}

/** Marks a stage's entry work as done, with what it counted. Safe to run twice. */
export const prepare = (lifecycle: Info, stage: Stage, facts?: Lifecycle.Facts): Info =>
  lifecycle.prepared.includes(stage)
    ? lifecycle
    : legal({ ...lifecycle, prepared: [...lifecycle.prepared, stage], ...noted(lifecycle, stage, facts) });

const noted = ({ facts }: Info, stage: Stage, counted: Lifecycle.Facts | undefined) =>
  counted === undefined ? {} : { facts: { ...facts, [stage]: counted } };

/** A fresh execution takes over: the next generation. @source docs/architecture.md rule 2 */
export const supersede = (lifecycle: Info, { at, definition }: { at: string; definition: string }): Info =>
  legal({ ...lifecycle, generation: lifecycle.generation + 1, generationAt: at, definition });
