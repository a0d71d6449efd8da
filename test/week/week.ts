import type { Info as Need } from "@yigong/core/cover/cover.ts";
import type { Info as Leave } from "@yigong/core/leave/leave.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Participation } from "@yigong/core/participation/participation.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { localTime } from "@yigong/testing/alliance/house.ts";
import { type Alliance, openAlliance, Refused, type Started, type Who } from "@yigong/testing/alliance.ts";
import { openGateway, type Taken } from "./gateway.ts";
import { type Model, newModel, type Owed } from "./model.ts";

/** Who serves, covers and leaves in a random week. */
export const SERVING = [
  ...(["partyA1", "partyA2", "partyA3", "partyA4", "partyB1", "partyB2"] as const),
  ...(["freeA1", "freeA2", "freeB1"] as const),
] satisfies Who[];
const ON_SHIFT = ["partyA1", "partyA2", "partyB1", "freeA1"] as const satisfies Who[];

/** An activity of a random week, all of whose numbers are small. */
export interface Planned {
  /** In how many days it begins. */
  in: number;
  /** Hours of its sessions on that day. */
  sessions: readonly { from: number; hours: number }[];
  headCount: number;
  /** Recruiting ends so many days before, at 18:00. */
  recruitDaysBefore: number;
  /** Whether it is meant for the first branch alone. */
  isNarrow: boolean;
}

/** A machine in virtual time with the activities of one week, all of its messages, and what should become of it. */
export interface Week {
  house: Alliance;
  /** Those it began with, and those that were made since, by people and by series. */
  activities: Started[];
  /** Who runs an activity that is not the organizer's. */
  runs: Map<string, Who>;
  series: string[];
  taken: Taken[];
  model: Model;
  /** As it was last looked at; nothing happens between two acts. */
  standing: Standing;
  close(): Promise<void>;
}

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;

export async function openWeek(planned: readonly Planned[]): Promise<Week> {
  const gateway = await openGateway();
  const house = await openAlliance({ env: { YIGONG_IM_URL: gateway.url } });
  await house.putShifts(
    planned
      .flatMap(({ in: days }) =>
        ON_SHIFT.map((who) => ({
          ...{ who, post: "营业员" as const },
          ...{ from: house.day(days, "08:00"), to: house.day(days, "16:00") },
        })),
      )
      .filter(
        (shift, at, all) => all.findIndex((other) => other.who === shift.who && other.from === shift.from) === at,
      ),
  );
  const activities: Started[] = [];
  for (const [index, { in: days, sessions, headCount, recruitDaysBefore, isNarrow }] of planned.entries())
    activities.push(
      await house.startActivity({
        ...{
          in: days,
          title: `第${index + 1}场`,
          audience: { branchIds: isNarrow ? [house.unitId("一支部")] : [], teamIds: [] } as never,
        },
        recruitUntil: house.day(days - recruitDaysBefore, "18:00"),
        sessions: sessions.map(({ from, hours }) => ({
          startsAt: house.day(days, clock(from)),
          endsAt: house.day(days, clock(from + hours)),
          positions: [{ name: "服务员", headCount }],
        })),
      }),
    );
  return {
    ...{ house, activities, runs: new Map(), series: [], taken: gateway.taken, model: newModel() },
    standing: await standingOf({ house, activities }),
    async close() {
      await house.close();
      await gateway.close();
    },
  };
}

/** Where a week stands at one instant. */
export interface Standing {
  places: readonly Participation[];
  /** Activities whose places were given out: before, moving up is silent. */
  allocated: ReadonlySet<string>;
  leaves: readonly Leave[];
  needs: readonly Need[];
  /** Who is expected at each activity. */
  duty: ReadonlyMap<string, readonly string[]>;
}

async function standingOf({ house, activities }: Pick<Week, "house" | "activities">): Promise<Standing> {
  const { leaves, dutyLists, covers } = house.machine.app.useCases;
  const all = await Promise.all(
    activities.map(async (activity) => ({
      id: activity.id,
      places: await house.participationsOf(activity),
      isAllocated: Lifecycle.outcomeOf(await house.lifecycleOf(activity), "Recruit") !== undefined,
      leaves: await leaves.of(activity.id),
      needs: await covers.of(activity.id),
      duty: (await dutyLists.find(activity.id))?.memberIds ?? [],
    })),
  );
  return {
    places: all.flatMap(({ places }) => places),
    allocated: new Set(all.filter(({ isAllocated }) => isAllocated).map(({ id }) => id)),
    leaves: all.flatMap((one) => one.leaves),
    needs: all.flatMap((one) => one.needs),
    duty: new Map(all.map(({ id, duty }) => [id, duty])),
  };
}

/**
 * Does something as people do it: a refusal is an answer, anything else is a fault.
 *
 * @returns where the week stood before, or undefined when it was refused
 */
export async function attempt(week: Week, what: string, act: () => Promise<unknown>): Promise<Standing | undefined> {
  const { model, house } = week;
  const before = week.standing;
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Refused) || error.status >= 500) throw error;
    model.log.push(`${house.machine.now()} ${what}: ${error.code}`);
    return undefined;
  }
  model.log.push(`${house.machine.now()} ${what}`);
  await oweChanges(week, what);
  return before;
}

const keyOf = ({ activityId, sessionId, memberId }: Participation) => `${activityId} ${sessionId} ${memberId}`;
const leaveKey = ({ activityId, memberId }: Leave) => `${activityId} ${memberId}`;

/** Takes up activities that a series was made into since. */
async function findMade({ house, series, activities }: Week): Promise<void> {
  for (const id of series) {
    const { visits } = await house.as("organizer").get<{ visits: { activityId?: string }[] }>(`/series/${id}`);
    const known = new Set(activities.map((activity) => activity.id));
    const made = visits.flatMap(({ activityId }) => (activityId && !known.has(activityId) ? [activityId] : []));
    for (const { id: activityId, sessions } of await house.machine.app.useCases.activities.getMany(made))
      activities.push({
        id: activityId,
        sessions: sessions.map(({ positions, ...session }) => ({
          ...session,
          positionIds: positions.map((position) => position.id),
        })),
        at: (time, days) => localTime(sessions[0]?.startsAt ?? "", time, days),
      });
  }
}

/** Notes when activities were cancelled, by whomever. */
async function findCancelled({ house, activities, model }: Week): Promise<void> {
  const rows = await house.machine.app.useCases.lifecycles.getMany(activities.map(({ id }) => id));
  for (const [id, row] of rows)
    if (row.status === "cancelled" && !model.cancelledAt.has(id)) model.cancelledAt.set(id, row.cancellation.at);
}

/**
 * Looks at the week again, and owes a word to who is offered a place since, and to whose leave was decided: by an act, or because
 * time passed.
 */
export async function oweChanges(week: Week, why: string): Promise<void> {
  const before = week.standing;
  await findMade(week);
  await findCancelled(week);
  week.standing = await standingOf(week);
  const now = week.standing;
  const places = new Map(before.places.map((row) => [keyOf(row), row.state]));
  for (const row of now.places)
    if (row.state === "offered" && places.get(keyOf(row)) !== "offered")
      owe(week, [row], { templates: ["participation.offered"], why });
  // What the allocation came to is told by words of its own.
  for (const row of now.places)
    if (
      row.state === "waiting" &&
      places.get(keyOf(row)) === "placed" &&
      before.allocated.has(row.activityId) === now.allocated.has(row.activityId)
    )
      owe(week, [row], { templates: ["participation.displaced", "participation.fallenBack"], why });
  const leaves = new Map(before.leaves.map((leave) => [leaveKey(leave), leave.status]));
  for (const leave of now.leaves) {
    if (leave.status === leaves.get(leaveKey(leave))) continue;
    if (leave.status === "approved" || leave.status === "refused")
      owe(week, [leave], { templates: [`leave.${leave.status}`], why });
  }
}

/** Owes each of some people a word about their activity, once however many sessions they are in. */
export function owe(
  { model }: Week,
  rows: readonly Pick<Participation, "activityId" | "memberId">[],
  owed: Pick<Owed, "templates" | "why" | "optional">,
): void {
  const people = new Map(
    rows.map(({ activityId, memberId }) => [`${activityId} ${memberId}`, { activityId, memberId }]),
  );
  for (const one of people.values()) model.owed.push({ ...one, ...owed });
}

/**
 * Owes a word to who serves or waits in an activity, or one session of it, that is not over, and leaves it open to the others
 * and to those who are expected and have not answered.
 */
export function oweParticipants(
  week: Week,
  { places, duty }: Standing,
  { activityId, sessionId, ...owed }: Pick<Owed, "activityId" | "templates" | "why"> & { sessionId?: string },
): void {
  const serving = places.filter(isActive).filter((row) => row.activityId === activityId);
  const now = week.house.machine.now();
  const active = serving.filter((row) => row.endsAt > now && (sessionId === undefined || row.sessionId === sessionId));
  owe(week, active, owed);
  const others = [...serving.map(({ memberId }) => memberId), ...(duty.get(activityId) ?? [])];
  const asked = [...new Set(others)].filter((id) => !active.some(({ memberId }) => memberId === id));
  owe(
    week,
    asked.map((memberId) => ({ activityId, memberId })),
    { ...owed, optional: true },
  );
}
