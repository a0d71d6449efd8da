import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { endingsText, lacking } from "@yigong/core/member/skills.ts";
import { tell } from "@yigong/core/message/message.ts";
import { type Info, isActive } from "@yigong/core/participation/participation.ts";
import { wordsOf } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

const IN_FLIGHT = 8;

/**
 * Looks again, when places are given out, at what positions ask for: whoever will not have a skill on the day of the session
 * any more is not placed, and is told why. Safe to run twice.
 *
 * @returns how many places were refused
 * @source docs/domain.md A6, "Decision, skills"
 */
export async function refuseSkillLess(
  deps: Pick<ParticipationDeps, "participations" | "members" | "units" | "zone">,
  activity: Activity,
  at: string,
): Promise<number> {
  const required = new Map(
    activity.sessions.flatMap(({ startsAt, positions }) =>
      positions
        .filter(({ requiredSkills }) => requiredSkills.length > 0)
        .map(({ id, requiredSkills }) => [id as string, { requiredSkills, day: dayOf(startsAt, deps.zone) }] as const),
    ),
  );
  if (required.size === 0) return 0;
  const rows = (await deps.participations.of(activity)).filter((row) => isActive(row) && required.has(row.positionId));
  if (rows.length === 0) return 0;
  const lacks = await lackingOf(deps, rows);
  const refused = rows.flatMap((row) => {
    const asked = required.get(row.positionId);
    const reason = asked && lacks(row.memberId, asked.requiredSkills, asked.day);
    return reason ? [{ row, reason }] : [];
  });
  await inParallel(refused, IN_FLIGHT, ({ row, reason }) => refuse(deps, activity, { row, reason, at }));
  return refused.length;
}

async function lackingOf(deps: Pick<ParticipationDeps, "members" | "units">, rows: readonly Info[]) {
  const members = await deps.members.getMany([...new Set(rows.map(({ memberId }) => memberId))]);
  const units = await deps.units.getMany([...new Set(members.flatMap(({ teamIds }) => teamIds))]);
  const byTeam = new Map(units.map((unit) => [unit.id as string, unit.kind === "team" ? unit.skills : []]));
  const byId = new Map(members.map((member) => [member.id as string, member]));
  return (memberId: string, required: readonly string[], day: string): string | undefined => {
    const member = byId.get(memberId);
    if (!member) return undefined;
    const ofTeams = new Set(member.teamIds.flatMap((id) => byTeam.get(id) ?? []));
    const own = { skills: new Set([...member.skills, ...ofTeams]), ofTeams, skillsUntil: member.skillsUntil };
    const { missing, expired } = lacking(required, own, day);
    return [...missing, endingsText(expired)].filter(Boolean).join(", ") || undefined;
  };
}

async function refuse(
  deps: Pick<ParticipationDeps, "participations" | "zone">,
  activity: Activity,
  { row, reason, at }: { row: Info; reason: string; at: string },
): Promise<void> {
  const { memberId, sessionId, positionId, number } = row;
  const { title, position, startsAt } = wordsOf(activity, positionId);
  await deps.participations.vacate({
    activity,
    memberId,
    sessionId,
    leaving: { by: "system", cause: "skill", reason, at },
    zone: deps.zone,
    effects: ({ left }) =>
      left.length === 0
        ? []
        : [
            tell({
              template: "participation.skillLacks",
              params: { title, position, startsAt, skills: reason },
              to: { kind: "members", memberIds: [memberId] },
              cause: `${activity.id}.${sessionId}.${memberId}.${number}`,
              dueAt: at,
              activityId: activity.id,
            }),
          ],
  });
}
