import type { Activity } from "../activity/index.ts";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { type Dispatches, dynamoDispatches } from "./dispatch.store.ts";
import { dynamoHappinessAnswers, type HappinessAnswers } from "./happiness.store.ts";
import { dynamoSurveyLinks, type SurveyLinks } from "./link.store.ts";
import { dynamoServedClients, type ServedClients } from "./served.store.ts";
import { CHUNK } from "./served.ts";
import { surveyEntity } from "./survey.row.ts";
import * as Survey from "./survey.ts";
import { tallyOf } from "./tally.ts";

/** When a survey opens and closes; with `remindAt`, those who have not answered by then are reminded by themselves. */
export interface Opening {
  at: string;
  closesAt: string;
  remindAt?: string | undefined;
}

/** The surveys of activities: their course here, their people and answers in the parts. */
export interface Surveys {
  readonly served: ServedClients;
  readonly links: SurveyLinks;
  readonly dispatches: Dispatches;
  readonly happiness: HappinessAnswers;
  get(activityId: string): Promise<Survey.Info | undefined>;
  /** Opens the survey and sends the invitations, or skips it with the reason. What was opened or skipped stays. */
  open(activity: Pick<Activity.Info, "id" | "servedParty">, opening: Opening): Promise<Survey.Info>;
  /** Raises the issue and sends it. @throws as {@link Survey.remind} */
  remind(activityId: string, at: string, audit: readonly Entry[]): Promise<Survey.Open>;
  /** Raises the issue for a reminder that is already on its way to be sent. @throws as {@link Survey.remind} */
  advance(activityId: string, at: string): Promise<Survey.Open>;
  /** Moves the end; to `at` itself, the survey takes no more answers. @throws as {@link Survey.moveEnd} */
  moveEnd(activityId: string, ends: { at: string; closesAt: string }): Promise<Survey.Open>;
  /** Freezes the results. Nothing happens to a survey that is closed, skipped or was never opened. */
  close(activityId: string, at: string): Promise<Survey.Info | undefined>;
  /** Skips the survey. @throws as {@link Survey.skip} */
  skip(activityId: string, decision: { by: string; at: string; reason: string }): Promise<Survey.Info>;
  /** How many were sent a link, how many messages arrived, how many answered. */
  counts(activityId: string): Promise<Survey.Counts>;
}

type Decided = { item: Survey.Info | undefined; effects?: readonly Effect[]; audit?: readonly Entry[]; at: string };

const sendEffect = (activityId: string, issue: number, dueAt: string): Effect => ({
  kind: "survey.send",
  id: `survey.send:${activityId}:${issue}`,
  dueAt,
  activityId,
  issue,
});

/** Not the id of a reminder by hand: both may be written, and the later one finds nothing left to do. */
const remindEffect = (activityId: string, dueAt: string): Effect => ({
  ...sendEffect(activityId, 2, dueAt),
  id: `survey.remind:${activityId}`,
});

export function dynamoSurveys(table: Table): Surveys {
  const rows = surveyEntity(table);
  const served = dynamoServedClients(table);
  const links = dynamoSurveyLinks(table);
  const dispatches = dynamoDispatches(table);
  const happiness = dynamoHappinessAnswers(table);

  const get = async (activityId: string) => {
    const { data } = await rows.get({ activityId }).go({ consistent: true });
    return data ? Survey.Info.parse(data.row) : undefined;
  };

  const saveOp = (before: Survey.Info | undefined, after: Survey.Info) => {
    const version = (before?.version ?? 0) + 1;
    const item = { activityId: after.activityId, version, row: { ...after, version } };
    if (!before) return put(rows.create(item).params());
    return put(
      rows
        .put(item)
        .where((row, { eq }) => eq(row.version, before.version))
        .params(),
    );
  };

  const change = (activityId: string, decide: (survey: Survey.Info | undefined) => Decided) =>
    changeItem<Survey.Info | undefined, Decided>({
      load: () => get(activityId),
      decide,
      busy: "survey.busy",
      save: async (before, { item, effects = [], audit = [], at }) => {
        if (!item) return true;
        const ops = [saveOp(before, item), ...effectOps(table, effects, at), ...auditOps(table, audit)];
        return (await transact(table, ops)).ok;
      },
    });

  const counts = async (activityId: string) => {
    const [sent, answers] = await Promise.all([dispatches.counts(activityId), links.answers(activityId)]);
    return { ...sent, answered: answers.length };
  };

  const raise = async (activityId: string, at: string, caused: (issue: number) => Omit<Decided, "item" | "at">) => {
    const before = await get(activityId);
    const chunks = Math.ceil((await served.total(activityId)) / CHUNK);
    const issue = before?.status === "open" ? before.issue : 1;
    const sent = await dispatches.isSent(activityId, issue, chunks);
    const after = await change(activityId, (survey) => {
      const same = survey?.status === "open" && survey.issue === issue;
      const item = Survey.remind(survey, { at, sent: sent && same });
      return { item, at, ...caused(item.issue) };
    });
    return Survey.requireOpen(after, at);
  };

  return {
    served,
    links,
    dispatches,
    happiness,
    get,
    counts,
    async open(activity, { at, closesAt, remindAt }) {
      const total = activity.servedParty.kind === "none" ? 0 : await served.total(activity.id);
      const opened = await change(activity.id, (survey) => {
        if (survey) return { item: survey, at };
        const item = Survey.open(activity, { served: total, at, closesAt });
        if (item.status === "skipped") return { item, at };
        const reminder = remindAt ? [remindEffect(activity.id, remindAt)] : [];
        return { item, at, effects: [sendEffect(activity.id, 1, at), ...reminder] };
      });
      return opened ?? Survey.open(activity, { served: total, at, closesAt });
    },
    remind: (activityId, at, audit) =>
      raise(activityId, at, (issue) => ({ audit, effects: [sendEffect(activityId, issue, at)] })),
    advance: (activityId, at) => raise(activityId, at, () => ({})),
    async moveEnd(activityId, ends) {
      const moved = await change(activityId, (survey) => ({ item: Survey.moveEnd(survey, ends), at: ends.at }));
      return moved as Survey.Open;
    },
    async close(activityId, at) {
      const survey = await get(activityId);
      if (survey?.status !== "open") return survey;
      const [sent, answers, happy] = await Promise.all([
        dispatches.counts(activityId),
        links.answers(activityId),
        happiness.tally(activityId),
      ]);
      const outcome = { counts: { ...sent, answered: answers.length }, tally: tallyOf(answers), happiness: happy };
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
