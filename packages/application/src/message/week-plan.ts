import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import type { Info as Class } from "@yigong/core/class/class.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { fill, type Language, WORDS } from "@yigong/core/language/index.ts";
import { instantText, periodText } from "@yigong/core/language/when.ts";
import type { Leaves } from "@yigong/core/leave/leave.store.ts";
import { holds } from "@yigong/core/leave/leave.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, overlaps, plusDays } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { DutyLists } from "@yigong/core/participation/duty-list.store.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { Workdays } from "@yigong/core/workcalendar/workcalendar.ts";
import { weekOf } from "../activity/list-week.ts";
import { classesIn, type OwnPlaceDeps, ownPlacesAfter } from "../calendar/own-classes.ts";

export interface WeekPlanDeps extends OwnPlaceDeps {
  activities: Pick<Activities, "startingBetween" | "getMany">;
  lifecycles: Pick<Lifecycles, "getMany">;
  participations: Pick<Participations, "rowsAfter">;
  covers: Pick<Covers, "calendars">;
  dutyLists: Pick<DutyLists, "find">;
  leaves: Pick<Leaves, "find">;
  zone: string;
}

/** One thing that somebody does in a week; of duty that is not answered, until when. */
export type Planned =
  | {
      kind: "placed" | "waiting" | "offered" | "organizes" | "teaches";
      from: string;
      to: string;
      title: string;
      place: string;
    }
  | { kind: "cover"; from: string; to: string }
  | { kind: "duty"; from: string; title: string; place: string; until: string };

/** A session may be of an activity that began so long before. */
const BACK_DAYS = 60;
const MOST = 500;

/** The day on which the plan of its week is told: the first that is worked; undefined in a week without one. */
export function planDayOf(at: string, { zone, workdays }: { zone: string; workdays: Pick<Workdays, "on"> }) {
  const { from } = weekOf(at, zone);
  for (let more = 0; more < 7; more += 1) {
    const day = dayOf(plusDays(from, more, zone), zone);
    if (workdays.on(day).works) return day;
  }
  return undefined;
}

export interface Standing {
  activity: Activity;
  lifecycle: Lifecycle;
}

/** The activities with a session in the rest of a week, and those that recruit and whose answer is due in it. */
export async function activitiesOfWeek(deps: WeekPlanDeps, at: string): Promise<Standing[]> {
  const { to } = weekOf(at, deps.zone);
  const span = { from: plusDays(at, -BACK_DAYS, deps.zone), to: plusDays(to, BACK_DAYS, deps.zone) };
  const { items } = await deps.activities.startingBetween(span, { limit: MOST });
  const near = items.filter(
    ({ sessions, recruitUntil }) =>
      (recruitUntil > at && recruitUntil < to) ||
      sessions.some(({ startsAt, endsAt }) => overlaps({ from: startsAt, to: endsAt }, { from: at, to })),
  );
  const rows = await deps.lifecycles.getMany(near.map(({ id }) => id));
  return near.flatMap((activity): Standing[] => {
    const lifecycle = rows.get(activity.id);
    return lifecycle && !isOver(lifecycle) && lifecycle.status !== "proposing" ? [{ activity, lifecycle }] : [];
  });
}

/** The classes with a session in the rest of a week. */
export const classesOfWeek = (deps: Pick<WeekPlanDeps, "classes" | "zone">, at: string): Promise<Class[]> =>
  classesIn(deps, { from: at, to: weekOf(at, deps.zone).to });

/** Whether the answer of those on duty is due in the week, so that the plan asks for it. */
export const asksDuty = ({ activity, lifecycle }: Standing, week: { at: string; to: string }): boolean =>
  activity.origin === "alliance" &&
  lifecycle.status === "recruiting" &&
  week.at < activity.recruitUntil &&
  activity.recruitUntil < week.to;

/** What somebody does in the rest of a week: their places, classes, covers, activities, and duty that they have to answer, by time. */
export async function planOf(
  deps: WeekPlanDeps,
  memberId: string,
  { at, around, classes }: { at: string; around: readonly Standing[]; classes: readonly Class[] },
): Promise<Planned[]> {
  const { to } = weekOf(at, deps.zone);
  const inWeek = (span: { from: string; to: string }) => overlaps(span, { from: at, to });
  const [rows, calendars] = await Promise.all([
    deps.participations.rowsAfter(memberId, at),
    deps.covers.calendars([memberId], recent),
  ]);
  const known = new Map<string, Activity>(around.map(({ activity }) => [activity.id, activity]));
  const active = rows.filter(isActive);
  const places = active.flatMap(({ activityId, state, startsAt: from, endsAt }): Planned[] => {
    const activity = known.get(activityId);
    if (!activity || !inWeek({ from, to: endsAt })) return [];
    return [{ kind: state, from, to: endsAt, title: activity.title, place: activity.place }];
  });
  const covers = (calendars.get(memberId)?.entries ?? [])
    .filter(inWeek)
    .map(({ from, to: until }): Planned => ({ kind: "cover", from, to: until }));
  const own = around.flatMap(({ activity: { organizerId, sessions, title, place, id } }): Planned[] =>
    organizerId !== memberId || active.some(({ activityId }) => activityId === id)
      ? []
      : sessions
          .filter(({ startsAt, endsAt, cancelled }) => !cancelled && inWeek({ from: startsAt, to: endsAt }))
          .map(({ startsAt, endsAt }) => ({ kind: "organizes", from: startsAt, to: endsAt, title, place })),
  );
  const answered = new Set(rows.map(({ activityId }) => activityId));
  const duty = await dutyOf(deps, memberId, {
    open: around.filter((one) => asksDuty(one, { at, to }) && !answered.has(one.activity.id)),
  });
  const trained = await classPlansOf(deps, memberId, { at, to, classes });
  return [...places, ...covers, ...own, ...trained, ...duty].sort((a, b) =>
    a.from < b.from ? -1 : Number(a.from > b.from),
  );
}

/** Seats and places in lines of the week, and what somebody teaches in it. */
async function classPlansOf(
  deps: WeekPlanDeps,
  memberId: string,
  { at, to, classes }: { at: string; to: string; classes: readonly Class[] },
): Promise<Planned[]> {
  if (classes.length === 0) return [];
  const week = { from: at, to };
  const isIn = (one: { startsAt: string; endsAt: string; cancelled?: unknown }) =>
    !one.cancelled && overlaps(week, { from: one.startsAt, to: one.endsAt });
  const seats = (await ownPlacesAfter(deps, memberId, at)).flatMap(({ one, session, row }): Planned[] =>
    one.cancelled || !isActive(row) || !isIn(session)
      ? []
      : [{ kind: row.state, from: session.startsAt, to: session.endsAt, title: one.course.title, place: one.place }],
  );
  const teaches = classes
    .filter(({ trainerIds }) => trainerIds.includes(memberId))
    .flatMap(({ sessions, course: { title }, place }) =>
      sessions
        .filter(isIn)
        .map(({ startsAt, endsAt }): Planned => ({ kind: "teaches", from: startsAt, to: endsAt, title, place })),
    );
  return [...seats, ...teaches];
}

async function dutyOf(
  deps: WeekPlanDeps,
  memberId: string,
  { open }: { open: readonly Standing[] },
): Promise<Planned[]> {
  const found: Planned[] = [];
  for (const { activity } of open) {
    const list = await deps.dutyLists.find(activity.id);
    if (!list?.memberIds.includes(memberId)) continue;
    if (holds(await deps.leaves.find(activity.id, memberId, recent))) continue;
    const { title, place, recruitUntil: until } = activity;
    found.push({ kind: "duty", from: startOf(activity), title, place, until });
  }
  return found;
}

/** How many lines a plan has; the page of one's own has the rest. */
const LINES = 8;

/** A plan in words, a line each. @param setting - the alliance's zone, and the instant whose year goes without saying */
export function planText(
  plan: readonly Planned[],
  language: Language,
  setting: { zone: string; asOf: string },
): string {
  const lines = plan.slice(0, LINES).map((one) => {
    const period =
      one.kind === "duty" ? instantText(language, one.from, setting) : periodText(language, one.from, one.to, setting);
    const until = one.kind === "duty" ? instantText(language, one.until, setting) : "";
    const { title = "", place = "" } = one.kind === "cover" ? {} : one;
    return fill(WORDS[language][`message.plan.${one.kind}`], { period, title, place, until });
  });
  const left = plan.length - lines.length;
  return [...lines, ...(left > 0 ? [fill(WORDS[language]["message.plan.more"], { count: String(left) })] : [])].join(
    "\n",
  );
}
