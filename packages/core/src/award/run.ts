import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { Manifest, Place } from "./award.ts";

/** The stages of a run in order: 冻结, 计算, 委员会, 公示, 发布. */
export const STAGES = ["Freeze", "Compute", "Committee", "Notice", "Publish"] as const;
export const Stage = z.enum(STAGES);
export type Stage = z.infer<typeof Stage>;

/** The stages that wait for people, each a task with a token. */
export const Waiting = z.enum(["Committee", "Notice"]);
export type Waiting = z.infer<typeof Waiting>;

/** The due instants of the stages that wait; the last one is the deadline. The committee has none. */
export const Plan = z.object({ Committee: z.array(Instant), Notice: z.array(Instant) });
export type Plan = z.infer<typeof Plan>;

/** Which run of which year. The first is 1; a correction or an upheld objection makes the next. */
export interface Key {
  year: number;
  run: number;
}

/** The name of a run, in messages, certificates and executions. */
export const idOf = ({ year, run }: Key): string => `award-${year}-${run}`;

export const Cause = z.object({
  kind: z.enum(["scheduled", "requested", "correction", "objection"]),
  by: z.string(),
  reason: z.string().max(1000).optional(),
});
export type Cause = z.infer<typeof Cause>;

/** Where the ranked lines are kept, and what they come to. `digest` is that of the result's bytes. */
export const Outcome = z.object({
  digest: z.string(),
  people: z.int().nonnegative(),
  places: z.array(Place),
  counts: z.object({ vetoed: z.int(), preferred: z.int(), belowFloor: z.int(), candidates: z.int() }),
  /** How many stand otherwise than in the run before; absent in the first run. */
  changed: z.int().nonnegative().optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** One of the five as the committee has it; `instead` names whom it replaces, and why. */
export const Honour = z.object({
  place: z.int().positive(),
  pseudonym: z.string(),
  instead: z.object({ pseudonym: z.string(), reason: z.string().min(1).max(1000) }).optional(),
});
export type Honour = z.infer<typeof Honour>;

export const Proposal = z.object({
  by: z.string(),
  /** Whom they stood in for as a deputy. */
  for: z.string().optional(),
  at: Instant,
  honours: z.array(Honour),
});
export type Proposal = z.infer<typeof Proposal>;

/** What two people of the committee agreed on. */
export const Decision = z.object({ honours: z.array(Honour), by: z.tuple([z.string(), z.string()]), at: Instant });
export type Decision = z.infer<typeof Decision>;

/** How a notice to everybody fared: on its way, on the office system's board, or refused by it and read here alone. */
export const Notice = z.object({
  at: Instant,
  status: z.enum(["queued", "published", "refused"]),
  settledAt: Instant.optional(),
  code: z.string().optional(),
});
export type Notice = z.infer<typeof Notice>;
export const NoticeKind = z.enum(["proposed", "published"]);
export type NoticeKind = z.infer<typeof NoticeKind>;

const Base = z.object({
  year: z.int(),
  run: z.int().positive(),
  generation: z.int().positive(),
  generationAt: Instant,
  /** Which definition of the state machine its execution runs. */
  definition: z.string(),
  startedAt: Instant,
  cause: Cause,
  /** What the draw is made from, as announced when the run began. */
  announced: z.object({ source: z.string(), value: z.string() }),
  plan: Plan,
  enteredAt: z.partialRecord(Stage, Instant),
  visitedAt: Instant.optional(),
  /** Stages whose messages are on their way; a later visit sends none. */
  prepared: z.array(Stage),
  notices: z.partialRecord(NoticeKind, Notice),
  /** When entries of the year were found that came after the freeze: the next run will count them. */
  staleAt: Instant.optional(),
  /** A digest of the balances that differ from the frozen ones. */
  moved: z.string().optional(),
  /** Somebody of the committee leaves what moved to the next run. */
  kept: z.object({ moved: z.string(), by: z.string(), at: Instant, reason: z.string().min(1).max(1000) }).optional(),
  version: z.int().nonnegative(),
});

const frozen = { manifest: Manifest, shards: z.int().positive() };
const computed = { ...frozen, outcome: Outcome };
const decided = {
  ...computed,
  decision: Decision,
  objections: z.object({ open: z.array(z.string()), all: z.int().nonnegative() }),
};

/** Where a run stands. Each status holds what the stages before it made. */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("freezing") }),
  Base.extend({ status: z.literal("computing"), ...frozen }),
  Base.extend({ status: z.literal("deciding"), ...computed, proposal: Proposal.optional() }),
  Base.extend({ status: z.literal("noticed"), ...decided }),
  Base.extend({ status: z.literal("publishing"), ...decided }),
  Base.extend({ status: z.literal("done"), ...decided, publishedAt: Instant, certificates: z.array(z.string()) }),
  Base.extend({
    status: z.literal("withdrawn"),
    ...computed,
    withdrawal: z.object({ in: Waiting, at: Instant, by: z.string(), reason: z.string().min(1).max(1000) }),
    decision: Decision.optional(),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Status = Info["status"];

const STAGE_OF: Record<Exclude<Status, "done" | "withdrawn">, Stage> = {
  freezing: "Freeze",
  computing: "Compute",
  deciding: "Committee",
  noticed: "Notice",
  publishing: "Publish",
};

/** The stage a run is in; a finished one is in its last, a withdrawn one where it was withdrawn. */
export function stageOf(run: Info): Stage {
  if (run.status === "done") return "Publish";
  return run.status === "withdrawn" ? run.withdrawal.in : STAGE_OF[run.status];
}

export const isOver = (run: Info): boolean => run.status === "done" || run.status === "withdrawn";

/** Whether points were posted after the freeze and nobody has said yet that they are left to the next run. */
export const isUnanswered = ({ staleAt, moved, kept }: Pick<Info, "staleAt" | "moved" | "kept">): boolean =>
  staleAt !== undefined && (kept === undefined || kept.moved !== moved);

/** The end of the objection window; undefined until the committee has decided. */
export const noticeUntil = ({ plan }: Pick<Info, "plan">): string | undefined => plan.Notice.at(-1);

/** Whether a run is past a stage. */
export const isPast = (run: Info, stage: Stage): boolean =>
  run.status === "done" || (!isOver(run) && STAGES.indexOf(stageOf(run)) > STAGES.indexOf(stage));
