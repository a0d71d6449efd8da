import type { Material } from "@yigong/core/archive/index.ts";
import type { Sheet } from "@yigong/core/roster/cell.ts";

/** A file to be served, and the type it is served as. */
export interface Output {
  key: string;
  bytes: Uint8Array;
  contentType: string;
}

/** What an upload is found to be, with the files that are served of it; none when it is rejected. */
export interface Examined {
  found: Material.Processed;
  outputs: Output[];
}

/** What an upload claims to be. */
export type Claim = Pick<Material.Info, "activityId" | "id" | "contentType">;

/** Reading and drawing of files. Results depend on the arguments only. */
export interface Documents {
  /** The visible sheets of a table file, at least one. @throws `roster.unreadable`, `roster.too_large`, `roster.too_many_rows` */
  readTable(bytes: Uint8Array): Promise<Sheet[]>;
  /** Whether an upload is what it claims, and what may be served of it. */
  examine(claim: Claim, bytes: Uint8Array): Promise<Examined>;
  /** A QR code as an SVG element. */
  qrCode(text: string): Promise<string>;
  /** The characters of a text that no font of the certificates draws, each once. */
  unprintableIn(text: string): string[];
}
