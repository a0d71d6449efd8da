import { dayOf } from "../lib/time.ts";
import { affiliationOn, isEmployedOn, type Info as Member, politicalStatusOn } from "../member/member.ts";
import type { Info as Shift } from "../shift/shift.ts";
import type * as Cover from "./cover.ts";
import type { Coverer, Interval } from "./fitness.ts";

type Hours = Pick<Cover.Info, "from" | "to" | "postId" | "coverableBy">;

/**
 * Who may be asked to cover: party members, volunteers or not, employed on those days, who take no part, not even in the
 * waiting list, and whose post fits one of the needs. People on leave are among them.
 *
 * @param takingPart - everybody with a place or one in the waiting list
 * @source docs/domain.md A7, Traps
 */
export function eligible(
  members: readonly Member[],
  needs: readonly Hours[],
  { takingPart, zone }: { takingPart: ReadonlySet<string>; zone: string },
): Member[] {
  const days = needs.map((need) => dayOf(need.from, zone)).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const posts = new Set(needs.flatMap((need) => [need.postId, ...need.coverableBy]));
  return members.filter((member) => {
    const { postId } = affiliationOn(member, first);
    return (
      postId !== undefined &&
      posts.has(postId) &&
      isEmployedOn(member, last) &&
      politicalStatusOn(member, first) === "partyMember" &&
      !takingPart.has(member.id)
    );
  });
}

/**
 * The coverers as a matching takes them, busy in their own shifts and covers.
 *
 * @param day - the local day whose affiliation counts
 */
export function coverersOf(
  members: readonly Member[],
  facts: {
    day: string;
    shifts: readonly Shift[];
    /** Covers that people agreed to, in whatever activity. */
    covers: ReadonlyMap<string, readonly Interval[]>;
    coversThisYear: ReadonlyMap<string, number>;
  },
): Coverer[] {
  const shifts = Map.groupBy(facts.shifts, (shift) => shift.memberId);
  return members.map((member) => {
    const { postId, departmentId, branchId } = affiliationOn(member, facts.day);
    const own = shifts.get(member.id)?.map(({ startsAt, endsAt }) => ({ from: startsAt, to: endsAt })) ?? [];
    return {
      memberId: member.id,
      post: postId ?? "",
      department: departmentId ?? "",
      branchId: branchId ?? "",
      coversThisYear: facts.coversThisYear.get(member.id) ?? 0,
      busy: [...own, ...(facts.covers.get(member.id) ?? [])],
    };
  });
}

/** Joins spans that share time or touch, oldest first: what has to be read of the shifts. */
export function joined(spans: readonly Interval[]): Interval[] {
  const result: { from: string; to: string }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)))) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else result.push({ from, to });
  }
  return result;
}
