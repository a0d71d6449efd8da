import type { z } from "@hono/zod-openapi";
import { outcomeOfPair } from "@yigong/application/mentoring/count-mentoring.ts";
import { departmentsOf, type Sight } from "@yigong/application/mentoring/may-see.ts";
import type { MentoringDeps } from "@yigong/application/mentoring/mentoring-stores.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { Mentoring } from "@yigong/core/mentoring/index.ts";
import type { MentoringView } from "./mentoring.view.ts";

interface Seen {
  one: Mentoring.Info;
  sight: Sight;
}

/** The pairs that somebody arranges: of their department, all for the alliance's one person; those of party and masses for who counts. */
export async function arrangedPairs(
  deps: Pick<MentoringDeps, "mentorings" | "units">,
  memberId: string,
  counts: boolean,
): Promise<Seen[]> {
  const all = await deps.mentorings.all();
  const own = await departmentsOf(
    deps,
    memberId,
    all.flatMap(({ departmentId }) => departmentId ?? []),
  );
  const isMine = ({ departmentId }: Mentoring.Info) =>
    own === "all" || (departmentId !== undefined && own.includes(departmentId));
  const seen = all.filter((one) => isMine(one) || (counts && one.kind === "partyToMasses"));
  return seen.map((one) => ({ one, sight: own === "all" ? "officer" : "head" }));
}

/** Why a mentor ended it is for who arranges, not for the mentee. */
const toldTo = (one: Mentoring.Info, sight: Sight): Mentoring.Info => {
  if (sight !== "mentee" || !one.ended) return one;
  const { reason: _, ...ended } = one.ended;
  return { ...one, ended };
};

/** Pairs with names; what rankings say of the mentee is for who arranges. */
export async function showMentorings(
  deps: Pick<MentoringDeps, "mentorings" | "members" | "zone">,
  seen: readonly Seen[],
): Promise<z.output<typeof MentoringView>[]> {
  const ids = [...new Set(seen.flatMap(({ one }) => [one.mentorId, one.menteeId]))];
  const members = new Map((await deps.members.getMany(ids, recent)).map((member) => [member.id as string, member]));
  const person = (memberId: string) => ({
    memberId,
    name: members.get(memberId)?.name ?? "",
    employeeNumber: members.get(memberId)?.employeeNumber ?? "",
  });
  return Promise.all(
    seen.map(async ({ one, sight }) => {
      const isPair = sight === "mentor" || sight === "mentee";
      const outcome = isPair ? undefined : await outcomeOfPair(deps, one);
      const dueOn = Mentoring.dueOn(one, deps.zone);
      return {
        ...toldTo(one, sight),
        ...{ mentor: person(one.mentorId), mentee: person(one.menteeId), sight },
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(outcome ? { outcome } : {}),
      };
    }),
  );
}
