import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import type * as Link from "./link.ts";
import type { Given } from "./question.ts";
import { surveyRefusal } from "./survey.refusals.ts";
import { answerDocuments, doorDocuments, linkDocuments } from "./survey.row.ts";
import { answeringOf } from "./taking.ts";

/** What is behind a door: the activity, as the messages with the links call it. */
export interface Room {
  activityId: string;
  /** Not in the doors of before. */
  title?: string | undefined;
}

/** An answer that came by a link. */
export interface LinkAnswer {
  activityId: string;
  answerKey: string;
  given: Given;
  /** Drawn when the form was shown. */
  submission: string;
}

/** An answer that customer service heard and typed. */
export type PhoneAnswer = Omit<LinkAnswer, "submission">;

/**
 * The links of a survey and what came back. One client has one answer, however many links and calls there were: its key
 * is derived from the client, and its row is written once, which also ends all links of the client.
 */
export interface SurveyLinks {
  /** Lets links find a survey by their door; needed before the first goes out. Safe to do again, for a new title too. */
  open(door: string, room: Room): Promise<void>;
  /** The activity behind a door. */
  behind(door: string): Promise<Room | undefined>;
  /** A link that has a row. */
  rowed(hash: string): Promise<Link.Rowed | undefined>;
  /** Whether a key has an answer, and by which form; one that came a moment ago may be missing, and is refused when it is written. */
  taken(activityId: string, answerKey: string): Promise<{ submission?: string | undefined } | undefined>;
  /**
   * Takes an answer by a link.
   *
   * @returns `again` when this very form was taken before; `gone` when the client has answered otherwise
   */
  answer(answer: LinkAnswer): Promise<"taken" | "again" | "gone">;
  /** Takes an answer by phone. @throws `survey.already_answered` */
  answerByPhone(answer: PhoneAnswer): Promise<void>;
  /** Which of the keys have an answer. */
  answered(activityId: string, answerKeys: readonly string[]): Promise<boolean[]>;
  /** All keys that have an answer; those of the last moment may be missing. */
  answeredKeys(activityId: string): Promise<ReadonlySet<string>>;
  /** All answers, in an order that tells nothing. */
  answers(activityId: string): Promise<Given[]>;
  /** What clients wrote, in the same order; a page may hold fewer than its limit. */
  comments(activityId: string, page: PageRequest): Promise<Page<string>>;
}

export function dynamoSurveyLinks(table: Table): SurveyLinks {
  const doors = doorDocuments(table);
  const links = linkDocuments(table);
  const answers = answerDocuments(table);

  const behind = async (door: string): Promise<Room | undefined> => {
    const found = await doors.find({ door }, recent);
    if (!found) return undefined;
    const { door: _, ...room } = found;
    return room;
  };
  const write = ({ given, ...key }: PhoneAnswer | LinkAnswer) =>
    transact(table, [answers.ops.create({ ...key, row: given })]);

  return {
    behind,
    async open(door, { activityId, title }) {
      const known = await behind(door);
      if (known && known.title === title) return;
      await transact(table, [doors.ops.put({ door, activityId, ...(title === undefined ? {} : { title }) })]);
    },
    rowed: (hash) => links.find({ hash }),
    async taken(activityId, answerKey) {
      const found = await answers.find({ activityId, answerKey }, recent);
      return found && { submission: found.submission };
    },
    answer: async (answer) => answeringOf(await write(answer), answer.submission),
    async answerByPhone(answer) {
      const done = await write(answer);
      if (!done.ok) throw surveyRefusal("survey.already_answered");
    },
    async answered(activityId, answerKeys) {
      const found = await answers.getMany(answerKeys.map((answerKey) => ({ activityId, answerKey })));
      const known = new Set(found.map(({ answerKey }) => answerKey));
      return answerKeys.map((answerKey) => known.has(answerKey));
    },
    async answeredKeys(activityId) {
      const found = await answers.all("key", { activityId }, { limit: 1000, ...recent });
      return new Set(found.map(({ answerKey }) => answerKey));
    },
    async answers(activityId) {
      return (await answers.all("key", { activityId }, { limit: 1000 })).map(({ row }) => row);
    },
    async comments(activityId, page) {
      const { items, cursor } = await answers.list("key", { activityId }, page, recent);
      return { items: items.flatMap(({ row }) => row.answer.comment ?? []), cursor };
    },
  };
}
