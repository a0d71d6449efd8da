import { nextTimeOfDay, plusHours } from "../lib/time.ts";
import { expire, giveUp, offer } from "./answer.ts";
import * as Cover from "./cover.ts";
import type { Coverer, Need } from "./fitness.ts";
import { matchCovers } from "./matching.ts";
import { rankCandidates } from "./ranking.ts";
import { isUrgent, urgentUntil } from "./urgent.ts";

/** When offers expire: common instants of the local day, so that wakes do not depend on people. @source docs/domain.md A7 */
export const ROUNDS = ["10:00", "16:00"] as const;
/** Nobody is given less time to answer, unless the deadline or the shift comes first. */
const SHORTEST_HOURS = 1;

/** The next common round that leaves people an hour to answer. */
export const roundAfter = (at: string, zone: string): string =>
  nextTimeOfDay(plusHours(at, SHORTEST_HOURS - 1 / 3_600_000), ROUNDS, zone);

/** What the matching needs to know of a need. Who has no department or branch is near to nobody. */
export const toMatch = (need: Cover.Info): Need => ({
  needId: need.id,
  post: need.postId,
  coverableBy: need.coverableBy,
  department: need.departmentId ?? "-",
  branchId: need.branchId ?? "-",
  from: need.from,
  to: need.to,
  declinedBy: need.declinedBy.map((one) => one.memberId),
});

/** Whether a round looks for a coverer: nobody is asked, and the shift is ahead. What the deadline closed stays closed, unless a coverer gave it back. */
export const isSought = (need: Cover.Info, at: string): boolean =>
  need.from > at &&
  (need.status === "open" || (need.status === "unfilled" && (need.reason !== "deadline" || Cover.wasGivenBack(need))));

/** What a round does with a need; offers that have expired are taken for a no before. */
export type Step =
  | { kind: "offer"; memberId: string; expiresAt: string }
  | { kind: "giveUp"; reason: Cover.Unfilled }
  | { kind: "expire" };

export interface Round {
  /** By need; a need without a step stays as it is. */
  steps: ReadonlyMap<string, Step>;
  /** When the next round is due; undefined when no answer is awaited, and then nothing is open either. */
  nextAt: string | undefined;
}

/** What a step makes of a need. */
export function take(need: Cover.Info, step: Step, at: string): Cover.Info {
  const standing = expire(need, at);
  switch (step.kind) {
    case "expire":
      return standing;
    case "giveUp":
      return giveUp(standing, { reason: step.reason, at });
    case "offer":
      return offer(standing, { memberId: step.memberId, expiresAt: step.expiresAt, at });
  }
}

/**
 * Decides one round: silence is a no, and everything that is sought is matched anew.
 *
 * Nobody is asked for a second need while their answer is awaited. A need stays open while an awaited answer could free
 * somebody for it; when none could, nobody covers.
 * @param deadline - the cover stage's deadline if it is ahead; offers expire by then, ISO-8601 UTC
 * @source docs/domain.md A7, Decision
 */
export function planRound(
  needs: readonly Cover.Info[],
  coverers: readonly Coverer[],
  { at, zone, deadline }: { at: string; zone: string; deadline?: string | undefined },
): Round {
  const standing = needs.map((need) => expire(need, at));
  const byId = new Map(standing.map((need) => [need.id as string, need]));
  const steps = new Map<string, Step>();
  for (const [index, need] of standing.entries()) {
    if (need !== needs[index]) steps.set(need.id, { kind: "expire" });
    if (need.status === "open" && need.from <= at) steps.set(need.id, { kind: "giveUp", reason: "shiftBegun" });
  }
  const asked = new Set(standing.flatMap((need) => (need.status === "offered" ? [need.memberId] : [])));
  const sought = standing.filter((need) => isSought(need, at)).map(toMatch);
  const { assignments, unfilled } = matchCovers(
    sought,
    coverers.filter((one) => !asked.has(one.memberId)),
  );
  const next = roundAfter(at, zone);
  const until = deadline !== undefined && deadline > at && deadline < next ? deadline : next;
  for (const { needId, memberId } of assignments) {
    const need = byId.get(needId);
    const from = need?.from ?? until;
    const ends = need && isUrgent(need, at) ? urgentUntil(at, zone) : until;
    steps.set(needId, { kind: "offer", memberId, expiresAt: ends < from ? ends : from });
    asked.add(memberId);
  }
  const awaited = coverers.filter((one) => asked.has(one.memberId));
  const hopeless = new Set(unfilled.map((one) => one.needId));
  for (const need of sought) {
    if (!hopeless.has(need.needId) || byId.get(need.needId)?.status !== "open") continue;
    if (rankCandidates(need, awaited).length === 0)
      steps.set(need.needId, { kind: "giveUp", reason: reasonOf(need, coverers) });
  }
  return { steps, nextAt: asked.size > 0 ? [next, ...urgentEnds(standing, steps)].sort()[0] : undefined };
}

/** When offers of needs that were given back end, so that the next is asked then. */
const urgentEnds = (standing: readonly Cover.Info[], steps: ReadonlyMap<string, Step>): string[] =>
  standing.filter(Cover.wasGivenBack).flatMap((need) => {
    const step = steps.get(need.id);
    if (step?.kind === "offer") return [step.expiresAt];
    return need.status === "offered" && step === undefined ? [need.expiresAt] : [];
  });

/** Why nobody of all whom one could ask takes a need, taken alone. */
const reasonOf = (need: Need, coverers: readonly Coverer[]): Cover.Unfilled =>
  matchCovers([need], coverers).unfilled[0]?.reason ?? "allTaken";
