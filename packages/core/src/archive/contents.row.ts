import type { Table } from "../lib/table.ts";
import { archiveEntity, materialEntity } from "./archive.row.ts";
import * as Archive from "./archive.ts";
import * as Material from "./material.ts";

/** The archive as it is now, read consistently. */
export async function archiveOf(table: Table, activityId: string): Promise<Archive.Info> {
  const { data } = await archiveEntity(table).get({ activityId }).go({ consistent: true });
  return data ? Archive.Info.parse(data.row) : Archive.empty(activityId);
}

/** Those that were not removed. */
export const present = (materials: Material.Info[]) => materials.filter(({ status }) => status !== "removed");

/** All files of an activity that were not removed; read consistently. */
export async function allMaterials(table: Table, activityId: string): Promise<Material.Info[]> {
  const found: Material.Info[] = [];
  let cursor: string | null = null;
  do {
    const page: { data: { row?: unknown }[]; cursor: string | null } = await materialEntity(table)
      .query.byActivity({ activityId })
      .go({ consistent: true, limit: 250, cursor });
    found.push(...page.data.map(({ row }) => Material.Info.parse(row)));
    cursor = page.cursor;
  } while (cursor);
  return present(found);
}
