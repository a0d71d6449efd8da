import { instantOf, plusDays } from "@yigong/core/lib/time.ts";
import { Mentoring } from "@yigong/core/mentoring/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { nameOf } from "../lib/name-of.ts";
import { tellOf } from "./change-mentoring.ts";
import { followMentorings } from "./follow-mentorings.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

export interface RemindDeps extends Pick<MentoringDeps, "mentorings" | "members" | "units" | "zone"> {
  outbox: Pick<OutboxRows, "add">;
  now: () => string;
}

const ROUND_DAYS = 7;
const LAST_ROUND = 2;
const MORNING = "09:00";

/**
 * Reminds of a meeting that is due: the mentor, a week later the head of the department, two weeks later the alliance's one
 * person. Safe to run twice.
 */
export async function remindMentoring(
  deps: RemindDeps,
  { mentoringId, dueOn, round }: EffectOf<"mentoring.remind">,
): Promise<void> {
  const at = deps.now();
  const { mentorId, menteeId } = await deps.mentorings.get(mentoringId);
  // Whoever is in another department by now is not helped in this one any more.
  for (const member of await deps.members.getMany([mentorId, menteeId])) await followMentorings(deps, member, at);
  const one = await deps.mentorings.get(mentoringId);
  if (Mentoring.dueOn(one, deps.zone) !== dueOn) return;
  const name = await nameOf(deps, [one.mentorId, one.menteeId]);
  const said = { cause: `due.${dueOn}.${round}`, at };
  const params = { mentor: name(one.mentorId), day: dueOn };
  const to = await toldIn(deps, one, round);
  const told =
    to === undefined
      ? []
      : round === 0
        ? [tellOf(one, { ...said, to, template: "mentoring.due", params: { name: name(one.menteeId), day: dueOn } })]
        : [tellOf(one, { ...said, to, template: round === 1 ? "mentoring.overdue" : "mentoring.forgotten", params })];
  const next = round + 1;
  const dueAt = plusDays(instantOf(dueOn, MORNING, deps.zone), next * ROUND_DAYS, deps.zone);
  const again =
    next > LAST_ROUND
      ? []
      : [
          {
            kind: "mentoring.remind" as const,
            id: `mentoring.remind:${one.id}:${dueOn}:${next}`,
            dueAt,
            mentoringId,
            dueOn,
            round: next,
          },
        ];
  await deps.outbox.add([...told, ...again], at);
}

async function toldIn(
  { units, mentorings }: RemindDeps,
  one: Mentoring.Info,
  round: number,
): Promise<string | undefined> {
  if (round === 0) return one.mentorId;
  if (round >= LAST_ROUND) return mentorings.officer();
  const [unit] = one.departmentId === undefined ? [] : await units.getMany([one.departmentId]);
  return (unit && "headId" in unit ? unit.headId : undefined) ?? mentorings.officer();
}

/** Ends a pair whose term is over, unless it was made longer. Safe to run twice. */
export async function endByTerm(deps: RemindDeps, { mentoringId, until }: EffectOf<"mentoring.end">): Promise<void> {
  const at = deps.now();
  await deps.mentorings.change(mentoringId, at, (one) => ({
    item: one.until === until ? Mentoring.end(one, { by: "system", at, why: "term" }) : one,
  }));
}
