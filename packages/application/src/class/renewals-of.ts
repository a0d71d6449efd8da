import type { Classes } from "@yigong/core/class/class.store.ts";
import { startOf } from "@yigong/core/class/class.ts";
import { plusHours } from "@yigong/core/lib/time.ts";

/** As far ahead as classes are looked through: the first warning comes 60 days before a skill ends. */
const LOOKED_AHEAD_HOURS = 90 * 24;

/** A class by which a skill can be renewed. */
export interface Renewal {
  classId: string;
  title: string;
  startsAt: string;
}

/** The next class that gives a skill and can still be enrolled in; nothing when none is planned. @param at - ISO-8601 UTC */
export const renewalOf =
  ({ classes }: { classes: Pick<Classes, "between"> }) =>
  async (skill: string, at: string): Promise<Renewal | undefined> => {
    const planned = await classes.between({ from: at, to: plusHours(at, LOOKED_AHEAD_HOURS) });
    const found = planned.find(({ course, cancelled }) => course.certifies?.skill === skill && !cancelled);
    return found && { classId: found.id, title: found.course.title, startsAt: startOf(found) };
  };
