import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { answerKeyOf, type Hmac, hashOf, isLive, type Info as Link, tokenOf } from "@yigong/core/survey/link.ts";
import { type Answer, type Given, QUESTION_SET } from "@yigong/core/survey/question.ts";
import { type ClientId, clientIdOf } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { type Open, requireOpen, takesAnswers } from "@yigong/core/survey/survey.ts";

/** What finding and taking answers needs. */
export interface AnswerDeps {
  surveys: Pick<Surveys, "get" | "links" | "served" | "dispatches">;
  activities: { find(activityId: string): Promise<Activity | undefined> };
  hmac: Hmac;
}

/** What stands behind a link that takes an answer. */
export interface Asked {
  link: Link;
  survey: Open;
  activity: Activity;
}

/** Read in place of what an unknown link does not name, so that unknown and spent links take the same work. */
const NOWHERE = { activityId: "act_00000000000000000000000000", clientId: clientIdOf(0) };

const givenOn = (at: string, answer: Answer) => ({ questions: QUESTION_SET, answer, on: at.slice(0, 10) }) as const;

/**
 * What stands behind the token of a link, at an instant (ISO-8601 UTC).
 *
 * @returns `asked` when it takes an answer; `link` when there is such a link at all, for a form that was sent twice
 */
export async function askedBy(deps: AnswerDeps, token: string, at: string): Promise<{ asked?: Asked; link?: Link }> {
  const link = await deps.surveys.links.get(hashOf(deps.hmac, token));
  const { activityId, clientId } = link ?? NOWHERE;
  const [survey, activity, sent] = await Promise.all([
    deps.surveys.get(activityId),
    deps.activities.find(activityId),
    deps.surveys.dispatches.issueTo(activityId, clientId),
  ]);
  if (!link) return {};
  if (!activity || !isLive(link, { at, sent }) || !takesAnswers(survey, at)) return { link };
  return { link, asked: { link, survey, activity } };
}

/** Spends a link on an answer. @returns whether the answer counts; false when the link was spent on another meanwhile */
export async function answerByLink(
  deps: AnswerDeps,
  { link }: Asked,
  { answer, submission, at }: { answer: Answer; submission: string; at: string },
): Promise<boolean> {
  const { hash, activityId, clientId } = link;
  const given: Given = { channel: "link", ...givenOn(at, answer) };
  const answerKey = answerKeyOf(deps.hmac, { activityId, clientId });
  const outcome = await deps.surveys.links.answer({ hash, activityId, answerKey, given, at, submission });
  return outcome !== "gone";
}

/**
 * Enters what a client said on the phone; the client's link is spent with it.
 *
 * @throws `survey.client_missing`, `survey.already_answered`, and as `requireOpen`
 */
export async function answerByPhone(
  deps: AnswerDeps,
  call: { activityId: string; clientId: ClientId; answer: Answer; by: string; at: string },
): Promise<void> {
  const { activityId, clientId, answer, by, at } = call;
  const survey = requireOpen(await deps.surveys.get(activityId), at);
  await deps.surveys.served.get(activityId, clientId);
  const issues = Array.from({ length: survey.issue }, (_, index) => index + 1);
  const hashes = issues.map((issue) => hashOf(deps.hmac, tokenOf(deps.hmac, { activityId, clientId, issue })));
  const given: Given = { channel: "phone", ...givenOn(at, answer), enteredBy: by };
  await deps.surveys.links.answerByPhone({
    activityId,
    answerKey: answerKeyOf(deps.hmac, { activityId, clientId }),
    hashes,
    given,
  });
}
