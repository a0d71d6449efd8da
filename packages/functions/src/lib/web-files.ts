import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** A file of the built apps. */
export interface WebFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}
/** Finds a file by its path in the build, such as `phone.html` or `assets/phone-B1x.js`. */
export type FindWebFile = (path: string) => Promise<WebFile | undefined>;

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The files of the built apps, read from the disk each time, so that a new build is seen without a restart. */
export const webFilesIn = (directory: string): FindWebFile => {
  return async (path) => {
    const type = TYPES[extname(path)];
    if (type === undefined || path.includes("..")) return undefined;
    try {
      return { bytes: new Uint8Array(await readFile(join(directory, path))), type };
    } catch {
      return undefined;
    }
  };
};
