import type { Outcome } from "../lib/outcome.ts";

/** What of a link says whether it takes an answer. */
interface Link {
  state: "issued" | "answered";
  expiresAt: string;
  issue: number;
}

/** What of a survey says whether it takes answers. */
export type Course = { status: "open"; closesAt: string } | { status: "closed" | "skipped" };

/**
 * Whether a link still takes an answer: nobody has answered by it, it has not expired, and no newer one went out.
 *
 * @param sent - the newest issue that went out to the link's client; 0 before the first is out to the whole hundred
 */
export const isLive = <One extends Link>(
  link: One | undefined,
  { at, sent }: { at: string; sent: number },
): link is One => link?.state === "issued" && at < link.expiresAt && link.issue >= sent;

/** Whether a survey takes answers at an instant. */
export const takesAnswers = <Survey extends Course>(
  survey: Survey | undefined,
  at: string,
): survey is Extract<Survey, { status: "open" }> => survey?.status === "open" && at < survey.closesAt;

/**
 * What sending a form came to, after the transaction that first spends its link and then keeps its answer.
 *
 * @returns `again` when this very form was taken before; `gone` when the link takes no answer (any more)
 */
export function spendingOf(done: Outcome, submission: string): "taken" | "again" | "gone" {
  if (done.ok) return "taken";
  return done.items[0]?.submission === submission ? "again" : "gone";
}
