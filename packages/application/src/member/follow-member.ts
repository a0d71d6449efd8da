import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { instantOf, plusHours } from "@yigong/core/lib/time.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import { type ExcuseDeps, excuseLeaver } from "../attendance/excuse-leaver.ts";
import { followEnrolments } from "../class/follow-enrolments.ts";
import { lapseLeave } from "../leave/lapse-leaves.ts";
import { followMentorings } from "../mentoring/follow-mentorings.ts";
import { followEffect, followPlaces, type LeaverDeps } from "../participation/follow-leaver.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";

export type FollowDeps = LeaverDeps &
  ExcuseDeps &
  Omit<ParticipationDeps, "enrolments"> &
  Parameters<typeof followMentorings>[0] &
  Parameters<typeof followEnrolments>[0] & { activities: Activities; covers: Pick<Covers, "ofMember"> };

/** What a change of the leaving date causes; nothing when it is the same. */
export const leavingEffects = (before: Pick<Member, "leftOn">, after: Member | undefined, at: string): Effect[] =>
  after === undefined || before.leftOn === after.leftOn
    ? []
    : [
        {
          kind: "member.follow",
          id: `member.follow:${after.id}:${after.version}.${after.leftOn ?? "stays"}`,
          dueAt: at,
          memberId: after.id,
        },
      ];

const MOST_COVERS = 200;
/** The longest time between an activity's sessions. */
const LONGEST_HOURS = 31 * 24;

/** Covers that somebody agreed to and will not be there for are asked for again, by the activity that needs them. */
async function followCovers(deps: FollowDeps, member: Member, at: string): Promise<void> {
  const { items } = await deps.covers.ofMember(member.id, { limit: MOST_COVERS });
  const lost = items.filter(({ from }) => from > at && !isThere(member, from, deps.zone));
  const activityIds = [...new Set(lost.map(({ activityId }) => activityId))];
  const cause = `left.${member.id}.${member.leftOn}`;
  await deps.outbox.add(
    activityIds.map((activityId) => followEffect(activityId, cause, at)),
    at,
  );
}

/** Ends requests for leave and excuses absences, in the activities that are not over. */
async function followDuties(deps: FollowDeps, member: Member, at: string): Promise<void> {
  if (member.leftOn === undefined) return;
  const from = plusHours(instantOf(member.leftOn, "00:00", deps.zone), -LONGEST_HOURS);
  let cursor: string | undefined;
  do {
    const page = await deps.activities.startingBetween({ from, to: "9999" }, { limit: 100, cursor });
    for (const activity of page.items) {
      if (activity.origin !== "alliance" || isOver(await deps.lifecycles.get(activity.id))) continue;
      if (!isThere(member, startOf(activity), deps.zone)) await lapseLeave(deps, activity, member, at);
      await excuseLeaver(deps, activity, member, at);
    }
    cursor = page.cursor;
  } while (cursor);
}

/**
 * Brings places, covers, leave and absences in line with when somebody leaves, or with their staying after all.
 *
 * It depends on the rows only, so it is safe to run twice, late, and after another change.
 * @param at - the clock's instant, ISO-8601 UTC
 * @source docs/domain.md O1, A5
 */
export const followMember =
  (deps: FollowDeps) =>
  async (memberId: string, at: string): Promise<void> => {
    const [member] = await deps.members.getMany([memberId]);
    if (!member) return;
    await followPlaces(deps, member, at);
    await followEnrolments(deps, member, at);
    await followMentorings(deps, member, at);
    await followCovers(deps, member, at);
    await followDuties(deps, member, at);
    deps.wake();
  };
