import { overlaps } from "@yigong/core/lib/time.ts";
import type { Started, Who } from "@yigong/testing/alliance.ts";
import fc from "fast-check";
import { SERVING, type Week } from "./week.ts";

/** Numbers from which a command takes what it needs: an activity, a person, a yes or no, a few hours. */
export interface Draw {
  activity: number;
  who: number;
  yes: boolean;
  hours: number;
}
export const draws: fc.Arbitrary<Draw> = fc.record({
  activity: fc.nat(11),
  who: fc.nat(SERVING.length - 1),
  yes: fc.boolean(),
  hours: fc.integer({ min: -30, max: 30 }),
});

export type Command = (week: Week, draw: Draw) => Promise<unknown>;

export const HOUR = 3_600_000;
export const whoOf = ({ who }: Draw): Who => SERVING[who % SERVING.length] ?? "partyA1";
/** One of the activities, also of those that came to be in the week. */
export function activityOf({ activities }: Week, { activity }: Draw): Started {
  const found = activities[activity % activities.length];
  if (!found) throw new RangeError("A week has an activity.");
  return found;
}
/** Who runs an activity: whoever proposed or published it. */
export const runnerOf = ({ runs }: Week, { id }: { id: string }): Who => runs.get(id) ?? "organizer";
export const named = (week: Week, activity: Started) => `第${week.activities.indexOf(activity) + 1}场`;

/** Remembers pairs of places that overlap now: people decide about them. */
export function noteClashes({ standing, model }: Week): void {
  const rows = standing.places.filter(({ state }) => state === "placed" || state === "waiting");
  const found = rows.flatMap((one, at) =>
    rows
      .slice(at + 1)
      .filter((two) => two.memberId === one.memberId)
      .filter((two) => overlaps({ from: one.startsAt, to: one.endsAt }, { from: two.startsAt, to: two.endsAt }))
      .map((two) => `${one.memberId} ${[one.sessionId, two.sessionId].sort().join(" ")}`),
  );
  for (const clash of found) model.clashes.add(clash);
}
