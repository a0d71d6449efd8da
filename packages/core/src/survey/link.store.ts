import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { batchGet, put, type Table, transact, update } from "../lib/table.ts";
import * as Link from "./link.ts";
import { Given } from "./question.ts";
import { answerEntity, linkEntity } from "./survey.row.ts";

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
  /** Writes a link unless it is there. @returns whether it still waits for its answer */
  issue(link: Link.Info): Promise<boolean>;
  /** Kills a link and writes the next one in its place, unless the client has answered. @returns as {@link issue} */
  replace(oldHash: string, next: Link.Info): Promise<boolean>;
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

export function dynamoSurveyLinks(table: Table): SurveyLinks {
  const links = linkEntity(table);
  const answers = answerEntity(table);

  const get = async (hash: string) => {
    const { data } = await links.get({ hash }).go({ consistent: true });
    return data ? Link.Info.parse(data) : undefined;
  };

  const createOp = ({ submission: _none, ...fresh }: Link.Info) => put(links.create(fresh).params());
  const answerOp = (activityId: string, answerKey: string, given: Given) =>
    put(answers.create({ activityId, answerKey, row: given }).params());
  const moveOp = (hash: string, state: "answered" | "replaced") =>
    update(
      links
        .patch({ hash })
        .set({ state })
        .where((row, { eq }) => eq(row.state, "issued"))
        .params(),
    );

  const issue = async (link: Link.Info) => {
    const done = await transact(table, [createOp(link)]);
    return done.ok || done.items[0]?.state === "issued";
  };

  const answerByPhone = async ({ activityId, answerKey, hashes, given }: PhoneAnswer) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = await batchGet(
        table,
        hashes.map((hash) => links.get({ hash }).params()),
        { consistent: true },
      );
      const live = hashes.filter((_, at) => found[at]?.state === "issued");
      const spent = live.map((hash) => moveOp(hash, "answered"));
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
    async replace(oldHash, next) {
      const done = await transact(table, [moveOp(oldHash, "replaced"), createOp(next)]);
      if (done.ok) return true;
      const old = await get(oldHash);
      if (!old || old.state === "replaced") return issue(next);
      return false;
    },
    async answer({ hash, activityId, answerKey, given, at, submission }) {
      const spend = links
        .patch({ hash })
        .set({ state: "answered", submission })
        .where((row, { eq, gt }) => `${eq(row.state, "issued")} AND ${gt(row.expiresAt, at)}`)
        .params();
      const done = await transact(table, [update(spend), answerOp(activityId, answerKey, given)]);
      if (done.ok) return "taken";
      return done.items[0]?.submission === submission ? "again" : "gone";
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
      const { data, cursor: next } = await answers.query
        .byActivity({ activityId })
        .go({ limit, pages: 1, cursor: cursor ?? null });
      const items = data.flatMap(({ row }) => Given.parse(row).answer.comment ?? []);
      return { items, cursor: next ?? undefined };
    },
  };
}
