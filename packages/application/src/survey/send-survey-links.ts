import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Reached } from "@yigong/core/contact/reach.ts";
import { instantText } from "@yigong/core/language/when.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Settings } from "@yigong/core/organization/organization.ts";
import { answerKeyOf, doorOf, type Hmac, tokenOf } from "@yigong/core/survey/link.ts";
import { CHUNK, type Client } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { type Open, takesAnswers } from "@yigong/core/survey/survey.ts";
import { cachedForAMinute } from "../lib/cached-for-a-minute.ts";
import type { ClientMessage, Deliver } from "../ports/client-delivery.ts";
import { type ReachDeps, reachClients } from "./reach-clients.ts";

/** What sending links needs. `origin` is where clients reach us, such as `https://example.org`. */
export interface SendingDeps {
  surveys: Surveys;
  activities: { get(activityId: string): Promise<Activity> };
  settings: () => Promise<Pick<Settings, "name" | "zone">>;
  contacts: ReachDeps["contacts"];
  hmac: Hmac;
  deliver: Deliver;
  origin: string;
  now: () => string;
}

/** A part of a sending: from `cursor` on, about `limit` clients. */
export interface SendingRequest {
  activityId: string;
  issue: number;
  cursor?: string | undefined;
  limit: number;
  /** Aborted when what is under way has to end at once. */
  signal?: AbortSignal | undefined;
}

const IN_FLIGHT = 10;

/**
 * Sends the links of one issue to the next clients who have not answered.
 *
 * Safe to run twice: links are derived and need no rows, messages carry a key. The dispatch of a hundred is recorded
 * after it was sent, and that record invalidates the links of the issue before, so that each client has a valid one. An
 * issue that was superseded, or whose survey takes no more answers, sends nothing. Clients are taken in whole hundreds;
 * who wants no message, or is a contact no more, is passed over as they stand when it is sent.
 * @returns where to go on; no cursor when everybody was asked
 * @throws `survey.still_sending` when a reminder comes before the issue before it is out: try again later
 */
export const sendSurvey = (deps: SendingDeps) => {
  const answeredOf = answeredKeys(deps);
  return async ({
    activityId,
    issue,
    cursor,
    limit,
    signal,
  }: SendingRequest): Promise<{ cursor?: string | undefined }> => {
    const survey = await surveyAt(deps, activityId, issue);
    if (!survey) return {};
    const activity = await deps.activities.get(activityId);
    const settings = await deps.settings();
    const answered = await answeredOf({ activityId, issue, cursor });
    await deps.surveys.links.open(doorOf(deps.hmac, activityId), { activityId, title: activity.title });
    let chunk = Number(cursor ?? 0);
    for (let taken = 0; taken < Math.max(limit, 1); taken += CHUNK) {
      const clients = await deps.surveys.served.chunk(activityId, chunk);
      if (clients.length > 0) await sendChunk(deps, { survey, activity, settings, chunk, clients, answered, signal });
      if (clients.length < CHUNK) return {};
      chunk += 1;
    }
    return { cursor: String(chunk) };
  };
};

/** Reads who has answered when a sending begins, then caches it for a minute while its parts follow each other. */
function answeredKeys({ surveys, now }: SendingDeps) {
  let sending: { name: string; keys: () => Promise<ReadonlySet<string>> } | undefined;
  return ({ activityId, issue, cursor }: Omit<SendingRequest, "limit" | "signal">): Promise<ReadonlySet<string>> => {
    const name = `${activityId}:${issue}`;
    if (cursor === undefined || sending?.name !== name)
      sending = { name, keys: cachedForAMinute(() => surveys.links.answeredKeys(activityId), now) };
    return sending.keys();
  };
}

/** The survey if this issue is the one to send; a scheduled reminder first advances the survey to its issue. */
async function surveyAt({ surveys, now }: SendingDeps, activityId: string, issue: number): Promise<Open | undefined> {
  const survey = await surveys.get(activityId);
  if (!takesAnswers(survey, now())) return undefined;
  if (issue === survey.issue + 1) return surveys.advance(activityId, now());
  return issue === survey.issue ? survey : undefined;
}

interface Batch {
  survey: Open;
  activity: Activity;
  settings: Pick<Settings, "name" | "zone">;
  chunk: number;
  clients: readonly Client[];
  answered: ReadonlySet<string>;
  signal: AbortSignal | undefined;
}

async function sendChunk(deps: SendingDeps, batch: Batch): Promise<void> {
  const { activityId, issue } = batch.survey;
  const day = dayOf(deps.now(), batch.settings.zone);
  const linked = (await reachClients(deps, batch.clients, day)).flatMap(({ client: { clientId }, reach }) => {
    const recipient = { activityId, clientId, issue };
    const isAnswered = batch.answered.has(answerKeyOf(deps.hmac, recipient));
    return isAnswered || "bar" in reach ? [] : [{ clientId, to: reach.to, token: tokenOf(deps.hmac, recipient) }];
  });
  const reached: string[] = [];
  await inParallel(linked, IN_FLIGHT, async (one) => {
    if (await deps.deliver(messageTo(deps.origin, batch, one), batch.signal)) reached.push(one.clientId);
  });
  const sent = linked.map(({ clientId }) => clientId);
  await deps.surveys.dispatches.record({ activityId, chunk: batch.chunk, issue, linked: sent, reached });
}

interface Linked {
  clientId: string;
  to: Reached;
  token: string;
}

const TEMPLATES = {
  client: { first: "survey.invitation", again: "survey.reminder" },
  guardian: { first: "survey.guardianInvitation", again: "survey.guardianReminder" },
} as const;

function messageTo(
  origin: string,
  { survey, activity, settings }: Batch,
  { clientId, to, token }: Linked,
): ClientMessage {
  const { activityId, issue, closesAt, openedAt } = survey;
  const { language, mobile, email, isGuardian } = to;
  return {
    addresses: { mobile, email },
    language,
    template: TEMPLATES[isGuardian ? "guardian" : "client"][issue === 1 ? "first" : "again"],
    params: {
      alliance: settings.name,
      title: activity.title,
      closesAt: instantText(language, closesAt, { zone: settings.zone, asOf: openedAt }),
      link: `${origin}/s/${token}${language === "en" ? "?lang=en" : ""}`,
    },
    key: `survey:${activityId}:${clientId}:${issue}`,
  };
}
