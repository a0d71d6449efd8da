import type { Documents } from "@yigong/application/ports/documents.ts";
import { unprintableIn } from "./certificate/fonts.ts";

/** Loads each library when it is first used: most functions on AWS need none of them. */
export const documents: Documents = {
  readTable: async (bytes) => (await import("./table/read-table.ts")).readTable(bytes),
  examine: async (claim, bytes) => (await import("./material/examine.ts")).examine(claim, bytes),
  qrCode: async (text) => (await import("uqr")).renderSVG(text, { ecc: "M", border: 2 }),
  unprintableIn,
};
