import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, endOf, startOf } from "@yigong/core/activity/activity.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import { presenceOf } from "@yigong/core/attendance/outcome.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { type Info as Programme, windowsOf } from "@yigong/core/growth/programme.ts";
import { markOf } from "@yigong/core/growth/rating.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

export interface MarksDeps {
  programmes: Pick<Programmes, "behaviours">;
  attendances: Pick<Attendances, "of">;
  zone: string;
}

/** Whom the lead of an activity may mark, for one programme. */
export interface MarksAsked {
  programmeId: string;
  title: string;
  /** Until when marks are taken, ISO-8601 UTC. */
  until: string;
  people: { memberId: string; mark?: number }[];
}

const isLookedAt = (programme: Programme, activity: Activity, at: string, zone: string): boolean => {
  const { from, until, markedUntil } = windowsOf(programme, zone).behaviour;
  const startsAt = startOf(activity);
  return from <= startsAt && startsAt < until && endOf(activity) <= at && at < markedUntil;
};

/**
 * Whom an activity's lead is asked to mark: people of programmes that ended before it, who were there.
 *
 * @param all - every programme
 * @param at - ISO-8601 UTC
 */
export async function marksAsked(
  { programmes, attendances, zone }: MarksDeps,
  activity: Activity,
  { all, at }: { all: readonly Programme[]; at: string },
): Promise<MarksAsked[]> {
  const looked = all.filter((one) => isLookedAt(one, activity, at, zone));
  if (looked.length === 0) return [];
  const { present } = presenceOf(await attendances.of(activity.id));
  const asked = await Promise.all(
    looked.map(async (programme): Promise<MarksAsked> => {
      const { id: programmeId, title, memberIds } = programme;
      const own = (await programmes.behaviours(programmeId)).filter(({ activityId }) => activityId === activity.id);
      const marks = new Map(own.map((one) => [one.memberId, markOf(one)]));
      const there = memberIds.filter((id) => present.has(id) && id !== activity.organizerId);
      const people = there.map((memberId) => {
        const mark = marks.get(memberId);
        return { memberId, ...(mark !== undefined && { mark }) };
      });
      return { programmeId, title, until: windowsOf(programme, zone).behaviour.markedUntil, people };
    }),
  );
  return asked.filter(({ people }) => people.length > 0);
}

/** The same with names, for the lead's page. @throws `activity.missing` */
export const readMarksAsked =
  (
    deps: MarksDeps & {
      programmes: Pick<Programmes, "all">;
      activities: Pick<Activities, "get">;
      members: Pick<Members, "getMany">;
    },
  ) =>
  async (activityId: string, at: string) => {
    const [activity, all] = await Promise.all([deps.activities.get(activityId), deps.programmes.all()]);
    const asked = await marksAsked(deps, activity, { all, at });
    const found = await deps.members.getMany(asked.flatMap(({ people }) => people.map(({ memberId }) => memberId)));
    const names = new Map(found.map((member) => [member.id as string, member.name]));
    return asked.map(({ people, ...programme }) => ({
      ...programme,
      people: people.map((one) => ({ ...one, name: names.get(one.memberId) ?? "" })),
    }));
  };
