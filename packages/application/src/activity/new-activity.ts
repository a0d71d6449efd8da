import * as Activity from "@yigong/core/activity/activity.ts";
import * as Proposal from "@yigong/core/proposal/proposal.ts";
import * as z from "zod";

/** What an organizer sends; ids of sessions and positions are made here. */
export const NewActivity = Activity.Draft.extend({
  purposes: Activity.Draft.shape.purposes.default([]),
  audience: Activity.Draft.shape.audience.default({ branchIds: [], teamIds: [] }),
  minimumPeople: Activity.Draft.shape.minimumPeople.default(0),
  surveyDays: Activity.Draft.shape.surveyDays.default(14),
  sessions: z
    .array(
      Activity.Session.omit({ id: true, movedAt: true, cancelled: true, signUpUntil: true, positions: true }).extend({
        positions: z
          .array(
            Activity.Position.omit({ id: true }).extend({
              requiredSkills: Activity.Position.shape.requiredSkills.default([]),
            }),
          )
          .min(1)
          .max(20),
      }),
    )
    .min(1)
    .max(20),
  /** Team and self-organized activities are a plan sent to the alliance. */
  proposal: z.object({ plan: Proposal.Info.options[0].shape.plan, wishes: Proposal.Wishes }).optional(),
});
export type NewActivity = z.output<typeof NewActivity>;
