import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isPartyVolunteerOn } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import { chunksOf } from "../lib/parallel.ts";
import { tell } from "../lifecycle/effects.ts";

const TOLD_AT_ONCE = 100;

/** Invites the party volunteers of the teams that the alliance granted; they are asked, not obliged. @source docs/domain.md A9 */
export const inviteGranted =
  (deps: { proposals: Proposals; members: Members; zone: string; nameOf: (memberId: string) => Promise<string> }) =>
  async (activity: Activity, at: string): Promise<Effect[]> => {
    if (activity.origin === "alliance") return [];
    const proposal = await deps.proposals.get(activity.id);
    const teamIds = proposal.state === "approved" ? (proposal.grants.volunteerTeamIds ?? []) : [];
    if (teamIds.length === 0) return [];
    const day = dayOf(at, deps.zone);
    const invited = (await deps.members.all()).filter(
      (member) => isPartyVolunteerOn(member, day) && member.teamIds.some((teamId) => teamIds.includes(teamId)),
    );
    const { place, recruitUntil } = activity;
    const params = {
      organizer: await deps.nameOf(activity.organizerId),
      startsAt: startOf(activity),
      place,
      recruitUntilAt: recruitUntil,
    };
    return chunksOf(invited, TOLD_AT_ONCE).map((members, part) => {
      const to = { kind: "members" as const, memberIds: members.map(({ id }) => id as string) };
      return tell({ activity, template: "support.invited", to, dueAt: at, cause: String(part) }, params);
    });
  };
