import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { growthRefusal } from "./growth.refusals.ts";
import { LEVELS, MARKS, PHASES, RATERS } from "./levels.ts";
import { beforeUntil, type Info as Programme, type Windows } from "./programme.ts";

const Level = z
  .int()
  .min(Math.min(...LEVELS))
  .max(Math.max(...LEVELS));

/** How far somebody is with some skills: skill → 0 to 4. */
export const Levels = z.record(z.string().min(1).max(40), Level);
export type Levels = z.infer<typeof Levels>;

export const Rater = z.enum(RATERS);
export type Rater = z.infer<typeof Rater>;
export const Phase = z.enum(PHASES);
export type Phase = z.infer<typeof Phase>;

/** What one rater says of one person at one time; each entry corrects the ones before, which stay. @source docs/domain.md F3 */
export const Info = z.object({
  programmeId: z.string(),
  memberId: z.string(),
  rater: Rater,
  phase: Phase,
  entries: z.array(z.object({ levels: Levels, at: Instant, by: z.string() })).min(1),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** What holds now: the last word on each skill. */
export const levelsOf = ({ entries }: Pick<Info, "entries">): Levels =>
  Object.assign({}, ...entries.map(({ levels }) => levels));

interface Rating extends Party {
  programme: Programme;
  windows: Windows;
  memberId: string;
  rater: Rater;
  phase: Phase;
  /** ISO-8601 UTC. */
  at: string;
}

/**
 * Says how far somebody is, or corrects that.
 *
 * @throws `growth.not_taking_part`, `growth.skill_unknown`, `growth.before_over`, `growth.after_early`, `growth.after_over`,
 *   `growth.trainer_own`
 */
export function rate(held: Info | undefined, levels: Levels, rating: Rating): Info {
  const { programme, windows, memberId, rater, phase, at, by } = rating;
  if (!programme.memberIds.includes(memberId)) throw growthRefusal("growth.not_taking_part");
  if (rater === "trainer") requireOther(rating, [memberId], () => growthRefusal("growth.trainer_own"));
  const skill = Object.keys(levels).find((one) => !programme.skills.includes(one));
  if (skill !== undefined) throw growthRefusal("growth.skill_unknown", { skill });
  if (Object.keys(levels).length === 0) throw growthRefusal("growth.skill_missing");
  if (phase === "before" && at >= beforeUntil(windows))
    throw growthRefusal("growth.before_over", { until: beforeUntil(windows) });
  if (phase === "after" && at < windows.after.from)
    throw growthRefusal("growth.after_early", { from: windows.after.from });
  if (phase === "after" && at >= windows.after.until)
    throw growthRefusal("growth.after_over", { until: windows.after.until });
  const entries = [...(held?.entries ?? []), { levels, at, by }];
  return { programmeId: programme.id, memberId, rater, phase, entries, version: held?.version ?? 0 };
}

export const Mark = z
  .int()
  .min(Math.min(...MARKS))
  .max(Math.max(...MARKS));

/** What the lead of an activity says of what somebody does there since a programme, 1 to 5; the last entry holds. */
export const Behaviour = z.object({
  programmeId: z.string(),
  memberId: z.string(),
  activityId: z.string(),
  entries: z.array(z.object({ mark: Mark, at: Instant, by: z.string() })).min(1),
  version: z.int().nonnegative(),
});
export type Behaviour = z.infer<typeof Behaviour>;

export const markOf = ({ entries }: Pick<Behaviour, "entries">): number => entries.at(-1)?.mark ?? 0;

interface Marking extends Party {
  programme: Programme;
  windows: Windows;
  memberId: string;
  activity: { id: string; startsAt: string; endsAt: string };
  /** Whether they were there. */
  attended: boolean;
  at: string;
}

/**
 * Marks somebody in an activity after a programme, or corrects that.
 *
 * @throws `growth.not_taking_part`, `growth.mark_own`, `growth.activity_outside`, `growth.activity_running`,
 *   `growth.marks_over`, `growth.not_there`
 */
export function mark(held: Behaviour | undefined, given: number, marking: Marking): Behaviour {
  const { programme, windows, memberId, activity, attended, at, by } = marking;
  const { from, until, markedUntil } = windows.behaviour;
  if (!programme.memberIds.includes(memberId)) throw growthRefusal("growth.not_taking_part");
  requireOther(marking, [memberId], () => growthRefusal("growth.mark_own"));
  if (activity.startsAt < from || activity.startsAt >= until)
    throw growthRefusal("growth.activity_outside", { from, until });
  if (at < activity.endsAt) throw growthRefusal("growth.activity_running", { endsAt: activity.endsAt });
  if (at >= markedUntil) throw growthRefusal("growth.marks_over", { until: markedUntil });
  if (!attended) throw growthRefusal("growth.not_there");
  const entries = [...(held?.entries ?? []), { mark: given, at, by }];
  return { programmeId: programme.id, memberId, activityId: activity.id, entries, version: held?.version ?? 0 };
}
