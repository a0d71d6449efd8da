import { Refusal } from "@yigong/core/lib/error.ts";
import { paperIdOf, requirePaper } from "@yigong/core/survey/papers.ts";
import type { Answer, Given } from "@yigong/core/survey/question.ts";
import type { ClientId } from "@yigong/core/survey/served.ts";
import { surveyRefusal } from "@yigong/core/survey/survey.refusals.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { requireOpen } from "@yigong/core/survey/survey.ts";
import { answerKeyOf, type Hmac } from "@yigong/core/survey/token.ts";
import { givenOn } from "./given-answer.ts";

/** One filled-in form: that of a listed client, or one without a name by its number. */
export type Sheet = { answer: Answer } & ({ clientId: ClientId } | { sheet: number });

/** What became of each form, in the order in which they were sent. */
export type Typed = { state: "typed" } | { state: "again" } | { state: "refused"; refusal: Refusal };

interface Deps {
  surveys: Pick<Surveys, "get" | "links" | "served" | "papers">;
  hmac: Hmac;
}

/**
 * Takes forms on paper in, each by itself: what is wrong with one holds no other up, and a batch that is sent again counts
 * once.
 *
 * @param batch.once - drawn when the batch was begun
 * @throws as `requireOpen`
 */
export async function answerOnPaper(
  { surveys, hmac }: Deps,
  activityId: string,
  { sheets, by, at, once }: { sheets: readonly Sheet[]; by: string; at: string; once: string },
): Promise<Typed[]> {
  requireOpen(await surveys.get(activityId), at);
  const papers = await surveys.papers.find(activityId);
  const typed: Typed[] = [];
  for (const one of sheets) typed.push(await refusedIf(() => take(one)));
  return typed;

  async function take(one: Sheet): Promise<Typed> {
    if ("sheet" in one) requirePaper(papers, one.sheet);
    else await surveys.served.get(activityId, one.clientId);
    const clientId = "sheet" in one ? paperIdOf(one.sheet) : one.clientId;
    const form = "sheet" in one ? { sheet: one.sheet } : {};
    const given: Given = { channel: "paper", ...givenOn(at, one.answer), enteredBy: by, ...form };
    const answerKey = answerKeyOf(hmac, { activityId, clientId });
    const outcome = await surveys.links.answer({ activityId, answerKey, given, submission: `${once}:${clientId}` });
    if (outcome === "gone")
      throw "sheet" in one
        ? surveyRefusal("survey.already_answered/paper", { sheet: one.sheet })
        : surveyRefusal("survey.already_answered");
    return { state: outcome === "again" ? "again" : "typed" };
  }
}

async function refusedIf(take: () => Promise<Typed>): Promise<Typed> {
  try {
    return await take();
  } catch (error) {
    if (error instanceof Refusal && error.kind !== "unavailable") return { state: "refused", refusal: error };
    throw error;
  }
}
