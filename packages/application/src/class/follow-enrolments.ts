import { instantOf } from "@yigong/core/lib/time.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { ClassDeps } from "./class-stores.ts";
import { movedUp } from "./enrol.ts";

/**
 * Frees the seats that somebody holds in sessions from the leaving date on. Safe to run twice.
 *
 * @param at - the clock's instant, ISO-8601 UTC
 */
export async function followEnrolments(
  deps: Pick<ClassDeps, "classes" | "enrolments" | "zone">,
  member: Member,
  at: string,
): Promise<void> {
  const { leftOn } = member;
  if (leftOn === undefined) return;
  const leaves = instantOf(leftOn, "00:00", deps.zone);
  for (const row of await deps.enrolments.rowsAfter(member.id, leaves < at ? leaves : at)) {
    if (!isActive(row) || isThere(member, row.startsAt, deps.zone)) continue;
    const one = await deps.classes.get(row.activityId);
    const { sessionId, number, state } = row;
    await deps.enrolments.vacate({
      ...{ activity: one, memberId: member.id, sessionId, zone: deps.zone },
      leaving: { by: "system", cause: "left", at },
      effects: () => (state === "placed" ? [movedUp(one, { sessionId, number, memberId: member.id, at })] : []),
    });
  }
}
