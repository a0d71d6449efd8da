import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { batchGet, batchPut, put, type Table, transact, update } from "../lib/table.ts";
import * as Link from "./link.ts";
import { Given } from "./question.ts";
import { answerEntity, linkEntity } from "./survey.row.ts";
import { spendingOf } from "./taking.ts";

/** An answer that came by a link. */
export interface LinkAnswer {
  hash: string;
  activityId: string;
  answerKey: string;
  given: Given;
  at: string;
  /** Drawn when the form was shown. */
  submission: string;
}

/** An answer that customer service heard and typed. `hashes` are those of all links the client may have. */
export interface PhoneAnswer {
  activityId: string;
  answerKey: string;
  hashes: readonly string[];
  given: Given;
}

/** The links of a survey and what came back. One client has one answer, however many links and calls there were. */
export interface SurveyLinks {
  get(hash: string): Promise<Link.Info | undefined>;
  /**
   * Writes the links that are not there yet, in batches.
   *
   * Two runs at once may write one twice, over an answer even; the answer itself, which has a key of its own, stays one.
   * @returns which of them still wait for their answer
   */
  issue(links: readonly Link.Info[]): Promise<boolean[]>;
  /**
   * Spends a link on an answer, in one transaction.
   *
   * @returns `again` when this very form was taken before; `gone` when the link takes no answer (any more)
   */
  answer(answer: LinkAnswer): Promise<"taken" | "again" | "gone">;
  /** Takes an answer by phone and spends the client's link. @throws `survey.already_answered`, `survey.busy` */
  answerByPhone(answer: PhoneAnswer): Promise<void>;
  /** Which of the keys have an answer. */
  answered(activityId: string, answerKeys: readonly string[]): Promise<boolean[]>;
  /** All answers, in an order that tells nothing. */
  answers(activityId: string): Promise<Given[]>;
  /** What clients wrote, in the same order; a page may hold fewer than its limit. */
  comments(activityId: string, page: PageRequest): Promise<Page<string>>;
}

const ATTEMPTS = 5;

const fresh = ({ submission: _none, ...link }: Link.Info) => link;

export function dynamoSurveyLinks(table: Table): SurveyLinks {
  const links = linkEntity(table);
  const answers = answerEntity(table);

  const get = async (hash: string) => {
    const { data } = await links.get({ hash }).go({ consistent: true });
    return data ? Link.Info.parse(data) : undefined;
  };

  const answerOp = (activityId: string, answerKey: string, given: Given) =>
    put(answers.create({ activityId, answerKey, row: given }).params());
  const spendOp = (hash: string) =>
    update(
      links
        .patch({ hash })
        .set({ state: "answered" })
        .where((row, { eq }) => eq(row.state, "issued"))
        .params(),
    );

  const issue = async (wanted: readonly Link.Info[]) => {
    const found = await batchGet(
      table,
      wanted.map(({ hash }) => links.get({ hash }).params()),
      { consistent: true },
    );
    const absent = wanted.filter((_, at) => !found[at]);
    await batchPut(
      table,
      absent.map((link) => links.put(fresh(link)).params()),
    );
    return found.map((item) => !item || item.state === "issued");
  };

  const answerByPhone = async ({ activityId, answerKey, hashes, given }: PhoneAnswer) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = await batchGet(
        table,
        hashes.map((hash) => links.get({ hash }).params()),
        { consistent: true },
      );
      const live = hashes.filter((_, at) => found[at]?.state === "issued");
      const spent = live.map((hash) => spendOp(hash));
      const done = await transact(table, [answerOp(activityId, answerKey, given), ...spent]);
      if (done.ok) return;
      if (done.failed.includes(0))
        throw new Refusal("conflict", "survey.already_answered", "This client has answered already.");
    }
    throw new Refusal("unavailable", "survey.busy", "This client's link changed at the same time. Try again.");
  };

  return {
    get,
    issue,
    answerByPhone,
    async answer({ hash, activityId, answerKey, given, at, submission }) {
      const spend = links
        .patch({ hash })
        .set({ state: "answered", submission })
        .where((row, { eq, gt }) => `${eq(row.state, "issued")} AND ${gt(row.expiresAt, at)}`)
        .params();
      const done = await transact(table, [update(spend), answerOp(activityId, answerKey, given)]);
      return spendingOf(done, submission);
    },
    async answered(activityId, answerKeys) {
      const reads = answerKeys.map((answerKey) => answers.get({ activityId, answerKey }).params());
      return (await batchGet(table, reads, { consistent: true })).map((item) => item !== undefined);
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
