import type { SFNClient } from "@aws-sdk/client-sfn";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { processMaterial } from "../files/process-material.ts";
import { publishAnnouncement, type Publishing } from "../message/publish.ts";
import { type Sending, sendMessage } from "../message/send.ts";
import { type SendingDeps, sendSurvey } from "../survey/send.ts";
import { sendNudge } from "./nudge.ts";
import { escalateArchive, type RemindDeps, stillTrue } from "./remind.ts";
import { done, type Handled, type Handlers } from "./runner.ts";
import { startExecution } from "./start-execution.ts";

/** Clients asked in one go; the row's cursor goes on from there. */
const CLIENTS_AT_ONCE = 200;

export interface HandlerDeps extends RemindDeps, Publishing {
  sfn: SFNClient;
  stateMachineArn: string;
  sending: Sending;
  survey: SendingDeps;
  material: Parameters<typeof processMaterial>[0];
  covers: {
    coverRound: (activityId: string, at: string) => Promise<unknown>;
    recompute: (activity: Activity, at: string) => Promise<unknown>;
    voidAll: (activity: Activity, reason: "activityCancelled", at: string) => Promise<unknown>;
  };
}

/** What each kind of effect does; every handler is safe to run twice. */
export function handlers(deps: HandlerDeps): Handlers {
  const sendSurveyPage = sendSurvey(deps.survey);
  return {
    "execution.start": startExecution(deps),
    "lifecycle.nudge": sendNudge(deps),
    "announcement.publish": (effect) => publishAnnouncement(effect, deps),
    "message.send": async (effect, row) => ((await stillTrue(deps, effect)) ? sendMessage(effect, row, deps.sending) : done),
    "archive.escalate": escalateArchive(deps),
    "cover.round": async ({ activityId }) => after(deps.covers.coverRound(activityId, deps.now())),
    "cover.recompute": async ({ activityId }) => {
      const [activity, row] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
      if (activity.origin !== "alliance") return done;
      if (row.status === "cancelled") return after(deps.covers.voidAll(activity, "activityCancelled", deps.now()));
      return after(deps.covers.recompute(activity, deps.now()));
    },
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
