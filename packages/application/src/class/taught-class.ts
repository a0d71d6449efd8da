import { minutesOf } from "@yigong/core/class/attendance.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import { endOf } from "@yigong/core/class/class.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { TaughtClass } from "@yigong/core/result/result.ts";

/** A class as results need it: what passing gives, and how long each person was there. @throws `class.missing` */
export const taughtClass =
  ({ classes, zone }: { classes: Pick<Classes, "get" | "attendances">; zone: string }) =>
  async (classId: string): Promise<TaughtClass> => {
    const [one, rows] = await Promise.all([classes.get(classId), classes.attendances(classId)]);
    const { courseId, course } = one;
    const endsAt = endOf(one);
    return {
      taught: { id: classId, courseId, title: course.title, day: dayOf(endsAt, zone), certifies: course.certifies },
      endsAt,
      minutes: minutesOf(one, rows),
    };
  };
