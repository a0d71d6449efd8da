import { z } from "@hono/zod-openapi";
import { Mentoring, Rank } from "@yigong/core/mentoring/index.ts";

const Person = z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() });

/** What later rankings say of a mentee. */
const Outcome = z.object({ leftLast: z.boolean(), startRank: z.int(), endRank: z.int(), percentileChange: z.int() });

/** A pair, for those who may see it. */
export const MentoringView = Mentoring.Info.extend({
  mentor: Person,
  mentee: Person,
  dueOn: z.string().optional(),
  outcome: Outcome.optional(),
  sight: z.enum(["mentor", "mentee", "head", "officer"]),
}).openapi("Mentoring");

/** One's own pairs: nothing of ranks is in them. */
export const OwnMentorings = z
  .object({ items: z.array(MentoringView.omit({ outcome: true, rankingId: true, help: true })) })
  .openapi("OwnMentorings");

export const MentoringList = z.object({ items: z.array(MentoringView) }).openapi("Mentorings");

/** A ranking in a list: how many, not who. */
export const RankingListed = Rank.Ranking.omit({ rows: true, createdBy: true })
  .extend({ department: z.string(), people: z.int() })
  .openapi("ListedRanking");

/** A ranking with who is first and last, and the pairs that it proposes. */
export const RankingView = RankingListed.extend({
  rows: z.array(Person.extend({ rank: z.int(), band: z.enum(["first", "last"]).optional() })),
  pairs: z.array(z.object({ mentor: Person, mentee: Person })),
}).openapi("Ranking");

const Counted = z.object({ people: z.int(), leftLast: z.int() });
export const MentoringFiguresView = z
  .object({
    year: z.int(),
    mentors: z.int(),
    pairs: z.int(),
    mentees: Counted.optional(),
    control: Counted.optional(),
    party: z.object({ volunteers: z.int(), paired: z.int(), colleagues: z.int() }),
  })
  .openapi("MentoringFigures");
