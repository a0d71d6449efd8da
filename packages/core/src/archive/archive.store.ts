import { Refusal } from "../lib/error.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { entryEntity, saveArchiveOp } from "./archive.row.ts";
import * as Archive from "./archive.ts";
import { allMaterials, archiveOf } from "./contents.row.ts";
import { lastNumber } from "./register.store.ts";

/** Each round of filings into one register lets one of them through, so this many may meet at the same moment. */
const ROUNDS = 60;
const WRITES = 8;

/** Loads, decides and saves archives. An activity for which nothing was written has an empty draft. */
export interface Archives {
  get(activityId: string): Promise<Archive.Info>;
  /** A decision that hands back the loaded archive writes nothing. @throws `archive.busy`, whatever `decide` throws */
  change(activityId: string, decide: (archive: Archive.Info) => Archive.Info): Promise<Archive.Info>;
  /**
   * Files the archive and draws its number in the register, in one transaction; a filed one is handed back as it is.
   * @throws `archive.incomplete`, `archive.busy`
   */
  file(activityId: string, filing: Omit<Archive.Filing, "number">): Promise<Archive.Filed>;
}

const busy = () => new Refusal("unavailable", "archive.busy", "Others kept changing this archive. Try again.");

export function dynamoArchives(table: Table): Archives {
  async function change(activityId: string, decide: (archive: Archive.Info) => Archive.Info) {
    for (let round = 0; round < WRITES; round++) {
      const before = await archiveOf(table, activityId);
      const after = decide(before);
      if (after === before) return before;
      const saved = await transact(table, [saveArchiveOp(table, before, after)]);
      if (saved.ok) return { ...after, version: before.version + 1 };
    }
    throw busy();
  }

  async function file(activityId: string, filing: Omit<Archive.Filing, "number">) {
    for (let round = 0; round < ROUNDS; round++) {
      const before = await archiveOf(table, activityId);
      if (before.status === "filed") return before;
      const materials = await allMaterials(table, activityId);
      const last = before.owner ? await lastNumber(table, before.owner, filing.year) : 0;
      const { archive, entry } = Archive.file(before, materials, { ...filing, number: last + 1 });
      const { owner, year, number } = entry;
      const line = put(entryEntity(table).create({ owner, year, number, row: entry }).params());
      const saved = await transact(table, [saveArchiveOp(table, before, archive), line]);
      if (saved.ok) return { ...archive, version: before.version + 1 };
    }
    throw busy();
  }

  return { get: (activityId) => archiveOf(table, activityId), change, file };
}
