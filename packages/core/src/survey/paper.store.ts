import type { Entry } from "../audit/audit.ts";
import type { Table } from "../lib/table.ts";
import { causedOps } from "../outbox/caused.row.ts";
import type { Papers } from "./papers.ts";
import { handOut } from "./papers.ts";
import type { Given } from "./question.ts";
import { answerDocuments, paperDocuments } from "./survey.row.ts";

/** The forms on paper of activities. */
export interface PaperForms {
  find(activityId: string): Promise<Papers | undefined>;
  /** The numbers of the forms without a name that were typed in, ascending. */
  typed(activityId: string): Promise<number[]>;
  /** Says how many were handed out. @throws `survey.papers_typed`, `store.busy` */
  handOut(activityId: string, said: { handedOut: number; at: string }, audit: readonly Entry[]): Promise<Papers>;
}

/** The numbers of the forms without a name among answers, ascending. */
export const sheetsIn = (answers: readonly Given[]): number[] =>
  answers.flatMap((given) => (given.channel === "paper" ? (given.sheet ?? []) : [])).sort((a, b) => a - b);

export function dynamoPaperForms(table: Table): PaperForms {
  const rows = paperDocuments(table);
  const answers = answerDocuments(table);
  const typed = async (activityId: string) =>
    sheetsIn((await answers.all("key", { activityId }, { limit: 1000 })).map(({ row }) => row));
  return {
    typed,
    find: (activityId) => rows.find({ activityId }),
    async handOut(activityId, { handedOut, at }, audit) {
      const highest = (await typed(activityId)).at(-1) ?? 0;
      const saved = await rows.changeOrCreate(
        { activityId },
        (papers) => ({ item: handOut(papers, { activityId, handedOut, typed: highest }) }),
        () => causedOps(table, { audit }, at),
      );
      return saved;
    },
  };
}
