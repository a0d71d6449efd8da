import { z } from "@hono/zod-openapi";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { type Honoured, honouredOf } from "@yigong/application/award/find-honoured.ts";
import { isDecided, isRanked } from "@yigong/application/award/run-states.ts";
import { Criterion, Manifest, Standing } from "@yigong/core/award/award.ts";
import { Change } from "@yigong/core/award/diff.ts";
import { seedOf } from "@yigong/core/award/draw.ts";
import * as Run from "@yigong/core/award/run.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import { workdaysText } from "@yigong/core/points/explain.ts";
import { PeopleById, peopleIn } from "./names.ts";

const Person = z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string().optional() });
const Points = z.string().describe("points with two decimals, such as 4.50");

export const HonourView = Person.extend({
  place: z.int().positive(),
  points: Points,
  decidedBy: Criterion.nullable().optional(),
  instead: Person.extend({ reason: z.string() }).optional(),
}).openapi("Honour");

/** Where a run stands: a line of stages, and what each has made. */
export const RunView = z
  .object({
    id: z.string(),
    year: z.int(),
    run: z.int(),
    status: z.enum(["freezing", "computing", "deciding", "noticed", "publishing", "done", "withdrawn"]),
    line: z.array(z.object({ stage: Run.Stage, state: z.enum(["over", "current", "ahead"]), at: Instant.optional() })),
    startedAt: Instant,
    cause: Run.Cause,
    manifest: Manifest.optional(),
    seed: z.string().optional(),
    digest: z.string().optional(),
    counts: Run.Outcome.shape.counts.optional(),
    changed: z.int().optional(),
    computed: z.array(HonourView).optional(),
    proposal: z.object({ by: z.string(), at: Instant, honours: z.array(HonourView) }).optional(),
    decision: z.object({ by: z.array(z.string()), at: Instant, honours: z.array(HonourView) }).optional(),
    noticeUntil: Instant.optional(),
    objections: z.object({ open: z.int(), all: z.int() }).optional(),
    notices: z.partialRecord(Run.NoticeKind, Run.Notice),
    staleAt: Instant.optional(),
    /** Whether points came after the freeze and nobody has said yet what becomes of them. */
    unanswered: z.boolean(),
    kept: z.object({ by: z.string(), at: Instant, reason: z.string() }).optional(),
    /** Of those who have or are to have a place: names that no certificate can print. */
    unprintable: z.array(Person.extend({ characters: z.array(z.string()) })).optional(),
    publishedAt: Instant.optional(),
    certificates: z.array(z.string()).optional(),
    people: PeopleById,
    withdrawal: z.object({ in: Run.Stage, at: Instant, by: z.string(), reason: z.string() }).optional(),
  })
  .openapi("AwardRun");
export type RunView = z.infer<typeof RunView>;

function lineOf(run: Run.Info): RunView["line"] {
  const current = Run.STAGES.indexOf(Run.stageOf(run));
  return Run.STAGES.map((stage, at) => {
    const entered = run.enteredAt[stage];
    const isOver = run.status === "done" || at < current;
    const state = isOver ? ("over" as const) : at === current ? ("current" as const) : ("ahead" as const);
    return { stage, state, ...(entered === undefined ? {} : { at: entered }) };
  });
}

const shown = ({ points, ...honour }: Honoured) => ({ ...honour, points: decimal(points) });

/** Whoever decided something about a run. */
const namedIn = (run: Run.Info) => [
  run.cause.by,
  run.kept?.by,
  ...("proposal" in run && run.proposal ? [run.proposal.by] : []),
  ...("decision" in run && run.decision ? run.decision.by : []),
  ...(run.status === "withdrawn" ? [run.withdrawal.by] : []),
];

/** A run as the committee sees it, with names as they are now. */
export async function runView(
  deps: Pick<AwardDeps, "awards" | "members" | "unprintableNames">,
  run: Run.Info,
): Promise<RunView> {
  const { year, run: number, status, startedAt, cause, notices, staleAt, kept } = run;
  const base = {
    id: Run.idOf(run),
    year,
    run: number,
    status,
    line: lineOf(run),
    startedAt,
    cause,
    notices,
    staleAt,
    unanswered: Run.isUnanswered(run),
    kept,
    people: await peopleIn(deps, namedIn(run)),
  };
  if (!isRanked(run)) return RunView.parse({ ...base, ...("manifest" in run ? { manifest: run.manifest } : {}) });
  const { digest, counts, changed, places } = run.outcome;
  const listed = async (honours: readonly Run.Honour[]) => (await honouredOf(deps, run, honours)).map(shown);
  const computed = await listed(places);
  const proposal = "proposal" in run ? run.proposal : undefined;
  const decision = "decision" in run ? run.decision : undefined;
  const listedNow = decision ?? proposal;
  const shownNow = listedNow ? await listed(listedNow.honours) : computed;
  return RunView.parse({
    ...base,
    unprintable: await deps.unprintableNames([...computed, ...shownNow].map(({ memberId }) => memberId)),
    manifest: run.manifest,
    seed: seedOf(year, run.manifest.draw),
    digest,
    counts,
    changed,
    computed: computed.map((one, at) => ({ ...one, decidedBy: places[at]?.decidedBy ?? null })),
    proposal: proposal && { ...proposal, honours: await listed(proposal.honours) },
    decision: decision && { ...decision, honours: await listed(decision.honours) },
    noticeUntil: Run.noticeUntil(run),
    objections: isDecided(run) ? { open: run.objections.open.length, all: run.objections.all } : undefined,
    ...(run.status === "done" ? { publishedAt: run.publishedAt, certificates: run.certificates } : {}),
    ...(run.status === "withdrawn" ? { withdrawal: run.withdrawal } : {}),
  });
}

/** A member's standing with its reasons. */
export const StandingView = Standing.omit({ kind: true, halfDays: true })
  .strip()
  .extend({ ...Person.shape, points: Points, workdays: z.string() })
  .openapi("Standing");
export type StandingView = z.infer<typeof StandingView>;

export const standingView = (
  standing: Standing,
  { memberId, name, employeeNumber }: z.output<typeof Person>,
): StandingView =>
  StandingView.parse({
    ...standing,
    memberId,
    name,
    employeeNumber,
    points: decimal(standing.points),
    workdays: workdaysText(standing.halfDays),
  });

/** A standing that differs from the run before, with the entries that came since. */
export const ChangeView = Change.omit({ kind: true }).strip().extend(Person.shape).openapi("StandingChange");
