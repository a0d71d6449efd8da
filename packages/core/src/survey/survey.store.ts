import type { Activity } from "../activity/index.ts";
import type { Entry } from "../audit/audit.ts";
import type { Reading } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { type Dispatches, dynamoDispatches } from "./dispatch.store.ts";
import { dynamoHappinessAnswers, type HappinessAnswers } from "./happiness.store.ts";
import { dynamoSurveyLinks, type SurveyLinks } from "./link.store.ts";
import { dynamoPaperForms, type PaperForms, sheetsIn } from "./paper.store.ts";
import type { Given } from "./question.ts";
import { dynamoServedClients, type ServedClients } from "./served.store.ts";
import { CHUNK } from "./served.ts";
import { surveyDocuments } from "./survey.row.ts";
import * as Survey from "./survey.ts";
import { tallyOf } from "./tally.ts";

/** When a survey opens and closes, ISO-8601 UTC. */
export interface Opening {
  at: string;
  closesAt: string;
}

/** The surveys of activities: their course here, their people and answers in the parts. */
export interface Surveys {
  readonly served: ServedClients;
  readonly links: SurveyLinks;
  readonly dispatches: Dispatches;
  readonly happiness: HappinessAnswers;
  readonly papers: PaperForms;
  get(activityId: string, reading?: Reading): Promise<Survey.Info | undefined>;
  /** Opens the survey, or skips it with the reason; whoever opens it causes the sending. What was opened or skipped stays. */
  open(activity: Pick<Activity.Info, "id" | "servedParty">, opening: Opening): Promise<Survey.Info>;
  /** Raises the issue and sends it. @throws as {@link Survey.remind} */
  remind(activityId: string, at: string, audit: readonly Entry[]): Promise<Survey.Open>;
  /** Raises the issue for a reminder that is already on its way to be sent. @throws as {@link Survey.remind} */
  advance(activityId: string, at: string): Promise<Survey.Open>;
  /** Moves the end of an open survey; to `at` itself, it takes no more answers. @throws as {@link Survey.moveEnd} */
  moveEnd(activityId: string, ends: { at: string; closesAt: string }): Promise<void>;
  /** @throws `survey.answered` when somebody has answered */
  requireUnanswered(activityId: string): Promise<void>;
  /** Freezes the results. Nothing happens to a survey that is closed, skipped or was never opened. */
  close(activityId: string, at: string): Promise<Survey.Info | undefined>;
  /** Skips the survey. @throws as {@link Survey.skip} */
  skip(activityId: string, decision: { by: string; at: string; reason: string }): Promise<Survey.Info>;
  /** How many were sent a link, how many messages arrived, how many answered. */
  counts(activityId: string): Promise<Survey.Counts>;
}

type Decided = Caused & { item: Survey.Info | undefined; at: string };

/** The same id as a reminder that was planned ahead: raised by hand, that one is sent now instead of later. */
const sendEffect = (activityId: string, issue: number, dueAt: string): Effect => ({
  kind: "survey.send",
  id: `survey:${activityId}:${issue}`,
  dueAt,
  activityId,
  issue,
});

export function dynamoSurveys(table: Table): Surveys {
  const rows = surveyDocuments(table);
  const served = dynamoServedClients(table);
  const links = dynamoSurveyLinks(table);
  const dispatches = dynamoDispatches(table);
  const happiness = dynamoHappinessAnswers(table);
  const papers = dynamoPaperForms(table);

  const get = (activityId: string, reading?: Reading) => rows.find({ activityId }, reading);
  const change = (activityId: string, decide: (survey: Survey.Info | undefined) => Decided) =>
    rows.changeOrCreate({ activityId }, decide, (decision) => causedOps(table, decision, decision.at));

  /** With forms on paper, each of which was handed to somebody. */
  const counted = async (activityId: string, answers: readonly Given[]): Promise<Survey.Counts> => {
    const [{ issued, delivered }, forms] = await Promise.all([dispatches.counts(activityId), papers.find(activityId)]);
    const { handedOut = 0 } = forms ?? {};
    const sum = { issued: issued + handedOut, delivered: delivered + handedOut, answered: answers.length };
    return { ...sum, ...(handedOut > 0 && { papers: { issued: handedOut, answered: sheetsIn(answers).length } }) };
  };
  const counts = async (activityId: string) => counted(activityId, await links.answers(activityId));

  const raise = async (
    activityId: string,
    { at, byHand }: { at: string; byHand: boolean },
    caused: (issue: number) => Omit<Decided, "item" | "at">,
  ) => {
    const before = await get(activityId);
    const chunks = Math.ceil((await served.total(activityId)) / CHUNK);
    const issue = before?.status === "open" ? before.issue : 1;
    const sent = await dispatches.isSent(activityId, issue, chunks);
    const after = await change(activityId, (survey) => {
      const same = survey?.status === "open" && survey.issue === issue;
      const item = Survey.remind(survey, { at, sent: sent && same, byHand });
      return { item, at, ...caused(item.issue) };
    });
    return Survey.requireOpen(after, at);
  };

  return {
    served,
    links,
    dispatches,
    happiness,
    papers,
    get,
    counts,
    async open(activity, { at, closesAt }) {
      const isServed = activity.servedParty.kind !== "none";
      const forms = isServed ? ((await papers.find(activity.id))?.handedOut ?? 0) : 0;
      const total = isServed ? forms + (await served.total(activity.id)) : 0;
      const fresh = Survey.open(activity, { served: total, at, closesAt });
      return (await change(activity.id, (survey) => ({ item: survey ?? fresh, at }))) ?? fresh;
    },
    remind: (activityId, at, audit) =>
      raise(activityId, { at, byHand: true }, (issue) => ({ audit, effects: [sendEffect(activityId, issue, at)] })),
    advance: (activityId, at) => raise(activityId, { at, byHand: false }, () => ({})),
    async moveEnd(activityId, ends) {
      await change(activityId, (survey) => ({ item: Survey.moveEnd(survey, ends), at: ends.at }));
    },
    requireUnanswered: async (activityId) => Survey.requireUnanswered((await links.answers(activityId)).length),
    async close(activityId, at) {
      const survey = await get(activityId);
      if (survey?.status !== "open") return survey;
      const [answers, happy] = await Promise.all([links.answers(activityId), happiness.tally(activityId)]);
      const outcome = { counts: await counted(activityId, answers), tally: tallyOf(answers), happiness: happy };
      return change(activityId, (current) => ({
        item: current?.status === "open" ? Survey.close(current, at, outcome) : current,
        at,
      }));
    },
    async skip(activityId, { by, at, reason }) {
      const answered = (await links.answers(activityId)).length;
      const skipped = await change(activityId, (survey) => ({
        item: Survey.skip(survey, { activityId, by, at, reason, answered }),
        at,
      }));
      return skipped as Survey.Info;
    },
  };
}
