import type { Classes } from "@yigong/core/class/class.store.ts";
import { endOf } from "@yigong/core/class/class.ts";
import { figuresOf, type TrainingFigures } from "@yigong/core/class/figures.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { instantOf } from "@yigong/core/lib/time.ts";

const IN_FLIGHT = 8;

/**
 * What training came to in a local year, by the classes that begin in it.
 *
 * @param at - the clock's instant, ISO-8601 UTC
 * @source docs/domain.md T6, W1
 */
export const trainingFigures =
  ({ classes, zone }: { classes: Pick<Classes, "between" | "attendances">; zone: string }) =>
  async (year: number, at: string): Promise<TrainingFigures> => {
    const span = { from: instantOf(`${year}-01-01`, "00:00", zone), to: instantOf(`${year + 1}-01-01`, "00:00", zone) };
    const found = await classes.between(span);
    const held = await mapInParallel(found, IN_FLIGHT, async (one) => ({
      one,
      attendances: await classes.attendances(one.id),
    }));
    return figuresOf(held, (one) => endOf(one) <= at);
  };
