import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { instantOf } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import { type Info, isActive } from "@yigong/core/participation/participation.ts";
import { people, tell } from "../lifecycle/lifecycle-effects.ts";
import { effectsOfLeaving, wordsOf } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

export type LeaverDeps = Pick<ParticipationDeps, "activities" | "participations" | "zone"> & {
  lifecycles: Pick<Lifecycles, "get">;
  outbox: Pick<OutboxRows, "add">;
};

/** Brings covers in line with who serves now. */
export const followEffect = (activityId: string, cause: string, at: string): Effect => ({
  kind: "activity.follow",
  id: `follow:${activityId}:${cause}`,
  dueAt: at,
  activityId,
});

const toldOrganizer = (activity: Activity, member: Member, { startsAt }: Info, at: string): Effect =>
  tell(
    {
      activity,
      template: "participation.left",
      to: people(activity, "organizer"),
      dueAt: at,
      cause: `left.${member.id}.${member.leftOn}`,
    },
    { name: member.name, leftOn: member.leftOn ?? "", startsAt },
  );

async function vacated(deps: LeaverDeps, activity: Activity, { member, row, at }: One): Promise<void> {
  await deps.participations.vacate({
    activity,
    memberId: member.id,
    sessionId: row.sessionId,
    leaving: { by: "system", cause: "left", at },
    zone: deps.zone,
    effects: (moved) =>
      moved.left.length === 0
        ? []
        : [...effectsOfLeaving(activity, moved, at), toldOrganizer(activity, member, row, at)],
  });
}

async function regained(deps: LeaverDeps, activity: Activity, { member, row, at }: One): Promise<void> {
  const { sessionId } = row;
  const back = await deps.participations.regain({ activity, memberId: member.id, sessionId, at });
  if (!back) return;
  const cause = `${member.id}.${sessionId}.${back.number}.${member.version}`;
  const { place, ...words } = wordsOf(activity, back.positionId);
  const to = { kind: "members" as const, memberIds: [member.id] };
  const about = { activity, to, dueAt: at, cause };
  const told =
    back.state === "placed"
      ? tell({ ...about, template: "participation.regained" }, { ...words, place })
      : tell({ ...about, template: "participation.notRegained" }, words);
  await deps.outbox.add([told, followEffect(activity.id, `back.${cause}`, at)], at);
}

interface One {
  member: Member;
  row: Info;
  at: string;
}

/**
 * Frees the places that somebody holds in sessions from the leaving date on, and gives back those that were freed for a
 * date that is no longer true, before the session begins.
 *
 * What they did before they leave stays, and so does everything of activities that are over. Safe to run twice.
 * @param at - the clock's instant, ISO-8601 UTC
 */
export async function followPlaces(deps: LeaverDeps, member: Member, at: string): Promise<void> {
  const { leftOn } = member;
  const leaves = leftOn === undefined ? at : instantOf(leftOn, "00:00", deps.zone);
  for (const row of await deps.participations.rowsAfter(member.id, leaves < at ? leaves : at)) {
    const stays = isThere(member, row.startsAt, deps.zone);
    const isLost = row.state === "withdrawn" && row.cause === "left" && at < row.startsAt;
    if (stays ? !isLost : !isActive(row)) continue;
    if (isOver(await deps.lifecycles.get(row.activityId))) continue;
    const activity = await deps.activities.get(row.activityId);
    await (stays ? regained : vacated)(deps, activity, { member, row, at });
  }
}
