import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import * as Helper from "@yigong/core/helper/helper.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isPartyVolunteerOn } from "@yigong/core/member/member.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Proposals } from "@yigong/core/proposal/proposal.store.ts";
import { ledTeams } from "../helper/team-people.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";

const TOLD_AT_ONCE = 100;

/** Opens the activity to the teams that were granted, unless it is open to everybody anyhow. Safe to run twice. */
async function admit(lifecycles: Lifecycles, { id }: Activity, teamIds: readonly string[], at: string): Promise<void> {
  await lifecycles.changeActivity(id, at, (both) => {
    const { branchIds, teamIds: known } = both.activity.audience;
    const missing = teamIds
      .filter((teamId) => !known.includes(UnitId.parse(teamId)))
      .map((teamId) => UnitId.parse(teamId));
    if (missing.length === 0 || branchIds.length + known.length === 0) return both;
    return { ...both, activity: { ...both.activity, audience: { branchIds, teamIds: [...known, ...missing] } } };
  });
}

interface Deps {
  lifecycles: Lifecycles;
  proposals: Proposals;
  members: Members;
  zone: string;
  nameOf: (memberId: string) => Promise<string>;
}

/**
 * Asks the leads of the teams that the alliance granted for people; those whom they name are invited. Where nobody leads a team,
 * its party volunteers are invited at once. Nobody is obliged.
 *
 * @source docs/domain.md A9
 */
export const inviteGranted =
  (deps: Deps) =>
  async (activity: Activity, at: string): Promise<Effect[]> => {
    if (activity.origin === "alliance") return [];
    const proposal = await deps.proposals.get(activity.id);
    const asked = Helper.begin(proposal);
    if (!asked) return [];
    const teamIds = asked.teams.map(({ teamId }) => teamId);
    await admit(deps.lifecycles, activity, teamIds, at);
    const led = await ledTeams(deps, teamIds, at);
    const { place, recruitUntil: recruitUntilAt } = activity;
    const when = { startsAt: startOf(activity), place, recruitUntilAt };
    const leads = [...led].map((unitId) => {
      const to = { kind: "role" as const, role: "teamLead", unitId };
      const params = { ...when, count: String(asked.headCount) };
      return tell({ activity, template: "support.asked", to, dueAt: at, cause: unitId }, params);
    });
    const unled = teamIds.filter((teamId) => !led.has(teamId));
    return [...leads, ...(unled.length === 0 ? [] : await invitations(deps, activity, { teamIds: unled, at, when }))];
  };

interface Inviting {
  teamIds: readonly string[];
  at: string;
  when: { startsAt: string; place: string; recruitUntilAt: string };
}

/** To all party volunteers of these teams, a hundred a message. */
async function invitations(deps: Deps, activity: Activity, { teamIds, at, when }: Inviting): Promise<Effect[]> {
  const day = dayOf(at, deps.zone);
  const invited = (await deps.members.all()).filter(
    (member) => isPartyVolunteerOn(member, day) && member.teamIds.some((teamId) => teamIds.includes(teamId)),
  );
  const params = { ...when, organizer: await deps.nameOf(activity.organizerId) };
  return chunksOf(invited, TOLD_AT_ONCE).map((members, part) => {
    const to = { kind: "members" as const, memberIds: members.map(({ id }) => id as string) };
    return tell({ activity, template: "support.invited", to, dueAt: at, cause: String(part) }, params);
  });
}
