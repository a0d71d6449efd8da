import { isPartyVolunteerOn } from "@yigong/core/member/member.ts";
import { type Mentoring, Rank } from "@yigong/core/mentoring/index.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

/** What mentoring came to in a year, in counts; nothing of fewer than five people. @source docs/domain.md W2–W4 */
export interface MentoringFigures {
  /** People who mentor by performance or sales, and their pairs. */
  mentors: number;
  pairs: number;
  /** Of the mentees of whom later rankings tell: how many left the last fifth. */
  mentees?: Rank.Counted;
  /** The same of those in the last fifth of the same rankings without a mentor: ranks drift to the middle by themselves. */
  control?: Rank.Counted;
  /** Party volunteers, those with a colleague, and the colleagues. */
  party: { volunteers: number; paired: number; colleagues: number };
}

/** Rankings of the same department and measure after one, in their order. */
const laterOf = (all: readonly Rank.Ranking[], one: Rank.Ranking): Rank.Ranking[] =>
  all.filter(
    ({ departmentId, metric, period }) =>
      departmentId === one.departmentId &&
      metric === one.metric &&
      period.length === one.period.length &&
      period > one.period,
  );

/** @param year - the local year in which pairs began */
export const mentoringFigures =
  ({ mentorings, members }: Pick<MentoringDeps, "mentorings" | "members">) =>
  async (year: number): Promise<MentoringFigures> => {
    const [pairs, rankings, people] = await Promise.all([mentorings.all(), mentorings.rankings(), members.all()]);
    const begun = pairs.filter(({ from }) => from?.startsWith(`${year}-`));
    const ranked = begun.filter(({ kind }) => kind === "performer" || kind === "sales");
    const byId = new Map(rankings.map((ranking) => [ranking.id as string, ranking]));
    const used = new Map(
      ranked.flatMap(({ rankingId }) =>
        rankingId && byId.has(rankingId) ? [[rankingId, byId.get(rankingId)]] : [],
      ) as [string, Rank.Ranking][],
    );
    const outcome = (ranking: Rank.Ranking | undefined, memberId: string) =>
      ranking && Rank.outcomeOf(ranking, laterOf(rankings, ranking), memberId);
    const mentored = new Set(ranked.map(({ rankingId, menteeId }) => `${rankingId} ${menteeId}`));
    const mentees = Rank.countOutcomes(
      ranked.map(({ rankingId, menteeId }) => outcome(used.get(rankingId ?? ""), menteeId)),
    );
    const control = Rank.countOutcomes(
      [...used.values()].flatMap((ranking) =>
        Rank.lastOf(ranking).flatMap((memberId) =>
          mentored.has(`${ranking.id} ${memberId}`) ? [] : [outcome(ranking, memberId)],
        ),
      ),
    );
    const party = begun.filter(({ kind }) => kind === "partyToMasses");
    const lastDay = `${year}-12-31`;
    return {
      mentors: new Set(ranked.map(({ mentorId }) => mentorId)).size,
      pairs: ranked.length,
      ...(mentees ? { mentees } : {}),
      ...(control ? { control } : {}),
      party: {
        volunteers: people.filter((member) => isPartyVolunteerOn(member, lastDay)).length,
        paired: new Set(party.map(({ mentorId }) => mentorId)).size,
        colleagues: new Set(party.map(({ menteeId }) => menteeId)).size,
      },
    };
  };

/** What became of a mentee, by later rankings; undefined until one tells. */
export async function outcomeOfPair(
  { mentorings }: Pick<MentoringDeps, "mentorings">,
  { rankingId, menteeId }: Mentoring.Info,
): Promise<Rank.Outcome | undefined> {
  if (rankingId === undefined) return undefined;
  const [ranking, all] = await Promise.all([mentorings.ranking(rankingId), mentorings.rankings()]);
  return Rank.outcomeOf(ranking, laterOf(all, ranking), menteeId);
}
