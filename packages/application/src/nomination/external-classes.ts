import { standing } from "@yigong/core/class/attendance.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import { endOf, startOf } from "@yigong/core/class/class.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { dayOf, instantOf } from "@yigong/core/lib/time.ts";
import type { External } from "@yigong/core/nomination/facts.ts";

const READ_AT_ONCE = 8;

interface Deps {
  classes: Pick<Classes, "between" | "attendances">;
  zone: string;
}

/** The days of the external classes that people attended in a span of local days; `before` is no more in it. */
export const externalClasses =
  ({ classes, zone }: Deps) =>
  async (
    memberIds: readonly string[],
    { from, before }: { from: string; before: string },
  ): Promise<ReadonlyMap<string, readonly External[]>> => {
    const span = { from: instantOf(from, "00:00", zone), to: instantOf(before, "00:00", zone) };
    const external = (await classes.between(span)).filter(
      ({ course, cancelled }) => course.kind === "external" && !cancelled,
    );
    const wanted = new Set(memberIds);
    const found = new Map<string, External[]>();
    const attended = await mapInParallel(external, READ_AT_ONCE, async (one) => ({
      one,
      rows: await classes.attendances(one.id),
    }));
    for (const { one, rows } of attended) {
      const days = { from: dayOf(startOf(one), zone), to: dayOf(endOf(one), zone) };
      const people = new Set(standing(rows).flatMap(({ memberId }) => (wanted.has(memberId) ? memberId : [])));
      for (const memberId of people) found.set(memberId, [...(found.get(memberId) ?? []), days]);
    }
    return found;
  };
