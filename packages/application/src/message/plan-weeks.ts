import type { Info as Class } from "@yigong/core/class/class.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { isHeld } from "@yigong/core/cover/cover.ts";
import { chunksOf, mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, instantOf } from "@yigong/core/lib/time.ts";
import { QUIET, spreadSeconds } from "@yigong/core/message/timing.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { weekOf } from "../activity/list-week.ts";
import { messageRules, type RulesDeps } from "./message-rules.ts";
import { activitiesOfWeek, asksDuty, classesOfWeek, planDayOf, type Standing, type WeekPlanDeps } from "./week-plan.ts";

export interface PlanWeeksDeps extends WeekPlanDeps, RulesDeps {
  participations: WeekPlanDeps["participations"] & Pick<Participations, "of">;
  enrolments: WeekPlanDeps["enrolments"] & Pick<Participations, "of">;
  covers: WeekPlanDeps["covers"] & Pick<Covers, "of">;
  outbox: Pick<OutboxRows, "add">;
}

const IN_FLIGHT = 8;
const AT_ONCE = 25;

/** The digest of a person's day; one effect, however much joins it. */
export const digestEffect = (memberId: string, day: string, dueAt: string): Effect => ({
  ...{ kind: "message.digest" as const, id: `message.digest#${memberId}#${day}` },
  ...{ dueAt, memberId, day },
});

/** Everybody who has something to do in an activity, or has to answer. */
async function peopleOf(deps: PlanWeeksDeps, standing: Standing, week: { at: string; to: string }): Promise<string[]> {
  const { activity } = standing;
  const [rows, needs, duty] = await Promise.all([
    deps.participations.of(activity, recent),
    activity.origin === "alliance" ? deps.covers.of(activity.id) : [],
    asksDuty(standing, week) ? deps.dutyLists.find(activity.id) : undefined,
  ]);
  const active = rows.filter(isActive).map(({ memberId }) => memberId);
  const covering = needs.flatMap((need) => (isHeld(need) ? [need.memberId] : []));
  return [...active, ...covering, ...(duty?.memberIds ?? []), activity.organizerId];
}

/** Everybody with a seat in a class or in its line, and who teaches it. */
async function peopleOfClass({ enrolments }: PlanWeeksDeps, one: Class): Promise<string[]> {
  const active = (await enrolments.of(one, recent)).filter(isActive);
  return [...active.map(({ memberId }) => memberId), ...one.trainerIds];
}

/**
 * On the first working day of a week, has everybody's digest carry what they do in it: places, classes, covers, activities
 * that they run, duty to answer. Runs daily before the digests leave; where messages keep no quiet hours there are none. Safe to run twice.
 *
 * @returns how many people have something to do
 * @source docs/domain.md Messages, Decision, week plan
 */
export const planWeeks = (deps: PlanWeeksDeps) => {
  const rules = messageRules(deps);
  return async (): Promise<number> => {
    const at = deps.now();
    const { isQuiet, workdays } = await rules();
    const day = dayOf(at, deps.zone);
    const due = instantOf(day, QUIET.digestAt, deps.zone);
    if (!isQuiet || at >= due || planDayOf(at, { zone: deps.zone, workdays }) !== day) return 0;
    const week = { at, to: weekOf(at, deps.zone).to };
    const [around, classes] = await Promise.all([activitiesOfWeek(deps, at), classesOfWeek(deps, at)]);
    const found = await mapInParallel(around, IN_FLIGHT, (one) => peopleOf(deps, one, week));
    const trained = await mapInParallel(classes, IN_FLIGHT, (one) => peopleOfClass(deps, one));
    const members = [...new Set([...found, ...trained].flat())].sort();
    const dueAt = (memberId: string) => new Date(Date.parse(due) + spreadSeconds(memberId) * 1000).toISOString();
    for (const some of chunksOf(members, AT_ONCE))
      await deps.outbox.add(
        some.map((memberId) => digestEffect(memberId, day, dueAt(memberId))),
        at,
      );
    return members.length;
  };
};
