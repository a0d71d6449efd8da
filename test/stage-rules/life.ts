import { cancelActivity } from "@yigong/application/activity/cancel-activity.ts";
import { createActivity } from "@yigong/application/activity/create-activity.ts";
import { extendStage } from "@yigong/application/activity/extend-stage.ts";
import { NewActivity } from "@yigong/application/activity/new-activity.ts";
import { rescheduleActivity } from "@yigong/application/activity/reschedule-activity.ts";
import { historyOf, type Rig } from "./rig.ts";

/** When the stages of the usual activity are due. */
export const DUE = {
  Recruit: "2026-09-08T10:00:00.000Z",
  Cover: "2026-09-11T13:00:00.000Z",
  start: "2026-09-12T01:00:00.000Z",
  Execute: "2026-09-12T06:00:00.000Z",
  /** A gated stage that nobody ends is looked at again. */
  Archive: "2026-12-11T04:00:00.000Z",
};

const ORGANIZER = {
  memberId: "mem_00000000000000000000009000",
  grants: [{ role: "alliance" as const, scope: { kind: "all" as const }, from: "2010-01-01T00:00:00.000Z" }],
};
const BY = { actorId: ORGANIZER.memberId, role: "alliance" };

const usual = {
  title: "社区便民服务",
  description: "为居民检修宽带",
  place: "海陵社区",
  risks: "户外作业，注意防暑",
  origin: "alliance",
  scope: "general",
  beneficiary: "society",
  servedParty: { kind: "none", reason: "面向不特定居民" },
  recruitUntil: DUE.Recruit,
  surveyDays: 7,
  sessions: [{ startsAt: DUE.start, endsAt: "2026-09-12T04:00:00.000Z", positions: [{ name: "引导", headCount: 2 }] }],
};

let serial = 0;

/** What organizers do with one activity, by the clock of the moment; each waits for what it causes at once. */
export async function startActivity(rig: Rig, change: object = {}) {
  const { useCases, settle } = rig;
  const id = `act_${String(++serial).padStart(26, "0")}`;
  const draft = NewActivity.parse({ ...usual, ...change });
  await createActivity(useCases)(draft, { actor: ORGANIZER, at: rig.now(), activityId: id });
  await settle();
  const detail = () => useCases.activities.get(id);
  const by = (reason?: string) => ({ ...BY, at: rig.now(), ...(reason === undefined ? {} : { reason }) });
  const settled = async <Result>(work: Promise<Result>): Promise<Result> => {
    const result = await work;
    await settle();
    return result;
  };
  return {
    id,
    row: () => useCases.lifecycles.get(id),
    token: () => useCases.lifecycles.token(id),
    detail,
    close: (stage: "Propose" | "Recruit" | "Cover" | "Execute" | "Archive" | "Survey", kind = "closedEarly" as const) =>
      settled(useCases.decideStage({ activityId: id, stage, kind, by: BY.actorId, at: rig.now() })),
    cancel: async (reason = "下雨") => settled(cancelActivity(useCases)(await detail(), { ...by(), reason })),
    extend: async (stage: "Recruit" | "Cover", until: string) =>
      settled(extendStage(useCases)(await detail(), { stage, until }, by())),
    /** Moves the start, and with it all that follows. */
    moveTo: async (startsAt: string, endsAt: string) => {
      const { sessions } = await detail();
      const times = sessions.map((session) => ({ id: session.id, startsAt, endsAt }));
      return settled(rescheduleActivity(useCases)(id, { sessions: times }, by("改期")));
    },
    history: (generation = 1) => historyOf(rig.engine, rig.stateMachineArn, `${id}-${generation}`),
  };
}
export type Started = Awaited<ReturnType<typeof startActivity>>;
