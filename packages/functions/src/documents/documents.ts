import type { Documents } from "@yigong/application/ports/documents.ts";
import { printing } from "./printing.ts";

/** Loads each library when it is first used. */
export const documents: Documents = {
  ...printing,
  readTable: async (bytes) => (await import("./table/read-table.ts")).readTable(bytes),
  examine: async (claim, bytes) => (await import("./material/examine.ts")).examine(claim, bytes),
};
