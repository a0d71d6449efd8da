import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { type ReadScore, readScoreRows, SCORE_COLUMNS } from "@yigong/core/nomination/score-entry.ts";
import { rowsOf } from "@yigong/core/roster/columns.ts";
import type { Documents } from "../ports/documents.ts";
import type { NominationDeps } from "./nomination-stores.ts";

export interface PreviewDeps extends Pick<NominationDeps, "nominations" | "zone"> {
  members: Pick<Members, "all">;
  documents: Pick<Documents, "readTable">;
}

/**
 * Reads a department's file of scores: every row with every reason against it. Nothing is kept.
 *
 * @throws `nomination.missing`, those of `readTable` and `rowsOf`
 */
export const previewScores =
  ({ nominations, members, documents, zone }: PreviewDeps) =>
  async (id: string, bytes: Uint8Array, at: string): Promise<ReadScore[]> => {
    const { departmentId } = await nominations.get(id);
    const { rows } = rowsOf(await documents.readTable(bytes), SCORE_COLUMNS);
    return readScoreRows(rows, { members: await members.all(), departmentId, day: dayOf(at, zone) });
  };
