import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { annul } from "@yigong/core/cover/answer.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { computeNeeds, reconcile } from "@yigong/core/cover/needs.ts";
import { joined } from "@yigong/core/cover/pool.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isOver, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { wordsOf } from "./cover-messages.ts";
import { type CoverDeps, partakers } from "./cover-standing.ts";
import { coverRound, writeMoves } from "./match-covers.ts";

const IN_FLIGHT = 8;

/** What the rows of people and shifts call for now. */
async function wantedNow(deps: CoverDeps, activity: Activity, at: string) {
  const { participations, placed, takingPart } = await partakers(deps, activity);
  const spans = joined(activity.sessions.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })));
  const found = await Promise.all(spans.map((span) => deps.shifts.ofMembers([...placed], span, deps.zone)));
  const shifts = found.flat();
  const owners = [...new Set(shifts.map((shift) => shift.memberId))];
  const [members, posts] = await Promise.all([
    deps.members.getMany(owners, recent),
    deps.units.getMany([...new Set(shifts.map((shift) => shift.postId))]),
  ]);
  const coverableBy = posts.map((post) => [post.id, post.kind === "post" ? post.coverableBy : []] as const);
  const needs = computeNeeds({
    activity,
    participations,
    shifts,
    members: new Map(members.map((member) => [member.id, member])),
    coverableBy: new Map(coverableBy),
    at,
  });
  return { wanted: new Map<string, Cover.Open>(needs.map((need) => [need.id, need])), placed, takingPart };
}

/** Brings the needs in line with people, sessions and shifts, and asks for what is sought. Safe to run twice. */
async function settle(deps: CoverDeps, activity: Activity, at: string): Promise<{ needs: number }> {
  if (activity.origin !== "alliance") return { needs: 0 };
  const [known, now] = await Promise.all([deps.covers.of(activity.id), wantedNow(deps, activity, at)]);
  const moves = known.flatMap((before) => {
    const after = reconcile(before, { ...now, at });
    return after === before ? [] : [{ before, after }];
  });
  const words = await wordsOf(
    deps,
    moves.map(({ before }) => before),
  );
  await writeMoves(deps, { activity, needs: known, moves, words, at });
  const ids = new Set<string>(known.map((need) => need.id));
  const fresh = [...now.wanted.values()].filter((need) => !ids.has(need.id));
  await inParallel(fresh, IN_FLIGHT, (need) => deps.covers.add(need));
  await coverRound(deps, activity.id, at, now.takingPart);
  return { needs: Cover.countsOf(await deps.covers.of(activity.id)).needs };
}

/**
 * Opens the arranging of covers: computes the needs and asks the first people. Safe to run twice.
 *
 * @param at - the stage's entered time, ISO-8601 UTC
 * @returns how many needs stand
 * @source docs/domain.md A7, lifecycle 2
 */
export const openCovers = settle;

/**
 * After a promotion, leave, a withdrawal, a rescheduling or a cancellation: voids what is needed no more and asks for what
 * is new.
 *
 * Before recruiting is over nothing is known yet, so nothing is done. Safe to run twice.
 * @param at - when it is computed, ISO-8601 UTC
 * @returns how many needs stand
 */
export async function recompute(deps: CoverDeps, activity: Activity, at: string): Promise<{ needs: number }> {
  const lifecycle = await deps.lifecycles.get(activity.id);
  if (lifecycle.status === "cancelled") await voidAll(deps, activity, "activityCancelled", at);
  if (isOver(lifecycle) || !outcomeOf(lifecycle, "Recruit")) return { needs: 0 };
  return settle(deps, activity, at);
}

/** Ends all covers of an activity, confirmed ones too, and tells whoever was asked or had agreed. Safe to run twice. */
export async function voidAll(deps: CoverDeps, activity: Activity, reason: Cover.Void, at: string): Promise<void> {
  const needs = await deps.covers.of(activity.id);
  const moves = needs.flatMap((before) => {
    const after = annul(before, { reason, at });
    return after === before ? [] : [{ before, after }];
  });
  if (moves.length === 0) return;
  const words = await wordsOf(
    deps,
    moves.map(({ before }) => before),
  );
  await writeMoves(deps, { activity, needs, moves, words, at });
  deps.wake();
}
