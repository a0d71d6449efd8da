import type { Answer } from "@yigong/core/survey/question.ts";
import { COMMENT_LENGTH } from "@yigong/core/survey/question-set.ts";

/** What was typed, as it came; shown again when it cannot be taken. */
export interface Typed {
  satisfaction?: string | undefined;
  solved?: string | undefined;
  attitude?: string | undefined;
  punctuality?: string | undefined;
  recommend?: string | undefined;
  comment?: string | undefined;
}

/** A question whose answer cannot be taken. */
export type Faulty = keyof Typed;

/** What a form comes to: an answer with the form it came by, or what is wrong with it. */
export type Input =
  | { ok: true; answer: Answer; submission: string; typed: Typed }
  | { ok: false; faults: readonly Faulty[]; typed: Typed };

const FIELDS = ["satisfaction", "solved", "attitude", "punctuality", "recommend", "comment"] as const;

/** A form that we showed carries one of these; something that posts without having read it does not. */
const SUBMISSION = /^[0-9a-f]{32}$/;

/**
 * Reads a posted form.
 *
 * By hand, since the pages are a function of their own and schemas would be most of it; what is taken and what is
 * faulty is what the schema of an answer says of the same fields.
 *
 * @param body - `application/x-www-form-urlencoded`; anything else is read as an empty form
 */
export function inputOf(body: string): Input {
  const form = new URLSearchParams(body);
  const typed: Typed = Object.fromEntries(FIELDS.map((field) => [field, form.get(field)?.trim() || undefined]));
  const faults = FIELDS.filter((field) => !taken[field](typed[field]));
  const submission = form.get("submission") ?? "";
  const satisfaction = stepOf(typed.satisfaction);
  if (faults.length > 0 || satisfaction === undefined || !SUBMISSION.test(submission))
    return { ok: false, faults, typed };
  return { ok: true, answer: answerOf(typed, satisfaction), submission, typed };
}

type Solved = NonNullable<Answer["solved"]>;

const stepOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const solvedOf = (text: string | undefined): Solved | undefined =>
  (["yes", "partly", "no"] as const).find((choice) => choice === text);

const between = (lowest: number, highest: number) => (text: string | undefined) =>
  text === undefined || (/^\d{1,2}$/.test(text) && Number(text) >= lowest && Number(text) <= highest);

/** What may stand in each field; only the overall satisfaction must. */
const taken: Record<Faulty, (text: string | undefined) => boolean> = {
  satisfaction: (text) => text !== undefined && between(1, 5)(text),
  solved: (text) => text === undefined || solvedOf(text) !== undefined,
  attitude: between(1, 5),
  punctuality: between(1, 5),
  recommend: between(0, 10),
  comment: (text) => charactersIn(commentOf(text)) <= COMMENT_LENGTH,
};

/** What was typed, without what was left out. */
function answerOf(typed: Typed, satisfaction: number): Answer {
  const chosen = {
    satisfaction,
    solved: solvedOf(typed.solved),
    attitude: stepOf(typed.attitude),
    punctuality: stepOf(typed.punctuality),
    recommend: stepOf(typed.recommend),
    comment: commentOf(typed.comment) || undefined,
  };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)) as Answer;
}

/** A form field has one way to end a line. */
const commentOf = (text: string | undefined): string => (text ?? "").replaceAll(/\r\n?/g, "\n");

const charactersIn = (text: string): number => [...text].length;

/** How many characters a comment has, one for each code point. */
export const commentLength = (typed: Typed): number => charactersIn(commentOf(typed.comment));
