import type { Answer, Given } from "@yigong/core/survey/question.ts";
import type { ClientId } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { requireOpen } from "@yigong/core/survey/survey.ts";
import { answerKeyOf, type Hmac } from "@yigong/core/survey/token.ts";
import { givenOn } from "./given-answer.ts";

/** What entering an answer by phone needs. */
export interface PhoneDeps {
  surveys: Pick<Surveys, "get" | "links" | "served">;
  hmac: Hmac;
}

/**
 * Enters what a client said on the phone; the client's link takes no answer any more.
 *
 * @throws `survey.client_missing`, `survey.already_answered`, and as `requireOpen`
 */
export async function answerByPhone(
  deps: PhoneDeps,
  call: { activityId: string; clientId: ClientId; answer: Answer; by: string; at: string },
): Promise<void> {
  const { activityId, clientId, answer, by, at } = call;
  requireOpen(await deps.surveys.get(activityId), at);
  await deps.surveys.served.get(activityId, clientId);
  const given: Given = { channel: "phone", ...givenOn(at, answer), enteredBy: by };
  await deps.surveys.links.answerByPhone({
    activityId,
    answerKey: answerKeyOf(deps.hmac, { activityId, clientId }),
    given,
  });
}
