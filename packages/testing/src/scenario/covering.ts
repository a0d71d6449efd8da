import { closeCovers } from "@yigong/application/cover/close-covers.ts";
import { listDoneCovers } from "@yigong/application/cover/list-done-covers.ts";
import { matchCovers } from "@yigong/application/cover/match-covers.ts";
import { openCovers } from "@yigong/application/cover/open-covers.ts";
import { recomputeCovers } from "@yigong/application/cover/recompute-covers.ts";
import { voidCovers } from "@yigong/application/cover/void-covers.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Need } from "@yigong/core/cover/cover.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import type { UseCases } from "@yigong/functions/composition/use-cases.ts";
import { memberOf, partyMember } from "../sample/members.ts";
import { shift } from "../sample/shifts.ts";
import { POSTS } from "../sample/units.ts";
import type { TestAlliance } from "../test-alliance.ts";

interface Setting {
  hours?: readonly [string, string];
  /** Who else has a place. */
  others?: number[];
}

/** What happens to the covers of an activity without anybody's request: the verbs of the cover stage. */
export const coverVerbs = (useCases: UseCases) => ({
  openCovers: openCovers(useCases),
  coverRound: matchCovers(useCases),
  recompute: recomputeCovers(useCases),
  voidAll: voidCovers(useCases),
  closeCovers: closeCovers(useCases),
  covered: listDoneCovers(useCases),
  counts: async (activityId: string) => Cover.countsOf(await useCases.covers.of(activityId)),
});

/** Shifts that share time with service, and who covers them. Service is on Saturday 12 September from 9 to 13. */
export function covering({ given, useCases, effects, clock }: TestAlliance) {
  const work = coverVerbs(useCases);
  const needs = (activityId: string = Sample.activityId()) => useCases.covers.of(activityId);
  /** The only need of an activity. */
  const need = async (activityId?: string): Promise<Need> => {
    const [only, ...more] = await needs(activityId);
    if (!only || more.length > 0) throw new Error(`${more.length} more needs than one`);
    return only;
  };
  const staffed = async (participant: number, hours: readonly [string, string], others: readonly Member[] = []) => {
    const { affiliations } = partyMember(participant);
    const serving = Sample.member(participant, { affiliations });
    await given.units(POSTS);
    await given.members("alliance", "organizer", "counterHead", "secretaryA", "secretaryB", serving, ...others);
    await given.shifts(shift(participant, participant, hours));
  };
  return {
    needs,
    need,
    /** An activity in which one person serves who has a shift then. */
    async activity(number: number, participant: number, { hours = ["08:00", "12:00"], others = [] }: Setting = {}) {
      const positions = [{ id: Sample.positionId(number), name: "引导", headCount: 20, requiredSkills: [] }];
      const session = Sample.session(20, { id: Sample.sessionId(number), positions });
      const activity = await given.activity({ id: Sample.activityId(number), sessions: [session] }, "Cover");
      await staffed(
        participant,
        hours,
        others.map((other) => memberOf(other)),
      );
      await given.places(activity, participant, ...others);
      return activity;
    },
    /** The same with member 1, and covers are asked for: of these people. */
    async opened(...coverers: Member[]): Promise<Activity> {
      const activity = await given.activity({}, "Cover");
      await staffed(1, ["08:00", "12:00"], coverers);
      await given.places(activity, 1);
      await work.openCovers(activity, Sample.DEADLINE);
      return activity;
    },
    /** Where somebody acts on the only need of an activity. */
    path: async (activity: Pick<Activity, "id">, verb: string) =>
      `/activities/${activity.id}/covers/${(await need(activity.id)).id}/${verb}`,
    /** Runs what a no has asked for: the rounds that are due. @returns how many ran */
    async runRounds() {
      const due = (await effects()).filter((effect) => effect.dueAt <= clock.at);
      const rounds = due.filter((effect) => effect.kind === "cover.round");
      for (const { id, activityId } of rounds) {
        await work.coverRound(activityId, clock.at);
        await useCases.outbox.done(id);
      }
      return rounds.length;
    },
  };
}
