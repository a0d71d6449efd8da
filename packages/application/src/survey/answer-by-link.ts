import type { Answer, Given } from "@yigong/core/survey/question.ts";
import { answerKeyOf } from "@yigong/core/survey/token.ts";
import type { Asked, LinkDeps } from "./find-link.ts";
import { givenOn } from "./given-answer.ts";

/** Takes an answer by a link. @returns whether it counts; false when its client has answered in another way meanwhile */
export async function answerByLink(
  deps: LinkDeps,
  { link: { activityId, clientId } }: Asked,
  { answer, submission, at }: { answer: Answer; submission: string; at: string },
): Promise<boolean> {
  const given: Given = { channel: "link", ...givenOn(at, answer) };
  const answerKey = answerKeyOf(deps.hmac, { activityId, clientId });
  return (await deps.surveys.links.answer({ activityId, answerKey, given, submission })) !== "gone";
}
