import * as z from "zod";
import { inBoth } from "../language/index.ts";
import { Instant } from "../lib/time.ts";
import { lifecycleRefusal } from "./lifecycle.refusals.ts";

/** The stages in order; each is one state of the workflow. */
export const STAGES = ["Propose", "Recruit", "Cover", "Execute", "Archive", "Survey", "Award"] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** Stages that a person ends; no deadline does. @source docs/architecture.md rule 5 */
export const GATED: readonly Stage[] = ["Propose", "Archive"];

/** How a stage ended, when and by whom (`system` for a deadline). */
export const Outcome = z.object({
  kind: z.enum(["approved", "deadline", "closedEarly", "notNeeded", "neededLater", "filed", "skipped", "posted"]),
  at: Instant,
  by: z.string(),
  reason: z.string().max(1000).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** The due instants of each stage, in order; the last one is its deadline. */
export const Plan = z.object({
  Propose: z.array(Instant),
  Recruit: z.array(Instant).min(1),
  Cover: z.array(Instant).min(1),
  Execute: z.array(Instant).min(1),
  Archive: z.array(Instant).min(1),
  Survey: z.array(Instant).min(1),
});
export type Plan = z.infer<typeof Plan>;

/** Counts by name, such as `asked` or `placed`. */
export const Facts = z.record(z.string().max(40), z.int());
export type Facts = z.infer<typeof Facts>;

const Base = z.object({
  activityId: z.string(),
  generation: z.int().positive(),
  plan: Plan,
  /** When the archive is due; reminders and escalation follow it, no timer does. */
  archiveDueAt: Instant,
  enteredAt: z.partialRecord(Stage, Instant),
  /** When the execution last entered a stage; silence past a due instant means that it vanished. */
  visitedAt: Instant.optional(),
  startedAt: Instant,
  /** When this generation's execution was asked for. */
  generationAt: Instant,
  /** Which definition of the state machine it runs; absent in rows from before this was kept. */
  definition: z.string().optional(),
  /** Stages whose entry work is done and whose messages are on their way; a later visit does neither again. */
  prepared: z.array(Stage),
  /** Who was asked for advice on its proposal, or granted as adviser: whom a to-do may be about. */
  advisers: z.array(z.string()).max(20).exactOptional(),
  /** What the entry of a stage counted, for its timeline; absent in rows from before this was kept. */
  facts: z.partialRecord(Stage, Facts).optional(),
  version: z.int().nonnegative(),
});

const proposed = { Propose: Outcome.optional() };
const recruited = { ...proposed, Recruit: Outcome };
const covered = { ...recruited, Cover: Outcome };
const executed = { ...covered, Execute: Outcome };
const archived = { ...executed, Archive: Outcome };
const surveyed = { ...archived, Survey: Outcome };
const open = Outcome.optional();

export const Cancellation = z.object({
  kind: z.enum(["requested", "tooFewPeople", "proposalRefused"]),
  at: Instant,
  by: z.string(),
  reason: z.string().min(1).max(1000),
});

export type Cancellation = z.infer<typeof Cancellation>;

/** Where an activity stands. Each status holds the outcomes of all stages before it, and may hold its own. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("proposing"), outcomes: z.strictObject(proposed) }),
  Base.extend({ status: z.literal("recruiting"), outcomes: z.strictObject({ ...proposed, Recruit: open }) }),
  Base.extend({ status: z.literal("covering"), outcomes: z.strictObject({ ...recruited, Cover: open }) }),
  Base.extend({ status: z.literal("executing"), outcomes: z.strictObject({ ...covered, Execute: open }) }),
  Base.extend({ status: z.literal("archiving"), outcomes: z.strictObject({ ...executed, Archive: open }) }),
  Base.extend({ status: z.literal("surveying"), outcomes: z.strictObject({ ...archived, Survey: open }) }),
  Base.extend({ status: z.literal("awarding"), outcomes: z.strictObject(surveyed) }),
  Base.extend({ status: z.literal("done"), outcomes: z.strictObject({ ...surveyed, Award: Outcome }) }),
  Base.extend({
    status: z.literal("cancelled"),
    cancelledIn: Stage,
    cancellation: Cancellation,
    outcomes: z.partialRecord(Stage, Outcome),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Status = Info["status"];

const STATUS_OF = {
  Propose: "proposing",
  Recruit: "recruiting",
  Cover: "covering",
  Execute: "executing",
  Archive: "archiving",
  Survey: "surveying",
  Award: "awarding",
} as const satisfies Record<Stage, Status>;

/** The stage that a row is in; a cancelled one keeps the stage in which it was cancelled, a done one is past Award. */
export function stageOf(lifecycle: Info): Stage {
  if (lifecycle.status === "cancelled") return lifecycle.cancelledIn;
  return STAGES.find((stage) => STATUS_OF[stage] === lifecycle.status) ?? "Award";
}

export const outcomeOf = (lifecycle: Info, stage: Stage): Outcome | undefined =>
  (lifecycle.outcomes as Partial<Record<Stage, Outcome>>)[stage];

/** The deadline of a stage, or undefined for Award. */
export const deadlineOf = (lifecycle: Pick<Info, "plan">, stage: Stage): string | undefined =>
  stage === "Award" ? undefined : lifecycle.plan[stage].at(-1);

export const isOver = (lifecycle: Info): boolean => lifecycle.status === "done" || lifecycle.status === "cancelled";

/** Whether people may still act in a stage at an instant: it is the current one, undecided, and (unless gated) before its deadline. */
export function isOpen(lifecycle: Info, stage: Stage, at: string): boolean {
  if (isOver(lifecycle) || stageOf(lifecycle) !== stage || outcomeOf(lifecycle, stage)) return false;
  const deadline = deadlineOf(lifecycle, stage);
  return GATED.includes(stage) || (deadline !== undefined && at < deadline);
}

/** Lets people act in a stage, or refuses. @throws `lifecycle.cancelled`, `lifecycle.stage_closed`, `lifecycle.stage_not_open` */
export function requireOpen(lifecycle: Info, stage: Stage, at: string): void {
  if (isOpen(lifecycle, stage, at)) return;
  if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled");
  const past = STAGES.indexOf(stageOf(lifecycle)) >= STAGES.indexOf(stage);
  if (past) throw lifecycleRefusal("lifecycle.stage_closed", { stage: inBoth(`activity.stage.${stage}`) });
  throw lifecycleRefusal("lifecycle.stage_not_open", { stage: inBoth(`activity.stage.${stage}`) });
}

/** The stage after another; undefined after Award. */
export const nextStage = (stage: Stage): Stage | undefined => STAGES[STAGES.indexOf(stage) + 1];

export const statusOf = (stage: Stage) => STATUS_OF[stage];
