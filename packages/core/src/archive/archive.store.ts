import { CLASH, untilSaved } from "../lib/optimistic.ts";
import { type Table, transact } from "../lib/table.ts";
import { archiveDocuments, entryDocuments } from "./archive.row.ts";
import * as Archive from "./archive.ts";
import { allMaterials } from "./contents.row.ts";
import { lastNumber } from "./register.store.ts";

/** Each round of filings into one register lets one of them through, so this many may meet at the same moment. */
const ROUNDS = 60;

/** Loads, decides and saves archives. An activity for which nothing was written has an empty draft. */
export interface Archives {
  get(activityId: string): Promise<Archive.Info>;
  /** A decision that hands back the loaded archive writes nothing. @throws `store.busy`, whatever `decide` throws */
  change(activityId: string, decide: (archive: Archive.Info) => Archive.Info): Promise<Archive.Info>;
  /**
   * Files the archive and draws its number in the register, in one transaction; a filed one is handed back as it is.
   * @throws `archive.incomplete`, `store.busy`
   */
  file(activityId: string, filing: Omit<Archive.Filing, "number">): Promise<Archive.Filed>;
}

export function dynamoArchives(table: Table): Archives {
  const rows = archiveDocuments(table);

  const file = (activityId: string, filing: Omit<Archive.Filing, "number">) =>
    untilSaved(async () => {
      const before = await rows.get({ activityId });
      if (before.status === "filed") return before;
      const materials = await allMaterials(table, activityId);
      const last = before.owner ? await lastNumber(table, before.owner, filing.year) : 0;
      const { archive, entry } = Archive.file(before, materials, { ...filing, number: last + 1 });
      const saved = await transact(table, [rows.ops.save(before, archive), entryDocuments(table).ops.create(entry)]);
      return saved.ok ? { ...archive, version: before.version + 1 } : CLASH;
    }, ROUNDS);

  return {
    get: (activityId) => rows.get({ activityId }),
    change: (activityId, decide) => rows.revise({ activityId }, decide),
    file,
  };
}
