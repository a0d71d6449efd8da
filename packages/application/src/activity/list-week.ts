import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, heldSessions } from "@yigong/core/activity/activity.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, instantOf, overlaps, plusDays } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { type Stage, stageOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { countsOf, emptyLine } from "@yigong/core/participation/line.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { findOwnActivities } from "./find-own-activities.ts";

export interface WeekDeps {
  activities: Pick<Activities, "startingBetween">;
  lifecycles: Pick<Lifecycles, "getMany">;
  participations: Pick<Participations, "rowsAfter" | "lines">;
  zone: string;
}

/** An activity of a week, with how many have a place in it. */
export interface WeekActivity {
  activity: Activity;
  stage: Stage;
  /** Its first session in the week, and the end of its last. */
  startsAt: string;
  endsAt: string;
  placed: number;
  headCount: number;
  mine: boolean;
}

/** A series may have begun so long before. */
const BACK_DAYS = 60;
const [IN_FLIGHT, MOST] = [8, 500];

/** Monday 00:00 to Monday 00:00 around an instant, in the alliance's zone. */
export function weekOf(at: string, zone: string): { from: string; to: string } {
  const today = dayOf(at, zone);
  const sinceMonday = (new Date(`${today}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  const from = plusDays(instantOf(today, "00:00", zone), -sinceMonday, zone);
  return { from, to: plusDays(from, 7, zone) };
}

/** The activities that take place in the local week of an instant, by start; cancelled ones are left out. */
export async function listWeek(deps: WeekDeps, memberId: string, at: string): Promise<WeekActivity[]> {
  const week = weekOf(at, deps.zone);
  const from = plusDays(week.from, -BACK_DAYS, deps.zone);
  const [{ items }, isMine] = await Promise.all([
    deps.activities.startingBetween({ from, to: week.to }, { limit: MOST }),
    findOwnActivities(deps, memberId, week.from),
  ]);
  const inWeek = ({ sessions }: Activity) =>
    sessions.filter(({ startsAt, endsAt }) => overlaps({ from: startsAt, to: endsAt }, week));
  const meant = items.filter((activity) => inWeek(activity).length > 0);
  const rows = await deps.lifecycles.getMany(meant.map(({ id }) => id));
  const found = await mapInParallel(meant, IN_FLIGHT, async (activity): Promise<WeekActivity[]> => {
    const lifecycle = rows.get(activity.id);
    if (!lifecycle || lifecycle.status === "cancelled") return [];
    const lines = await deps.participations.lines(activity, recent);
    const positions = heldSessions(activity).flatMap((session) => session.positions);
    const own = inWeek(activity);
    return [
      {
        activity,
        stage: stageOf(lifecycle),
        startsAt: own.map(({ startsAt }) => startsAt).sort()[0] ?? "",
        endsAt:
          own
            .map(({ endsAt }) => endsAt)
            .sort()
            .at(-1) ?? "",
        placed: total(positions.map(({ id, headCount }) => countsOf(lines.get(id) ?? emptyLine(id), headCount).placed)),
        headCount: total(positions.map(({ headCount }) => headCount)),
        mine: isMine(activity),
      },
    ];
  });
  return found.flat().toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : Number(a.startsAt > b.startsAt)));
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
