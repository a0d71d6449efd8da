import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn, isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import { Mentoring } from "@yigong/core/mentoring/index.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

/**
 * Ends the pairs of somebody who has left, and those by rank of who is in another department now. Safe to run twice.
 *
 * @param at - the clock's instant, ISO-8601 UTC
 */
export async function followMentorings(
  { mentorings, zone }: Pick<MentoringDeps, "mentorings" | "zone">,
  member: Member,
  at: string,
): Promise<void> {
  const day = dayOf(at, zone);
  const department = affiliationOn(member, day).departmentId;
  const hasLeft = !isEmployedOn(member, day);
  for (const one of (await mentorings.openOf(member.id)).filter(Mentoring.isOpen)) {
    const hasMoved = one.rankingId !== undefined && one.departmentId !== department;
    if (!hasLeft && !hasMoved) continue;
    await mentorings.change(one.id, at, (held) => ({
      item:
        held.state === "going"
          ? Mentoring.end(held, { by: "system", at, why: hasLeft ? "left" : "moved" })
          : Mentoring.isOpen(held)
            ? { ...held, state: "declined" }
            : held,
    }));
  }
}
