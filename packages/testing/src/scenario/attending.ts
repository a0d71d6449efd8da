import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember } from "../sample/members.ts";
import type { Person } from "../sample/person.ts";
import type { TestAlliance } from "../test-alliance.ts";

export const SESSION = `/activities/${Sample.activityId()}/sessions/${Sample.sessionId()}`;
export const ABSENCE = `/activities/${Sample.activityId()}/absences/${Sample.sessionId()}`;
export const day = (time: string) => `2026-09-12T${time}Z`;
/** Service is from 9 to 13 local time, 01:00 to 05:00 UTC; the stage ends with it here. */
export const IN_TIME = day("00:55:00.000");
export const LATE = day("05:00:00.000");

export const absent = (member: number, why = "没有来") => ({ memberId: Sample.memberId(member), state: "absent", why });
export const present = (member: number) => ({ memberId: Sample.memberId(member), state: "present" });

/** One session of three places, and what people do there. */
export function attending({ given, when, useCases, clock }: TestAlliance) {
  const screen = async () => (await when("organizer").get(`${SESSION}/code`)).body;
  return {
    screen,
    /** Members 1 to 3 have a place, 1, 2, 4 and 5 are on the duty list; member 6 waits, 99 has nothing to do with it. */
    async begun() {
      const activity = await given.activity({ sessions: [Sample.session(3)] }, "Execute");
      const volunteers = [1, 2, 3, 4, 5, 6].map((number) => partyMember(number));
      await given.members("organizer", "alliance", "secretaryA", 99, ...volunteers);
      await useCases.dutyLists.fix(activity.id, [1, 2, 4, 5].map(Sample.memberId), Sample.RECRUITING);
      await given.places(activity, 1, 2, 3, 6);
      clock.at = IN_TIME;
      return activity;
    },
    /** By the code on the screen, or another. */
    checkIn: async (member: number, code?: string) =>
      when(member).post(`${SESSION}/check-in`, { code: code ?? (await screen()).code }),
    async wrongCode() {
      const { code } = await screen();
      return code === "000000" ? "000001" : "000000";
    },
    callRoll: (by: Person, ...lines: object[]) => when(by).post(`${SESSION}/roll-call`, { lines }),
    rowOf: (member: number) =>
      useCases.attendances.find({
        activityId: Sample.activityId(),
        sessionId: Sample.sessionId(),
        memberId: Sample.memberId(member),
      }),
  };
}
