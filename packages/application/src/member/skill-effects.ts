import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { dayOf, instantOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import { warningsOf } from "@yigong/core/member/skills.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";

const MORNING = "09:00";

/** What a new last day of a skill causes: its holder is told 60, 30 and 7 days before, if it is still that day. */
export function skillEffects(
  before: Pick<Member, "skillsUntil"> | undefined,
  after: Member,
  at: string,
  zone: string,
): Effect[] {
  const changed = Object.entries(after.skillsUntil ?? {}).filter(
    ([skill, until]) => before?.skillsUntil?.[skill] !== until,
  );
  if (changed.length === 0) return [];
  const today = dayOf(at, zone);
  return changed.flatMap(([skill, until]) =>
    warningsOf({ skill, until }, today, zone).map(
      ({ daysAhead, day }): Effect => ({
        kind: "member.skillEnds",
        id: `member.skillEnds:${after.id}:${skill}:${until}:${daysAhead}`,
        dueAt: instantOf(day, MORNING, zone),
        memberId: after.id,
        skill,
        until,
      }),
    ),
  );
}

export interface SkillDeps {
  members: Pick<Members, "getMany">;
  outbox: Pick<OutboxRows, "add">;
  /** The next class that gives a skill. */
  renewalOf: (skill: string, at: string) => Promise<{ classId: string; title: string; startsAt: string } | undefined>;
  zone: string;
  now: () => string;
}

/** Tells somebody that a skill is about to end, as long as the roster says so. Safe to run twice. */
export async function warnOfSkill(
  { members, outbox, renewalOf, zone, now }: SkillDeps,
  { id, memberId, skill, until, dueAt }: EffectOf<"member.skillEnds">,
): Promise<void> {
  const [member] = await members.getMany([memberId]);
  const today = dayOf(now(), zone);
  if (!member?.skills.includes(skill) || member.skillsUntil?.[skill] !== until) return;
  if (!isEmployedOn(member, today) || today > until) return;
  const to = { kind: "members" as const, memberIds: [memberId] };
  const renewal = await renewalOf(skill, now());
  const said = { to, dueAt, cause: id };
  const told = renewal
    ? tell({
        ...{ ...said, template: "member.skillRenews", page: PAGE.class(renewal.classId) },
        params: { skill, day: until, title: renewal.title, startsAt: renewal.startsAt },
      })
    : tell({ ...said, template: "member.skillEnds", params: { skill, day: until } });
  await outbox.add([told], now());
}
