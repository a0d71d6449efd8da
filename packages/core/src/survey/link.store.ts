import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { consistency, recent } from "../lib/reading.ts";
import { batchGet, put, type Table, transact } from "../lib/table.ts";
import * as Link from "./link.ts";
import { Given } from "./question.ts";
import { answerEntity, doorEntity, linkEntity } from "./survey.row.ts";
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
  const doors = doorEntity(table);
  const links = linkEntity(table);
  const answers = answerEntity(table);

  const behind = async (door: string): Promise<Room | undefined> => {
    const { data } = await doors.get({ door }).go(consistency(recent));
    return data
      ? { activityId: data.activityId, ...(data.title === undefined ? {} : { title: data.title }) }
      : undefined;
  };
  const write = ({ given, ...key }: PhoneAnswer | LinkAnswer) =>
    transact(table, [put(answers.create({ ...key, row: given }).params())]);

  return {
    behind,
    async open(door, { activityId, title }) {
      const known = await behind(door);
      if (known && known.title === title) return;
      await doors.put({ door, activityId, ...(title === undefined ? {} : { title }) }).go({ response: "none" });
    },
    async rowed(hash) {
      const { data } = await links.get({ hash }).go({ consistent: true });
      return data ? Link.Rowed.parse(data) : undefined;
    },
    async taken(activityId, answerKey) {
      const { data } = await answers.get({ activityId, answerKey }).go(consistency(recent));
      return data ? { submission: data.submission } : undefined;
    },
    answer: async (answer) => answeringOf(await write(answer), answer.submission),
    async answerByPhone(answer) {
      const done = await write(answer);
      if (!done.ok) throw new Refusal("conflict", "survey.already_answered", "This client has answered already.");
    },
    async answered(activityId, answerKeys) {
      const reads = answerKeys.map((answerKey) => answers.get({ activityId, answerKey }).params());
      return (await batchGet(table, reads, { consistent: true })).map((item) => item !== undefined);
    },
    async answeredKeys(activityId) {
      const { data } = await answers.query.byActivity({ activityId }).go({ limit: 1000, pages: "all" });
      return new Set(data.map(({ answerKey }) => answerKey));
    },
    async answers(activityId) {
      const { data } = await answers.query
        .byActivity({ activityId })
        .go({ consistent: true, limit: 1000, pages: "all" });
      return data.map(({ row }) => Given.parse(row));
    },
    async comments(activityId, { limit, cursor }) {
      const { data, cursor: next } = await fromCursor(
        answers.query.byActivity({ activityId }).go({ limit, pages: 1, cursor: cursor ?? null }),
      );
      const items = data.flatMap(({ row }) => Given.parse(row).answer.comment ?? []);
      return { items, cursor: next ?? undefined };
    },
  };
}
