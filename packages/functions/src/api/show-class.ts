import type { z } from "@hono/zod-openapi";
import type { ClassDeps } from "@yigong/application/class/class-stores.ts";
import { TrainingClass } from "@yigong/core/class/index.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { countsOf } from "@yigong/core/participation/line.ts";
import type { Actor, Subject } from "@yigong/core/permission/policy.ts";
import type { ClassView } from "./class.view.ts";

/** What a class is about, as far as permission depends on it: its team, and the actor as long as they teach it. */
export const classSubject = (
  { course, trainerIds }: TrainingClass.Info,
  { memberId }: Pick<Actor, "memberId">,
): Subject => ({
  teamIds: course.teamId ? [course.teamId] : [],
  ...(trainerIds.includes(memberId) ? { ownerId: memberId } : {}),
});

const stateOf = (one: TrainingClass.Info, at: string): z.output<typeof ClassView>["state"] => {
  if (one.cancelled) return "cancelled";
  if (one.closed) return "closed";
  if (TrainingClass.endOf(one) <= at) return "over";
  return TrainingClass.startOf(one) <= at ? "going" : "planned";
};

/** Classes with names and counts of seats. */
export async function showClasses(
  { members, enrolments }: Pick<ClassDeps, "members" | "enrolments">,
  found: readonly TrainingClass.Info[],
  at: string,
): Promise<z.output<typeof ClassView>[]> {
  const ids = [...new Set(found.flatMap(({ trainerIds }) => trainerIds))];
  const [people, lines] = await Promise.all([
    members.getMany(ids, recent),
    Promise.all(found.map((one) => enrolments.lines(one, recent))),
  ]);
  const known = new Map(people.map((member) => [member.id as string, member]));
  return found.map((one, index) => ({
    ...one,
    state: stateOf(one, at),
    trainers: one.trainerIds.map((memberId) => ({
      memberId,
      name: known.get(memberId)?.name ?? "",
      employeeNumber: known.get(memberId)?.employeeNumber ?? "",
    })),
    sessions: one.sessions.map(({ positions: [position], ...session }) => {
      const { placed, waiting } = countsOf(
        lines[index]?.get(position?.id ?? "") ?? { active: 0 },
        position?.headCount ?? 0,
      );
      return { ...session, seats: position?.headCount ?? 0, placed, waiting };
    }),
    startsAt: TrainingClass.startOf(one),
    endsAt: TrainingClass.endOf(one),
  }));
}
