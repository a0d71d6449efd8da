import type { Table } from "../lib/table.ts";
import { materialDocuments } from "./archive.row.ts";
import type * as Material from "./material.ts";

/** Those that were not removed. */
export const present = (materials: Material.Info[]) => materials.filter(({ status }) => status !== "removed");

/** All files of an activity that were not removed; read consistently. */
export const allMaterials = async (table: Table, activityId: string): Promise<Material.Info[]> =>
  present(await materialDocuments(table).all("key", { activityId }, { limit: 250 }));
