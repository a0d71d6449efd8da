import { entryOf } from "@yigong/core/audit/audit.ts";
import { courseRefusal } from "@yigong/core/course/course.refusals.ts";
import type { Courses } from "@yigong/core/course/course.store.ts";
import { Course } from "@yigong/core/course/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { TrainingPolicy } from "@yigong/core/policy/index.ts";
import { policyRefusal } from "@yigong/core/policy/policy.refusals.ts";
import type { Policies } from "@yigong/core/policy/policy.store.ts";
import { requireUnits } from "../organization/require-units.ts";

export interface CourseDeps {
  courses: Courses;
  policies: Pick<Policies, "getMany">;
  units: Pick<Units, "getMany">;
  newId: NewId;
}

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** Adds a course. @throws `unit.missing`, `unit.wrong_kind`, `unit.ended`, `policy.missing`, `course.clause_unknown`, `course.aims_missing` */
export const beginCourse =
  (deps: CourseDeps) =>
  async (writing: Course.Writing, { id, by, at }: Acting & { id: Course.Id }): Promise<void> => {
    await requireKnown(deps, writing, []);
    const course = Course.begin(writing, { id, by: by.actorId, at });
    await deps.courses.begin(course, { audit: [entryOf(deps.newId, entry("begin", id, { by, at }))], effects: [] });
  };

/** Says a course otherwise. @throws `course.missing`, those of `beginCourse` and `Course.revise` */
export const reviseCourse =
  (deps: CourseDeps) =>
  async (courseId: string, writing: Course.Writing, { by, at, version }: Acting & { version: number }) => {
    await requireKnown(deps, writing, (await deps.courses.get(courseId)).clauses);
    await deps.courses.change(courseId, at, (held) => ({
      item: Course.revise(held, writing, { version }),
      audit: [entryOf(deps.newId, entry("change", courseId, { by, at }))],
      effects: [],
    }));
  };

/** Ends a course. @throws `course.missing`, those of `Course.end` */
export const endCourse =
  ({ courses, newId }: Pick<CourseDeps, "courses" | "newId">) =>
  async (courseId: string, { by, at, reason, version }: Acting & { reason: string; version: number }) => {
    await courses.change(courseId, at, (held) => ({
      item: Course.end(held, { by: by.actorId, at, reason, version }),
      audit: [entryOf(newId, { ...entry("end", courseId, { by, at }), reason })],
      effects: [],
    }));
  };

const entry = (verb: "begin" | "change" | "end", subjectId: string, act: Acting) => ({
  ...act,
  subjectId,
  action: `course.${verb}`,
});

/** A course names a team that there is, and clauses of the latest version; a link that it had before may stay. */
async function requireKnown(
  { units, policies }: Pick<CourseDeps, "units" | "policies">,
  { teamId, clauses }: Course.Writing,
  before: readonly Course.ClauseLink[],
): Promise<void> {
  await requireUnits(units, { teamId });
  const had = new Set(before.map(keyOf));
  const fresh = clauses.filter((link) => !had.has(keyOf(link)));
  const found = await policies.getMany([...new Set(fresh.map(({ policyId }) => policyId))]);
  for (const { policyId, anchor } of fresh) {
    const policy = found.find(({ id }) => id === policyId);
    if (!policy) throw policyRefusal("policy.missing");
    if (!TrainingPolicy.latest(policy).clauses.some((clause) => clause.anchor === anchor))
      throw courseRefusal("course.clause_unknown", { anchor });
  }
}

const keyOf = ({ policyId, anchor }: Course.ClauseLink): string => `${policyId} ${anchor}`;
