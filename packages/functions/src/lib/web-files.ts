import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { WebPagesDeps } from "../pages/web.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** The files of the built apps, read from the disk each time, so that a new build is seen without a restart. */
export const webFilesIn = (directory: string): WebPagesDeps["webFile"] => {
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
