import { z } from "@hono/zod-openapi";
import { Programme, Rating } from "@yigong/core/growth/index.ts";
import { Bin, FormResults, OpenedForm } from "./form.view.ts";
import { Compared } from "./performance.view.ts";

const Count = z.int().nonnegative();
const Span = z.object({ from: z.string(), until: z.string() });

/** A programme in a list. */
export const ListedProgramme = z
  .object({
    id: Programme.Id,
    title: z.string(),
    from: z.string(),
    until: z.string(),
    skills: z.array(z.string()),
    people: Count,
    trainerIds: z.array(z.string()),
  })
  .openapi("ListedProgramme");

/** A programme with the days in which people are rated and marked. */
export const ProgrammeView = Programme.Info.extend({
  /** Everybody above, by name. */
  people: z.array(z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() })),
  windows: z.object({ before: Span, after: Span, behaviour: Span.extend({ markedUntil: z.string() }) }),
}).openapi("Programme");

const Levels = z.record(z.string(), z.int());
const BothLevels = z.object({ before: Levels.optional(), after: Levels.optional() });

/** A programme as somebody sees it who takes part, or trains: their own levels, and those that they gave. */
export const OwnProgramme = z
  .object({
    id: Programme.Id,
    title: z.string(),
    about: z.string(),
    from: z.string(),
    until: z.string(),
    skills: z.array(z.string()),
    /** What is asked now. */
    phase: Rating.Phase.optional(),
    /** ISO-8601 UTC. */
    phaseUntil: z.string().optional(),
    windows: z.object({ before: Span, after: Span }),
    /** Of who takes part: what they said, and what the trainers said of them. */
    own: z.object({ self: BothLevels, trainer: BothLevels }).optional(),
    /** For trainers: what was said of each. */
    people: z.array(z.object({ memberId: z.string(), name: z.string(), trainer: BothLevels })).optional(),
  })
  .openapi("OwnProgramme");

const SkillChange = z.object({
  skill: z.string(),
  rater: Rating.Rater,
  pairs: Count.optional(),
  means: z.object({ before: z.string(), after: z.string(), change: z.string() }).optional(),
  before: z.array(Bin).optional(),
  after: z.array(Bin).optional(),
});

const ReactionForm = FormResults.extend({
  id: z.string(),
  title: z.string(),
  closesAt: z.string(),
  isOpen: z.boolean(),
});

const GroupChange = z.object({
  before: FormResults,
  after: FormResults,
  changes: z.array(z.string()).optional(),
  overall: z.object({ before: z.string(), after: z.string(), change: z.string() }).optional(),
});

const Cohesion = z.object({
  before: OpenedForm.optional(),
  after: OpenedForm.optional(),
  change: GroupChange.optional(),
});
const Reaction = z.object({ total: FormResults, forms: z.array(ReactionForm) });

/** What was said about the classes of a course, without names: of five people or more. */
export const CourseFeedback = z
  .object({
    reaction: Reaction,
    groups: z.array(Cohesion.extend({ classId: z.string(), startsAt: z.string() })),
  })
  .openapi("CourseFeedback");

/** The four levels of a programme, its skills and its group: totals of five people or more, once nothing of them changes any more. */
export const ProgrammeLevels = z
  .object({
    skills: z.object({ isOpen: z.boolean(), shownFrom: z.string(), changes: z.array(SkillChange).optional() }),
    reaction: Reaction,
    cohesion: Cohesion,
    learning: z.object({
      people: Count.optional(),
      results: Count.optional(),
      passed: z.object({ n: Count, of: Count, percent: z.string() }).optional(),
      grade: z.string().optional(),
    }),
    behaviour: z.object({
      isOpen: z.boolean(),
      shownFrom: z.string(),
      people: Count.optional(),
      marks: Count.optional(),
      mean: z.string().optional(),
    }),
    results: z.object({ programme: z.string(), period: z.string(), change: Compared, level: Compared }).optional(),
  })
  .openapi("ProgrammeLevels");

/** Whom the lead of an activity may mark: people of programmes that ended before it, who were there. */
export const MarksAsked = z
  .object({
    items: z.array(
      z.object({
        programmeId: z.string(),
        title: z.string(),
        until: z.string(),
        people: z.array(z.object({ memberId: z.string(), name: z.string(), mark: z.int().optional() })),
      }),
    ),
  })
  .openapi("MarksAsked");
