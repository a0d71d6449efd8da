import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, heldSessions } from "@yigong/core/activity/activity.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { overlaps, plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import { TRAVEL_MINUTES } from "@yigong/core/organization/travel.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import type { Active } from "@yigong/core/participation/participation.ts";
import { type Engagement, type Warning, warningsOf } from "@yigong/core/participation/warning.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";

export interface EngagementDeps {
  activities: Pick<Activities, "find">;
  lifecycles: Pick<Lifecycles, "getMany">;
  participations: Pick<Participations, "heldAfter">;
  classes: Pick<Classes, "getMany">;
  /** Seats in classes. */
  enrolments: Pick<Participations, "heldAfter">;
  covers: Pick<Covers, "calendars">;
  shifts: Pick<Shifts, "ofMembers">;
  settings: Pick<SettingsRow, "get">;
  zone: string;
}

const IN_FLIGHT = 8;

interface Span {
  from: string;
  to: string;
}

/** Places near a time, with the titles and places of their activities; those of cancelled ones are left out. */
async function placesOf(deps: EngagementDeps, held: readonly Active[], span: Span) {
  const near = held.filter((row) => overlaps(span, { from: row.startsAt, to: row.endsAt }));
  const ids = [...new Set(near.map(({ activityId }) => activityId))];
  const [rows, found] = await Promise.all([
    deps.lifecycles.getMany(ids),
    mapInParallel(ids, IN_FLIGHT, async (id) => deps.activities.find(id, recent)),
  ]);
  const activities = new Map<string, Activity>(found.flatMap((one) => (one ? [[one.id, one]] : [])));
  return near.flatMap((row): { memberId: string; engagement: Engagement }[] => {
    const activity = activities.get(row.activityId);
    if (!activity || rows.get(row.activityId)?.status === "cancelled") return [];
    const { id, title, place } = activity;
    const engagement = { kind: "place" as const, activityId: id, title, place, from: row.startsAt, to: row.endsAt };
    return [{ memberId: row.memberId, engagement }];
  });
}

/** Seats in classes near a time, with their titles and places. */
async function seatsOf(deps: EngagementDeps, held: readonly Active[], span: Span) {
  const near = held.filter((row) => overlaps(span, { from: row.startsAt, to: row.endsAt }));
  const found = near.length === 0 ? [] : await deps.classes.getMany([...new Set(near.map((row) => row.activityId))]);
  const classes = new Map(found.map((one) => [one.id as string, one]));
  return near.flatMap((row): { memberId: string; engagement: Engagement }[] => {
    const one = classes.get(row.activityId);
    if (!one || one.cancelled) return [];
    const { id, course, place } = one;
    const said = { activityId: id as string, title: course.title, place };
    return [{ memberId: row.memberId, engagement: { kind: "place", ...said, from: row.startsAt, to: row.endsAt } }];
  });
}

/** What some members do around a time: places elsewhere, classes, covers, shifts. */
async function engagementsOf(
  deps: EngagementDeps,
  memberIds: readonly string[],
  span: Span,
): Promise<Map<string, Engagement[]>> {
  const [held, seats, calendars, shifts] = await Promise.all([
    mapInParallel(memberIds, IN_FLIGHT, async (memberId) => deps.participations.heldAfter(memberId, span.from)),
    mapInParallel(memberIds, IN_FLIGHT, async (memberId) => deps.enrolments.heldAfter(memberId, span.from)),
    deps.covers.calendars(memberIds, recent),
    deps.shifts.ofMembers(memberIds, span, deps.zone),
  ]);
  const found = new Map<string, Engagement[]>(memberIds.map((memberId) => [memberId, []]));
  const elsewhere = await Promise.all([placesOf(deps, held.flat(), span), seatsOf(deps, seats.flat(), span)]);
  for (const { memberId, engagement } of elsewhere.flat()) found.get(memberId)?.push(engagement);
  for (const [memberId, { entries }] of calendars)
    for (const { from, to } of entries.filter((entry) => overlaps(span, entry)))
      found.get(memberId)?.push({ kind: "cover", from, to });
  for (const { memberId, startsAt, endsAt } of shifts)
    found.get(memberId)?.push({ kind: "shift", from: startsAt, to: endsAt });
  return found;
}

/** What to mind about one session for one member. */
export interface SessionWarning extends Warning {
  sessionId: string;
}

/**
 * What to mind about the sessions of an activity that are not over, for some members: the way, and shifts.
 *
 * Shown, and decides nothing: eventually consistent.
 */
export async function findWarnings(
  deps: EngagementDeps,
  activity: Activity,
  { memberIds, at }: { memberIds: readonly string[]; at: string },
): Promise<Map<string, SessionWarning[]>> {
  const ahead = heldSessions(activity).filter(({ endsAt, cancelled }) => endsAt > at && !cancelled);
  const from = ahead.map(({ startsAt }) => startsAt).sort()[0];
  const to = ahead
    .map(({ endsAt }) => endsAt)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined || memberIds.length === 0) return new Map();
  const { travelMinutes: minutes = TRAVEL_MINUTES } = await deps.settings.get(recent);
  const hours = minutes / 60;
  const span = { from: plusHours(from, -hours), to: plusHours(to, hours) };
  const engaged = await engagementsOf(deps, memberIds, span);
  return new Map(
    [...engaged].map(([memberId, engagements]) => [
      memberId,
      ahead.flatMap(({ id: sessionId, startsAt, endsAt }) =>
        warningsOf({ startsAt, endsAt, activity, minutes }, engagements).map((one) => ({ ...one, sessionId })),
      ),
    ]),
  );
}
