import { expenseDocuments } from "../expense/expense.row.ts";
import * as Expense from "../expense/expense.ts";
import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { proposalDocuments } from "../proposal/proposal.row.ts";
import { mustSettle } from "../proposal/proposal.ts";
import { archiveDocuments, entryDocuments } from "./archive.row.ts";
import * as Archive from "./archive.ts";
import { allMaterials } from "./contents.row.ts";
import { lastNumber } from "./register.store.ts";

/** Each round of filings into one register lets one of them through, so this many may meet at the same moment. */
const ROUNDS = 60;

/** Loads, decides and saves archives. An activity for which nothing was written has an empty draft. */
export interface Archives {
  get(activityId: string): Promise<Archive.Info>;
  /** Everything that keeps an archive from being filed, as it is now. */
  missing(archive: Archive.Info): Promise<Archive.Missing[]>;
  /** A decision that hands back the loaded archive writes nothing. @throws `store.busy`, whatever `decide` throws */
  change(activityId: string, decide: (archive: Archive.Info) => Archive.Info): Promise<Archive.Info>;
  /**
   * Files the archive, closes its money and draws its number in the register, in one transaction; a filed one is handed back as it is.
   * @throws `archive.incomplete`, `store.busy`
   */
  file(activityId: string, filing: Omit<Archive.Filing, "number">): Promise<Archive.Filed>;
}

/**
 * What an archive is judged by, and the write that closes its money as it was read: money that is given back at that very
 * moment is judged again.
 */
async function contentsOf(table: Table, activityId: string): Promise<Archive.Contents & { closing(at: string): Op[] }> {
  const spendings = expenseDocuments(table);
  const [materials, proposal, money] = await Promise.all([
    allMaterials(table, activityId),
    proposalDocuments(table).find({ activityId }),
    spendings.find({ activityId }),
  ]);
  const moneyOpen = (mustSettle(proposal) || money !== undefined) && Expense.isUnsettled(money);
  const closing = (at: string) => (money && !moneyOpen ? [spendings.ops.save(money, Expense.close(money, at))] : []);
  return { materials, moneyOpen, closing };
}

export function dynamoArchives(table: Table): Archives {
  const rows = archiveDocuments(table);

  const file = (activityId: string, filing: Omit<Archive.Filing, "number">) =>
    untilSaved(async () => {
      const before = await rows.get({ activityId });
      if (before.status === "filed") return before;
      const { closing, ...contents } = await contentsOf(table, activityId);
      const last = before.owner ? await lastNumber(table, before.owner, filing.year) : 0;
      const { archive, entry } = Archive.file(before, contents, { ...filing, number: last + 1 });
      const filed = [rows.ops.save(before, archive), entryDocuments(table).ops.create(entry), ...closing(filing.at)];
      const saved = await transact(table, filed);
      return saved.ok ? { ...archive, version: before.version + 1 } : CLASH;
    }, ROUNDS);

  return {
    get: (activityId) => rows.get({ activityId }),
    missing: async (archive) =>
      archive.status === "filed" ? [] : Archive.missingParts(archive, await contentsOf(table, archive.activityId)),
    change: (activityId, decide) => rows.revise({ activityId }, decide),
    file,
  };
}
