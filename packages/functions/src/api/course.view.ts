import { z } from "@hono/zod-openapi";
import { Course } from "@yigong/core/course/index.ts";

/** A course as a list shows it. */
export const ListedCourse = z.object(Course.Info.shape).openapi("ListedCourse");

/** A course with the words of the clauses that it follows; a clause that the latest version dropped has none. */
export const CourseView = Course.Info.extend({
  clauses: z.array(
    Course.ClauseLink.extend({
      policyTitle: z.string().optional(),
      heading: z.string().optional(),
      text: z.string().optional(),
    }),
  ),
}).openapi("Course");
