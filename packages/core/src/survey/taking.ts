import type { Outcome } from "../lib/outcome.ts";

/** What of a link says whether it takes an answer. */
interface Link {
  state: "issued" | "answered";
  expiresAt?: string | undefined;
  issue: number;
}

/** What of a survey says whether it takes answers. */
export type Course = { status: "open"; closesAt: string } | { status: "closed" | "skipped" };

/**
 * Whether a link still takes an answer: its client has not answered, it has not expired, and no newer one went out.
 *
 * @param sent - the newest issue that went out to the link's client; 0 before the first is out to the whole hundred
 */
export const isLive = <One extends Link>(
  link: One | undefined,
  { at, sent }: { at: string; sent: number },
): link is One =>
  link?.state === "issued" && (link.expiresAt === undefined || at < link.expiresAt) && link.issue >= sent;

/** Whether a survey takes answers at an instant. */
export const takesAnswers = <Survey extends Course>(
  survey: Survey | undefined,
  at: string,
): survey is Extract<Survey, { status: "open" }> => survey?.status === "open" && at < survey.closesAt;

/**
 * What sending a form came to, after the write of its answer, which a client has but one of.
 *
 * @returns `again` when this very form was taken before; `gone` when the client has answered otherwise
 */
export function answeringOf(done: Outcome, submission: string): "taken" | "again" | "gone" {
  if (done.ok) return "taken";
  return done.items[0]?.submission === submission ? "again" : "gone";
}
