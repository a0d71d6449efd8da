import { type Info as Activity, heldSessions } from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { computeNeeds, reconcile } from "@yigong/core/cover/needs.ts";
import { joined } from "@yigong/core/cover/pool.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { findParticipants } from "./find-participants.ts";
import { matchCovers } from "./match-covers.ts";
import { moveNeeds } from "./move-needs.ts";

const IN_FLIGHT = 8;

/** The needs that follow from participants and shifts as they are now. */
async function wantedNow(deps: CoverDeps, activity: Activity, at: string) {
  const { participations, placed, takingPart, released } = await findParticipants(deps, activity);
  const spans = joined(heldSessions(activity).map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })));
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
  return { wanted: new Map<string, Cover.Open>(needs.map((need) => [need.id, need])), placed, takingPart, released };
}

/** Whether coverers are employed on the day of the shift, by the roster as it is now. */
async function employment(deps: CoverDeps, needs: readonly Cover.Info[]) {
  const ids = new Set(needs.flatMap((need) => Cover.covererOf(need) ?? []));
  const members = new Map((await deps.members.getMany([...ids])).map((member) => [member.id as string, member]));
  return (memberId: string, need: Cover.Info) => isThere(members.get(memberId), need.from, deps.zone);
}

/**
 * Brings the needs for cover in line with participants, sessions and shifts, and asks for what is new.
 *
 * Safe to run twice.
 * @param at - when it is computed, ISO-8601 UTC
 * @returns how many needs stand
 */
export async function settleNeeds(deps: CoverDeps, activity: Activity, at: string): Promise<{ needs: number }> {
  if (activity.origin !== "alliance") return { needs: 0 };
  const [known, now] = await Promise.all([deps.covers.of(activity.id), wantedNow(deps, activity, at)]);
  const there = await employment(deps, known);
  await moveNeeds(deps, { activity, needs: known, at }, (need) => reconcile(need, { ...now, isThere: there, at }));
  const ids = new Set<string>(known.map((need) => need.id));
  const fresh = [...now.wanted.values()].filter((need) => !ids.has(need.id));
  await inParallel(fresh, IN_FLIGHT, (need) => deps.covers.add(need, at));
  await matchCovers(deps)(activity.id, at, now);
  return { needs: Cover.countsOf(await deps.covers.of(activity.id)).needs };
}
