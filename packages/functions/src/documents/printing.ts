import type { Documents } from "@yigong/application/ports/documents.ts";
import { unprintableIn } from "./certificate/fonts.ts";

const notHere = (what: string) => async (): Promise<never> => {
  throw new Error(`This function's bundle has nothing that reads ${what}.`);
};

/** What draws, without what reads files: those libraries are large, and few functions on AWS read any. */
export const printing: Documents = {
  readTable: notHere("tables"),
  examine: notHere("uploads"),
  qrCode: async (text) => (await import("uqr")).renderSVG(text, { ecc: "M", border: 2 }),
  unprintableIn,
};
