import type { SFNClient } from "@aws-sdk/client-sfn";
import { type ApplyChangeDeps, applyChange } from "@yigong/application/activity/apply-change.ts";
import { type Publishing, publishAnnouncement } from "@yigong/application/announcement/publish-announcement.ts";
import { escalateArchive, type RemindDeps } from "@yigong/application/archive/escalate-archive.ts";
import { processMaterial } from "@yigong/application/archive/process-material.ts";
import { isStillTrue } from "@yigong/application/lifecycle/is-still-true.ts";
import { type Sending, sendMessage } from "@yigong/application/message/send-message.ts";
import { done, type Handled, type Handlers } from "@yigong/application/ports/effect-handler.ts";
import { type SendingDeps, sendSurvey } from "@yigong/application/survey/send-survey-links.ts";
import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { sendNudge } from "./nudge.ts";
import { startExecution } from "./start-execution.ts";

/** Clients asked in one go; the row's cursor goes on from there. */
const CLIENTS_AT_ONCE = 200;

export interface HandlerDeps extends RemindDeps, Publishing, Omit<ApplyChangeDeps, "covers" | "announcements"> {
  announcements: Announcements;
  sfn: SFNClient;
  stateMachineArn: string;
  sending: Sending;
  survey: SendingDeps;
  awardRuns: AwardHandlerDeps;
  material: Parameters<typeof processMaterial>[0];
  covers: ApplyChangeDeps["covers"] & { coverRound: (activityId: string, at: string) => Promise<unknown> };
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
      (await isStillTrue(deps, effect)) ? sendMessage(effect, row, deps.sending) : done,
    "archive.escalate": escalateArchive(deps),
    "cover.round": async ({ activityId }) => after(deps.covers.coverRound(activityId, deps.now())),
    "activity.follow": ({ activityId }) => after(applyChange(deps, activityId, deps.now())),
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
