import { z } from "@hono/zod-openapi";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

/** Whoever an answer names by id, so that people read names and employee numbers. */
export const PeopleView = z
  .array(z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() }))
  .openapi("People");
export type PeopleView = z.output<typeof PeopleView>;

/** What the activities that an answer names by id are called. */
export const TitlesView = z.array(z.object({ activityId: z.string(), title: z.string() })).openapi("Titles");

const distinct = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined && id !== "" && id !== "system") as string[]),
];

/** Each person once; an id that nobody has any more is left out. */
export async function peopleOf(
  deps: { members: Pick<Members, "getMany"> },
  ids: readonly (string | undefined)[],
): Promise<PeopleView> {
  const wanted = distinct(ids);
  const members = wanted.length === 0 ? [] : await deps.members.getMany(wanted, recent);
  return members.map(({ id, name, employeeNumber }) => ({ memberId: id, name, employeeNumber }));
}

export async function titlesOf(
  deps: { activities: Pick<Activities, "getMany"> },
  ids: readonly (string | undefined)[],
): Promise<z.output<typeof TitlesView>> {
  const wanted = distinct(ids);
  const activities = wanted.length === 0 ? [] : await deps.activities.getMany(wanted, recent);
  return activities.map(({ id, title }) => ({ activityId: id, title }));
}
