import type { Members } from "@yigong/core/member/member.store.ts";
import { isVolunteerOn, type Info as Member, politicalStatusOn } from "@yigong/core/member/member.ts";
import { type Comparison, compare } from "@yigong/core/performance/comparison.ts";
import type { Performance } from "@yigong/core/performance/index.ts";
import { performanceRefusal } from "@yigong/core/performance/performance.refusals.ts";
import type { Performances } from "@yigong/core/performance/performance.store.ts";
import { lastDayOf } from "@yigong/core/performance/period.ts";

export interface CompareDeps {
  performances: Pick<Performances, "of">;
  members: Pick<Members, "getMany">;
}

/** Whom the others of the same post are compared with. */
export type Group = "party" | "volunteers";

export interface GroupCompared {
  group: Group;
  results: Comparison;
  /** The same before the programme, of those of whom it is known; nobody is in it when nothing is known. */
  start: Comparison;
}

const IS_IN: Record<Group, (member: Member, day: string) => boolean> = {
  party: (member, day) => politicalStatusOn(member, day) === "partyMember",
  volunteers: isVolunteerOn,
};

/**
 * Compares party members, and volunteers, with their colleagues of the same post, by what they were on the last day of the
 * period; who was a volunteer until they left in it counts as one.
 *
 * @throws `performance.missing` when there are no results
 * @source docs/domain.md T7
 */
export const comparePerformance =
  ({ performances, members }: CompareDeps) =>
  async (set: Performance.Scope): Promise<{ people: number; groups: GroupCompared[] }> => {
    const results = await performances.of(set);
    if (results.length === 0) throw performanceRefusal("performance.missing");
    const people = await members.getMany([...new Set(results.map(({ memberId }) => memberId))]);
    const known = new Map(people.map((member) => [member.id as string, member]));
    const day = lastDayOf(set.period);
    const of = (group: Group, value: (one: Performance.Info) => number | undefined): Comparison =>
      compare(
        results.flatMap((one) => {
          const [attainment, member] = [value(one), known.get(one.memberId)];
          if (attainment === undefined || !member) return [];
          const asOf = member.leftOn !== undefined && member.leftOn <= day ? { ...member, leftOn: undefined } : member;
          return [{ postId: one.postId, attainment, isInGroup: IS_IN[group](asOf as Member, day) }];
        }),
      );
    const groups = (["party", "volunteers"] as const).map((group) => ({
      group,
      results: of(group, ({ attainment }) => attainment),
      start: of(group, ({ start }) => start),
    }));
    return { people: results.length, groups };
  };
