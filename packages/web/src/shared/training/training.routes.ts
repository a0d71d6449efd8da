import type { CourseView, ListedCourse } from "@yigong/functions/api/course.view.ts";
import type { PerformanceComparison, PerformanceSets } from "@yigong/functions/api/performance.view.ts";
import type { PolicySummary, PolicyView } from "@yigong/functions/api/training-policy.view.ts";
import type * as z from "zod";
import type { Page } from "../api/routes.ts";

export type Course = z.output<typeof CourseView>;
export type CourseInList = z.output<typeof ListedCourse>;
export type TrainingPolicy = z.output<typeof PolicyView>;
export type PolicyInList = z.output<typeof PolicySummary>;

export type Compared = z.output<typeof PerformanceComparison>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /courses": Page<CourseInList>;
    "POST /courses": Course;
    "GET /courses/{id}": Course;
    "PUT /courses/{id}": Course;
    "POST /courses/{id}/end": Course;
    "GET /performance": z.output<typeof PerformanceSets>;
    "GET /performance/comparison": Compared;
    "GET /training-policies": Page<PolicyInList>;
    "POST /training-policies": TrainingPolicy;
    "GET /training-policies/{id}": TrainingPolicy;
    "POST /training-policies/{id}/versions": TrainingPolicy;
  }
}
