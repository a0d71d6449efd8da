import { entryOf } from "@yigong/core/audit/audit.ts";
import { affiliationOn, type Info as Member } from "@yigong/core/member/member.ts";
import { Rank } from "@yigong/core/mentoring/index.ts";
import { mentoringRefusal } from "@yigong/core/mentoring/mentoring.refusals.ts";
import { lastDayOf } from "@yigong/core/performance/period.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { requireUnits } from "../organization/require-units.ts";
import { requireArranger } from "./may-see.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** A line of the company's list: employee number and rank. */
export interface RankedNumber {
  number: string;
  rank: number;
}

/**
 * Takes a department's own ranking, by employee numbers, all of it or none.
 *
 * @throws `mentoring.missing` for who does not arrange, `mentoring.unknown_numbers`, `mentoring.numbers_elsewhere`,
 * `mentoring.ranking_known`, those of `Rank.rank`
 * @source docs/domain.md W2, W3
 */
export const rankDepartment =
  (deps: MentoringDeps) =>
  async (
    writing: Rank.RankingWriting,
    lines: readonly RankedNumber[],
    { id, by, at }: Acting & { id: Rank.RankingId },
  ) => {
    await requireUnits(deps.units, { departmentId: writing.departmentId });
    await requireArranger(deps, by.actorId, writing.departmentId);
    const byNumber = new Map((await deps.members.all()).map((member) => [member.employeeNumber.toLowerCase(), member]));
    const known = lines.map(({ number, rank }) => ({ number, rank, member: byNumber.get(number.toLowerCase()) }));
    const unknown = known.filter(({ member }) => !member).map(({ number }) => number);
    if (unknown.length > 0) throw mentoringRefusal("mentoring.unknown_numbers", { numbers: unknown.join(", ") });
    const day = lastDayOf(writing.period);
    const wasThere = (member: Member) => affiliationOn(member, day).departmentId === writing.departmentId;
    const elsewhere = known.filter(({ member }) => member && !wasThere(member)).map(({ number }) => number);
    if (elsewhere.length > 0) throw mentoringRefusal("mentoring.numbers_elsewhere", { numbers: elsewhere.join(", ") });
    const rows = known.flatMap(({ member, rank }) => (member ? [{ memberId: member.id as string, rank }] : []));
    const ranking = Rank.rank(writing, rows, { id, by: by.actorId, at });
    const audit = [entryOf(deps.newId, { by, at, subjectId: id, action: "mentoring.rank" })];
    if (!(await deps.mentorings.rank(ranking, { audit }))) throw mentoringRefusal("mentoring.ranking_known");
    return ranking;
  };

/** Pairs that a ranking proposes: one of the last fifth for each of the first, in the order of the ranks. */
export function pairsOf(ranking: Rank.Ranking): { mentorId: string; menteeId: string }[] {
  const mentees = Rank.lastOf(ranking);
  return Rank.firstOf(ranking).flatMap((mentorId, at) => {
    const menteeId = mentees[at];
    return menteeId === undefined || menteeId === mentorId ? [] : [{ mentorId, menteeId }];
  });
}

/**
 * Takes a ranking out again, as one that was entered wrongly; a right one can then be entered.
 *
 * @throws `mentoring.ranking_missing`, `mentoring.missing` for who does not arrange, `mentoring.ranking_used`
 */
export const withdrawRanking =
  (deps: MentoringDeps) =>
  async (id: string, { by, at }: Acting): Promise<void> => {
    const ranking = await deps.mentorings.ranking(id);
    await requireArranger(deps, by.actorId, ranking.departmentId);
    const pairs = await deps.mentorings.all();
    if (pairs.some(({ rankingId }) => rankingId === id)) throw mentoringRefusal("mentoring.ranking_used");
    const audit = [entryOf(deps.newId, { by, at, subjectId: id, action: "mentoring.withdrawRanking" })];
    await deps.mentorings.withdraw(ranking, { audit }, at);
  };
