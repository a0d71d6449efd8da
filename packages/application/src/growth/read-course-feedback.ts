import type { Classes } from "@yigong/core/class/class.store.ts";
import type { Info as TrainingClass } from "@yigong/core/class/class.ts";
import type { Forms } from "@yigong/core/form/form.store.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { cohesionOf, formsAbout, type Levels, reactionOf } from "./read-forms.ts";

export interface CourseFeedbackDeps {
  classes: Pick<Classes, "ofCourse">;
  forms: Pick<Forms, "about" | "answers">;
}

/** What those who attended the classes of a course said, without names. */
export interface CourseFeedback {
  reaction: Levels["reaction"];
  /** Of each class of an outward-bound whose group was asked. */
  groups: ({ classId: string; startsAt: string } & Levels["cohesion"])[];
}

const IN_FLIGHT = 8;
/** The latest classes of a course. */
const CLASSES = 50;

/** Reads what was said about a course's latest classes, of five people or more. @source docs/domain.md F3, T5 */
export const readCourseFeedback =
  ({ classes, forms }: CourseFeedbackDeps) =>
  async (courseId: string, at: string): Promise<CourseFeedback> => {
    const { items } = await classes.ofCourse(courseId, { limit: CLASSES });
    const read = await mapInParallel(items, IN_FLIGHT, async (one) => ({
      one,
      forms: await formsAbout({ forms }, [one.id], at),
    }));
    const groups = read.flatMap(({ one, forms: own }) => {
      const group = cohesionOf(own);
      return group.before || group.after ? [{ classId: one.id, startsAt: startOf(one), ...group }] : [];
    });
    return { reaction: reactionOf(read.flatMap(({ forms: own }) => own)), groups };
  };

const startOf = ({ sessions }: TrainingClass): string => sessions[0]?.startsAt ?? "";
