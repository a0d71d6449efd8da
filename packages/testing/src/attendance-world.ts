import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { BRANCH, partyMember, type ServiceWorld } from "./service-world.ts";

export const LEADER = 9_000;
export const ALLIANCE = 700;
export const SECRETARY = 701;
export const SESSION = `/activities/${Sample.activityId()}/sessions/${Sample.sessionId()}`;
export const ABSENCE = `/activities/${Sample.activityId()}/absences/${Sample.sessionId()}`;
export const day = (time: string) => `2026-09-12T${time}Z`;
/** Service is from 9 to 13 local time, 01:00 to 05:00 UTC; the stage ends with it here. */
export const IN_TIME = day("00:55:00.000");
export const LATE = day("05:00:00.000");

export const absent = (member: number, why = "没有来") => ({ memberId: Sample.memberId(member), state: "absent", why });
export const present = (member: number) => ({ memberId: Sample.memberId(member), state: "present" });

/** For tests: one session, with the people around it and what they do through the API. */
export function sceneIn(world: ServiceWorld) {
  const screen = async () => (await world.as(LEADER, "GET", `${SESSION}/code`)).json;
  return {
    world,
    screen,
    /** Members 1 to 3 have a place, 1, 2, 4 and 5 are on the duty list; member 6 waits. */
    async begun() {
      const activity = world.hold(Sample.activity({ sessions: [Sample.session(3)] }), "Execute");
      const all = [1, 2, 3, 4, 5, 6, LEADER, ALLIANCE, SECRETARY].map((number) => partyMember(number));
      world.enrol(...all);
      await world.deps.dutyLists.fix(activity.id, [1, 2, 4, 5].map(Sample.memberId), Sample.RECRUITING);
      await world.place(activity, 1, 2, 3, 6);
      world.grant(ALLIANCE, "alliance");
      world.grant(SECRETARY, "branchSecretary", { kind: "branch", unitId: BRANCH });
      world.clock.at = IN_TIME;
      return activity;
    },
    /** By the code on the screen, or another. */
    async checkIn(member: number, code?: string) {
      return world.as(member, "POST", `${SESSION}/check-in`, { code: code ?? (await screen()).code });
    },
    async wrongCode() {
      const { code } = await screen();
      return code === "000000" ? "000001" : "000000";
    },
    callRoll: (by: number, ...lines: object[]) => world.as(by, "POST", `${SESSION}/roll-call`, { lines }),
    rowOf: (member: number) =>
      world.deps.attendances.find({
        activityId: Sample.activityId(),
        sessionId: Sample.sessionId(),
        memberId: Sample.memberId(member),
      }),
  };
}
export type Scene = ReturnType<typeof sceneIn>;
