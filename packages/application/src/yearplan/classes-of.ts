import { closesAt, standing } from "@yigong/core/class/attendance.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import { type Info as Class, endOf, startOf } from "@yigong/core/class/class.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { instantOf } from "@yigong/core/lib/time.ts";
import type { Yearplan } from "@yigong/core/yearplan/index.ts";

const READ_AT_ONCE = 8;

interface Deps {
  classes: Pick<Classes, "between" | "attendances">;
  zone: string;
  now: () => string;
}

/** The classes that begin in a local year, each with whether it was held. */
export const classesOf =
  ({ classes, zone, now }: Deps) =>
  async (year: number): Promise<Yearplan.PlannedClass[]> => {
    const [from, to] = [year, year + 1].map((one) => instantOf(`${one}-01-01`, "00:00", zone)) as [string, string];
    const found = await classes.between({ from, to });
    return mapInParallel(
      found,
      READ_AT_ONCE,
      async (one): Promise<Yearplan.PlannedClass> => ({
        ...{ id: one.id, courseId: one.courseId, teamId: one.course.teamId, title: one.course.title },
        ...{ startsAt: startOf(one), state: await stateOf(classes, one, now()) },
      }),
    );
  };

/** One that is over and open is still planned: who was there may be put down until it closes. */
async function stateOf(
  classes: Pick<Classes, "attendances">,
  one: Class,
  at: string,
): Promise<Yearplan.PlannedClass["state"]> {
  if (one.cancelled) return "cancelled";
  if (endOf(one) > at) return "planned";
  if (standing(await classes.attendances(one.id)).length > 0) return "held";
  return one.closed || closesAt(one) === undefined ? "empty" : "planned";
}
