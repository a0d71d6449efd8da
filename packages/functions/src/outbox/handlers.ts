import type { SFNClient } from "@aws-sdk/client-sfn";
import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { type AwardHandlerDeps, awardHandlers } from "../award/handlers.ts";
import { processMaterial } from "../files/process-material.ts";
import { type FollowDeps, follow } from "../lifecycle/follow.ts";
import { type Publishing, publishAnnouncement } from "../message/publish.ts";
import { type Sending, sendMessage } from "../message/send.ts";
import { type SendingDeps, sendSurvey } from "../survey/send.ts";
import { sendNudge } from "./nudge.ts";
import { escalateArchive, type RemindDeps, stillTrue } from "./remind.ts";
import { done, type Handled, type Handlers } from "./runner.ts";
import { startExecution } from "./start-execution.ts";

/** Clients asked in one go; the row's cursor goes on from there. */
const CLIENTS_AT_ONCE = 200;

export interface HandlerDeps extends RemindDeps, Publishing, Omit<FollowDeps, "covers" | "announcements"> {
  announcements: Announcements;
  sfn: SFNClient;
  stateMachineArn: string;
  sending: Sending;
  survey: SendingDeps;
  awardRuns: AwardHandlerDeps;
  material: Parameters<typeof processMaterial>[0];
  covers: FollowDeps["covers"] & { coverRound: (activityId: string, at: string) => Promise<unknown> };
}

/** What each kind of effect does; every handler is safe to run twice. */
export function handlers(deps: HandlerDeps): Handlers {
  const sendSurveyPage = sendSurvey(deps.survey);
  return {
    ...awardHandlers(deps.awardRuns),
    "execution.start": startExecution(deps),
    "lifecycle.nudge": sendNudge(deps),
    "announcement.publish": (effect) => publishAnnouncement(effect, deps),
    "message.send": async (effect, row) =>
      (await stillTrue(deps, effect)) ? sendMessage(effect, row, deps.sending) : done,
    "archive.escalate": escalateArchive(deps),
    "cover.round": async ({ activityId }) => after(deps.covers.coverRound(activityId, deps.now())),
    "activity.follow": ({ activityId }) => after(follow(deps, activityId, deps.now())),
    "survey.send": async ({ activityId, issue }, { cursor }) => {
      const next = await sendSurveyPage({ activityId, issue, cursor, limit: CLIENTS_AT_ONCE });
      return next.cursor === undefined ? done : { state: "more", cursor: next.cursor };
    },
    "material.process": ({ activityId, materialId }) =>
      after(processMaterial(deps.material, { activityId, materialId, at: deps.now() })),
  };
}

const after = async (work: Promise<unknown>): Promise<Handled> => {
  await work;
  return done;
};
