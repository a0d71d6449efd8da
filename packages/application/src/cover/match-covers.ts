import { expire } from "@yigong/core/cover/answer.ts";
import { isSought, planRound, take } from "@yigong/core/cover/round.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { deadlineOf, isOver, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { namesOf } from "./cover-names.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { findCoverers } from "./find-coverers.ts";
import { findParticipants, type Taking } from "./find-participants.ts";
import { writeMoves } from "./move-needs.ts";

/** The next common round; one effect however often it is written. */
const roundAt = (activityId: string, dueAt: string): Effect => ({
  kind: "cover.round",
  id: `cover.round:${activityId}:${dueAt}`,
  dueAt,
  activityId,
});

/**
 * Runs one round of matching: offers without an answer expire, and every need without a coverer is matched and offered.
 *
 * Safe to run twice and after a crash: each need is written under its optimistic lock, so a change in between wins, and
 * the next round is scheduled before.
 * @param at - the round's instant, ISO-8601 UTC
 * @param known - who takes part, when that was just read. It may be stale: accepting an offer checks again.
 * @source docs/domain.md A7
 */
export const matchCovers =
  (deps: CoverDeps) =>
  async (activityId: string, at: string, known?: Taking): Promise<void> => {
    const [activity, lifecycle] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
    if (isOver(lifecycle) || activity.origin !== "alliance") return;
    const needs = await deps.covers.of(activityId);
    const standing = needs.map((need) => expire(need, at));
    const sought = standing.filter((need) => isSought(need, at));
    const moving = sought.length > 0 || standing.some((need, index) => need !== needs[index] || need.status === "open");
    if (!moving) return;
    const taking = known ?? (await findParticipants(deps, activity, recent));
    const coverers = await findCoverers(deps, { activity, needs: sought, taking });
    const deadline = outcomeOf(lifecycle, "Cover") ? undefined : deadlineOf(lifecycle, "Cover");
    const { steps, nextAt } = planRound(needs, coverers, { at, zone: deps.zone, deadline });
    if (nextAt !== undefined) await deps.covers.schedule([roundAt(activityId, nextAt)], at);
    const asked = [...steps.values()].flatMap((step) => (step.kind === "offer" ? [step.memberId] : []));
    const names = await namesOf(
      deps,
      needs.filter((need) => steps.has(need.id)),
      asked,
    );
    const moves = needs.flatMap((before) => {
      const step = steps.get(before.id);
      return step ? [{ before, after: take(before, step, at) }] : [];
    });
    await writeMoves(deps, { activity, needs, moves, names, at });
    deps.wake();
  };
