import { Answer, COMMENT_LENGTH } from "@yigong/core/survey/question.ts";

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
 * @param body - `application/x-www-form-urlencoded`; anything else is read as an empty form
 */
export function inputOf(body: string): Input {
  const form = new URLSearchParams(body);
  const typed: Typed = Object.fromEntries(FIELDS.map((field) => [field, form.get(field)?.trim() || undefined]));
  const parsed = Answer.safeParse({
    satisfaction: numberOf(typed.satisfaction),
    solved: typed.solved,
    attitude: numberOf(typed.attitude),
    punctuality: numberOf(typed.punctuality),
    recommend: numberOf(typed.recommend),
    comment: typed.comment,
  });
  const submission = form.get("submission") ?? "";
  if (parsed.success && SUBMISSION.test(submission)) return { ok: true, answer: parsed.data, submission, typed };
  const wrong = parsed.error?.issues.map(({ path }) => path[0]) ?? [];
  return { ok: false, faults: FIELDS.filter((field) => wrong.includes(field)), typed };
}

const numberOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  return /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
};

/** How long a comment counts, as the form field counts it. */
export const commentLength = (typed: Typed): number => (typed.comment ?? "").replaceAll(/\r\n?/g, "\n").length;

export { COMMENT_LENGTH };
