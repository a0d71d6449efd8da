import type { NewActivity } from "@yigong/application/activity/new-activity.ts";
import type { Who } from "../sample/people.ts";
import { type House, localTime, type Started } from "./house.ts";

interface Session {
  startsAt: string;
  endsAt: string;
  positions: { name: string; headCount: number; requiredSkills?: string[] }[];
}

/** What a test says of an activity; all else is usual. */
export type Plan = Partial<Omit<NewActivity, "sessions">> & {
  /** In how many days it takes place, from 09:00 to 12:00. */
  in: number;
  /** Places in the only position. */
  headCount?: number;
  /** Sessions of its own instead. */
  sessions?: Session[];
  by?: Who;
};

interface Shown {
  id: string;
  sessions: { id: string; startsAt: string; endsAt: string; positions: { id: string }[] }[];
}

/** An alliance activity of the first branch for nobody definite, with three places. Recruiting ends two days before at 18:00. */
export function draftOf({ machine, unitId }: House, plan: Plan) {
  const { in: days, headCount = 3, by: _, sessions, ...said } = plan;
  const at = (time: string, more = 0) => localTime(machine.now(), time, days + more);
  const usual = { startsAt: at("09:00"), endsAt: at("12:00"), positions: [{ name: "服务员", headCount }] };
  return {
    title: "社区便民服务",
    description: "为居民检修宽带、讲解手机使用。",
    place: "海陵区文化广场",
    risks: "户外活动，注意防暑。",
    origin: "alliance",
    scope: "general",
    beneficiary: "society",
    audience: { branchIds: [unitId("一支部")], teamIds: [] },
    servedParty: { kind: "none", reason: "面向全体居民，没有明确的服务对象" },
    recruitUntil: at("18:00", -2),
    sessions: sessions ?? [usual],
    ...said,
  };
}

/** What organizers, teams and the alliance do with an activity. */
export function organizing(house: House) {
  const { as } = house;
  const path = ({ id }: Pick<Started, "id">) => `/activities/${id}`;
  return {
    async startActivity(plan: Plan): Promise<Started> {
      const { by = "organizer" } = plan;
      const { id, sessions } = await as(by).post<Shown>("/activities", draftOf(house, plan));
      const first = sessions[0]?.startsAt ?? "";
      return {
        id,
        sessions: sessions.map(({ positions, ...session }) => ({
          ...session,
          positionIds: positions.map((position) => position.id),
        })),
        at: (time, days = 0) => localTime(first, time, days),
      };
    },
    closeEarly: (activity: Started, stage: string, by: Who = "organizer") =>
      as(by).post(`${path(activity)}/close`, { stage, reason: "提前结束" }),
    extend: (activity: Started, stage: string, until: string) =>
      as("organizer").post(`${path(activity)}/extend`, { stage, until }),
    /** Moves the only session, keeping its length, and says other times. */
    reschedule: (
      { id, sessions }: Started,
      { startsAt, ...times }: { startsAt: string; recruitUntil?: string; coverUntil?: string },
    ) =>
      as("organizer").post(`/activities/${id}/reschedule`, {
        sessions: sessions.slice(0, 1).map((session) => ({
          id: session.id,
          startsAt,
          endsAt: new Date(
            Date.parse(startsAt) + Date.parse(session.endsAt) - Date.parse(session.startsAt),
          ).toISOString(),
        })),
        ...times,
        reason: "天气原因",
      }),
    cancel: (activity: Started, by: Who = "organizer") =>
      as(by).post(`${path(activity)}/cancel`, { reason: "场地不可用" }),
    approve: (activity: Started, grants: object = {}) =>
      as("alliance").post(`${path(activity)}/proposal/decision`, { verdict: "approve", reason: "同意", grants }),
    returnForChanges: (activity: Started) =>
      as("alliance").post(`${path(activity)}/proposal/decision`, { verdict: "return", reason: "请说明安全措施" }),
    refuse: (activity: Started) =>
      as("alliance").post(`${path(activity)}/proposal/decision`, { verdict: "refuse", reason: "与年度计划冲突" }),
    sendAgain: (activity: Started, proposal: { plan: string; wishes: object }, by: Who) =>
      as(by).put(`${path(activity)}/proposal`, proposal),
  };
}
