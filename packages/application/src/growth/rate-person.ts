import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme, Rating } from "@yigong/core/growth/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { By } from "@yigong/core/permission/actor.ts";

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

export interface RateDeps {
  programmes: Programmes;
  newId: NewId;
  zone: string;
}

const partyOf = ({ actorId, deputyFor }: By) => ({ by: actorId, ...(deputyFor === undefined ? {} : { deputyFor }) });

/** Says how far somebody is; what was said before stays. @throws `growth.missing`, those of `Rating.rate` */
export const ratePerson =
  ({ programmes, newId, zone }: RateDeps) =>
  async (
    { programmeId, ...of }: { programmeId: string; memberId: string; rater: Rating.Rater; phase: Rating.Phase },
    levels: Rating.Levels,
    { by, at }: Acting,
  ): Promise<void> => {
    const programme = await programmes.get(programmeId);
    const windows = Programme.windowsOf(programme, zone);
    await programmes.rate({ programmeId, ...of }, at, (held) => ({
      item: Rating.rate(held, levels, { programme, windows, ...of, ...partyOf(by), at }),
      audit: [entryOf(newId, { subjectId: programmeId, at, action: "growth.rate", by, detail: of })],
    }));
  };

export interface MarkDeps extends RateDeps {
  activities: Pick<Activities, "get">;
  /** Whether somebody was present in some session of an activity. */
  attended: (activityId: string, memberId: string) => Promise<boolean>;
}

/** Marks what somebody does in an activity since a programme. @throws `growth.missing`, `activity.missing`, those of `Rating.mark` */
export const markBehaviour =
  ({ programmes, newId, zone, activities, attended }: MarkDeps) =>
  async (
    key: { programmeId: string; memberId: string; activityId: string },
    given: number,
    { by, at }: Acting,
  ): Promise<void> => {
    const { programmeId, memberId, activityId } = key;
    const [programme, activity] = await Promise.all([programmes.get(programmeId), activities.get(activityId)]);
    const marking = {
      ...{ programme, windows: Programme.windowsOf(programme, zone), memberId, ...partyOf(by), at },
      activity: { id: activityId, startsAt: startOf(activity), endsAt: endOf(activity) },
      attended: await attended(activityId, memberId),
    };
    await programmes.mark(key, at, (held) => ({
      item: Rating.mark(held, given, marking),
      audit: [
        entryOf(newId, { subjectId: programmeId, at, action: "growth.mark", by, detail: { memberId, activityId } }),
      ],
    }));
  };
