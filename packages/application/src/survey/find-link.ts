import type { NamedActivities } from "@yigong/core/activity/public-page.store.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import { clientIdOf } from "@yigong/core/survey/client-id.ts";
import type { Info as Link } from "@yigong/core/survey/link.ts";
import type { AnswerableSurveys } from "@yigong/core/survey/public-page.store.ts";
import { isLive, takesAnswers } from "@yigong/core/survey/taking.ts";
import { answerKeyOf, claimOf, type Hmac, hashOf, isRowed, isSealed } from "@yigong/core/survey/token.ts";

/** What finding links and taking answers by them work on. */
export interface LinkDeps {
  surveys: AnswerableSurveys;
  activities: NamedActivities;
  hmac: Hmac;
}

/** A link that takes an answer, with what its form shows. */
export interface Asked {
  link: Link;
  /** ISO-8601 UTC. */
  closesAt: string;
  title: string;
}

/** Looked up for an unknown link, so that unknown and spent links take the same time. */
const NOWHERE = { activityId: "act_00000000000000000000000000", clientId: clientIdOf(0) };

/** Looked up for a token without a door, for the same reason. */
const NO_DOOR = "aaaaaaaaaaaa";

interface Found {
  link?: Link | undefined;
  /** Doors tell how their activity is called; that of another link is still to be read. */
  title?: string | undefined;
}

/** Resolves whom a token is for, by one read for any token. A token with a broken seal counts as unknown. */
async function linkOf({ surveys, hmac }: LinkDeps, token: string): Promise<Found> {
  if (isRowed(token)) return { link: await surveys.links.rowed(hashOf(hmac, token)) };
  const claim = claimOf(token);
  const room = await surveys.links.behind(claim?.door ?? NO_DOOR);
  if (!claim || !room) return { title: "" };
  const recipient = { activityId: room.activityId, clientId: claim.clientId, issue: claim.issue };
  return isSealed(hmac, token, recipient)
    ? { link: { ...recipient, state: "issued" }, title: room.title }
    : { title: "" };
}

/**
 * Resolves the token of a link at an instant (ISO-8601 UTC).
 *
 * @param how.reading - how to read whether the survey takes answers: consistently, unless the form is only shown
 * @param how.isWritten - an answer is written next, which tells whether its client has answered: that is not read before
 * @returns `asked` when it takes an answer; `link` when there is such a link at all, for a form that was sent twice
 */
export async function findLink(
  deps: LinkDeps,
  token: string,
  at: string,
  how: { reading?: Reading; isWritten?: boolean } = {},
): Promise<{ asked?: Asked; link?: Link }> {
  const { link: found, title: known } = await linkOf(deps, token);
  const { activityId, clientId } = found ?? NOWHERE;
  const [survey, title, sent, taken] = await Promise.all([
    deps.surveys.get(activityId, how.reading),
    known ?? titleOf(deps, activityId),
    deps.surveys.dispatches.issueTo(activityId, clientId),
    how.isWritten ? undefined : takenFrom(deps, { activityId, clientId }),
  ]);
  if (!found) return {};
  const link: Link = taken ? { ...found, ...taken, state: "answered" } : found;
  if (title === undefined || !isLive(link, { at, sent }) || !takesAnswers(survey, at)) return { link };
  return { link, asked: { link, closesAt: survey.closesAt, title } };
}

const titleOf = async ({ activities }: LinkDeps, activityId: string): Promise<string | undefined> =>
  (await activities.find(activityId, recent))?.title;

const takenFrom = ({ surveys, hmac }: LinkDeps, { activityId, clientId }: Pick<Link, "activityId" | "clientId">) =>
  surveys.links.taken(activityId, answerKeyOf(hmac, { activityId, clientId }));

/** Whether this very form was submitted before: a repeated submission counts, although the link takes no answer any more. */
export async function wasTaken(deps: LinkDeps, link: Link | undefined, submission: string): Promise<boolean> {
  const taken = await takenFrom(deps, link ?? NOWHERE);
  return link !== undefined && (taken?.submission ?? link.submission) === submission;
}
