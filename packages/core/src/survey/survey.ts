import * as z from "zod";
import type { Activity } from "../activity/index.ts";
import { systemReason } from "../language/system-reason.ts";
import { Instant, plusHours } from "../lib/time.ts";
import { QUESTION_SET } from "./question-set.ts";
import { surveyRefusal } from "./survey.refusals.ts";
import { takesAnswers } from "./taking.ts";
import { HappinessTally, Tally } from "./tally.ts";

export { takesAnswers } from "./taking.ts";

/** The invitation and at most two reminders. */
export const LAST_ISSUE = 3;

/** How long volunteers may say how happy they were when there is no survey to wait for. */
export const HAPPINESS_DAYS = 14;

const Count = z.int().nonnegative();

/** Between two reminders, when somebody sends them by hand. */
const REMIND_AFTER_HOURS = 24;

/** How many were sent a link or handed a form, how many of these got there, how many answered. */
export const Counts = z.object({
  issued: Count,
  delivered: Count,
  answered: Count,
  /** Of these, forms on paper without a name; absent when none were handed out. */
  papers: z.object({ issued: Count, answered: Count }).optional(),
});
export type Counts = z.infer<typeof Counts>;

const Base = z.object({ activityId: z.string(), version: z.int().nonnegative() });

const Asked = Base.extend({
  openedAt: Instant,
  closesAt: Instant,
  /** 1 for the invitation; each reminder raises it and kills the links before it. */
  issue: z.int().min(1).max(LAST_ISSUE),
  /** When people were last reminded; absent before the first reminder, and in rows from before this was kept. */
  remindedAt: Instant.optional(),
  questions: z.literal(QUESTION_SET),
  anonymous: z.literal(true),
});

/** The survey of one activity. A skipped one says why: nobody definite was served, nobody can be reached, or somebody decided so. */
export const Info = z.discriminatedUnion("status", [
  Asked.extend({ status: z.literal("open") }),
  Asked.extend({
    status: z.literal("closed"),
    closedAt: Instant,
    counts: Counts,
    tally: Tally,
    happiness: HappinessTally,
  }),
  Base.extend({
    status: z.literal("skipped"),
    skippedAt: Instant,
    by: z.string().min(1),
    cause: z.enum(["noServedParty", "noContacts", "decided"]),
    reason: z.string().min(1).max(1000),
  }),
]);
export type Info = z.infer<typeof Info>;
export type Open = Extract<Info, { status: "open" }>;
export type Closed = Extract<Info, { status: "closed" }>;
export type Skipped = Extract<Info, { status: "skipped" }>;

type Opening = Pick<Activity.Info, "id" | "servedParty">;

/**
 * Opens the survey of an activity, or skips it: only a definite served party that can be reached is asked.
 *
 * @param served - how many clients are listed
 * @param at - now; `closesAt` - the instant from which no answer is taken; both ISO-8601 UTC
 * @source docs/domain.md E5
 */
export function open(activity: Opening, { served, at, closesAt }: { served: number; at: string; closesAt: string }) {
  const skipped = { status: "skipped", activityId: activity.id, version: 0, skippedAt: at, by: "system" } as const;
  if (activity.servedParty.kind === "none")
    return { ...skipped, cause: "noServedParty", reason: activity.servedParty.reason } satisfies Skipped;
  if (served === 0)
    return {
      ...skipped,
      cause: "noContacts",
      reason: systemReason("noContacts"),
    } satisfies Skipped;
  const asked = { openedAt: at, closesAt, issue: 1, questions: QUESTION_SET, anonymous: true } as const;
  return { status: "open", activityId: activity.id, version: 0, ...asked } satisfies Open;
}

/** Lets people work with an open survey, or refuses. @throws `survey.not_open`, `survey.skipped`, `survey.closed` */
export function requireOpen(survey: Info | undefined, at: string): Open {
  if (!survey) throw surveyRefusal("survey.not_open");
  if (survey.status === "skipped") throw surveyRefusal("survey.skipped", { reason: survey.reason });
  if (!takesAnswers(survey, at)) throw surveyRefusal("survey.closed");
  return survey;
}

/**
 * Sends everybody who has not answered a new link, and kills the old ones.
 *
 * @param sent - whether every link of the issue before was sent; two issues on their way at once could both stay alive
 * @param byHand - somebody asks for it: then a day must lie between two reminders
 * @throws `survey.reminders_spent` after two reminders, `survey.still_sending`, `survey.reminded_lately`; as {@link requireOpen}
 */
export function remind(
  survey: Info | undefined,
  { at, sent, byHand = false }: { at: string; sent: boolean; byHand?: boolean },
): Open {
  const current = requireOpen(survey, at);
  if (current.issue >= LAST_ISSUE) throw surveyRefusal("survey.reminders_spent");
  if (!sent) throw surveyRefusal("survey.still_sending");
  const last = current.remindedAt;
  const next = last === undefined ? at : plusHours(last, REMIND_AFTER_HOURS);
  if (byHand && last !== undefined && at < next) throw surveyRefusal("survey.reminded_lately", { at: last, next });
  return { ...current, issue: current.issue + 1, remindedAt: at };
}

/** Moves the end of an open survey; to now, it takes no more answers. A closed one stays as it is. @throws as {@link requireOpen} */
export function moveEnd(survey: Info | undefined, { at, closesAt }: { at: string; closesAt: string }): Open | Closed {
  if (survey?.status === "closed") return survey;
  const current = requireOpen(survey, at);
  return current.closesAt === closesAt ? current : { ...current, closesAt };
}

/** What is counted at the end. */
export type Outcome = Pick<Closed, "counts" | "tally" | "happiness">;

/** Closes a survey and freezes what came in; a closed or skipped one stays as it is. */
export function close(survey: Open, at: string, outcome: Outcome): Closed {
  return { ...survey, status: "closed", closedAt: at, ...outcome };
}

/**
 * Skips a survey because somebody decided so.
 *
 * @param answered - how many answers there are: what a client said is not thrown away
 * @throws `survey.answered`, `survey.closed`
 */
export function skip(
  survey: Info | undefined,
  decision: { activityId: string; by: string; at: string; reason: string; answered: number },
): Skipped {
  if (survey?.status === "skipped") return survey;
  if (survey?.status === "closed") throw surveyRefusal("survey.closed");
  requireUnanswered(decision.answered);
  const { activityId, by, at, reason } = decision;
  return { status: "skipped", activityId, version: survey?.version ?? 0, skippedAt: at, by, cause: "decided", reason };
}

/** What a client said is not thrown away. @throws `survey.answered` */
export function requireUnanswered(answered: number): void {
  if (answered > 0) throw surveyRefusal("survey.answered");
}

/**
 * Lets volunteers say how happy they were: while the survey is open, or for fourteen days when it was skipped.
 *
 * @throws `happiness.not_open`, `happiness.closed`
 * @source docs/domain.md F2
 */
export function requireAskable(survey: Info | undefined, at: string): void {
  if (!survey) throw surveyRefusal("happiness.not_open");
  if (at >= happinessEndOf(survey)) throw surveyRefusal("happiness.closed");
}

/** The instant from which no volunteer is asked any more, and from which their answers may be looked at. */
export function happinessEndOf(survey: Info): string {
  if (survey.status === "skipped") return plusHours(survey.skippedAt, 24 * HAPPINESS_DAYS);
  return survey.status === "closed" ? survey.closedAt : survey.closesAt;
}
