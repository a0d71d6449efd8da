import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember, type ServiceWorld, shift } from "./service-world.ts";

interface Setting {
  hours?: [string, string];
  /** Who else has a place. */
  others?: number[];
}

/** For tests: an activity in which one person serves who has a shift then. */
export async function activityOf(
  world: ServiceWorld,
  number: number,
  participant: number,
  { hours = ["08:00", "12:00"], others = [] }: Setting = {},
) {
  const session = Sample.session(20, {
    id: Sample.sessionId(number),
    positions: [{ id: Sample.positionId(number), name: "引导", headCount: 20, requiredSkills: [] }],
  });
  const activity = world.hold(Sample.activity({ id: Sample.activityId(number), sessions: [session] }));
  world.enrol(Sample.member(participant, { affiliations: partyMember(participant).affiliations }));
  world.shifts.push(shift(number, participant, hours));
  await world.place(activity, participant, ...others);
  return activity;
}

/** The first need of an activity. */
export async function needOf(world: ServiceWorld, activityId: string) {
  const [need] = await world.deps.covers.of(activityId);
  if (!need) throw new Error("No need");
  return need;
}

/** Where somebody acts on the first need of an activity. */
export const needPath = async (world: ServiceWorld, activity: { id: string }, what: string) =>
  `/activities/${activity.id}/covers/${(await needOf(world, activity.id)).id}/${what}`;
