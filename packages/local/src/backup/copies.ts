import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { MANIFEST } from "./copy-manifest.ts";
import { keptOf } from "./kept-copies.ts";

/** Ending of a folder that is being written: never a copy. */
const UNFINISHED = ".part";
const NAME = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Name of the folder of a copy: an instant without its colons, which not every system allows in a name. */
export const folderOf = (at: string): string => `${at.slice(0, 19).replaceAll(":", "")}Z`;

const instantOf = (folder: string): string | undefined => {
  const [, day, hour, minute, second] = NAME.exec(folder) ?? [];
  return day && `${day}T${hour}:${minute}:${second}.000Z`;
};

export const partOf = (directory: string, at: string): string => join(directory, `${folderOf(at)}${UNFINISHED}`);

async function namesIn(directory: string): Promise<string[]> {
  return await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}

/** One whole copy. */
export interface Kept {
  /** To the second, ISO-8601 UTC. */
  at: string;
  path: string;
}

/** The whole copies of a directory, newest first. */
export async function copiesIn(directory: string): Promise<Kept[]> {
  return (await namesIn(directory))
    .flatMap((name) => {
      const at = instantOf(name);
      const path = join(directory, name);
      return at && existsSync(join(path, MANIFEST)) ? [{ at, path }] : [];
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Removes what a killed backup has left. Only for the one process that makes copies there. */
export async function removeUnfinished(directory: string): Promise<void> {
  for (const name of await namesIn(directory))
    if (name.endsWith(UNFINISHED) && instantOf(name.slice(0, -UNFINISHED.length)))
      await rm(join(directory, name), { recursive: true, force: true });
}

/** Removes the copies that are not kept (see kept-copies.ts). @returns those that are, newest first */
export async function pruneCopies(directory: string, zone: string): Promise<Kept[]> {
  const copies = await copiesIn(directory);
  const kept = keptOf(
    copies.map(({ at }) => at),
    zone,
  );
  for (const { at, path } of copies) {
    if (kept.has(at)) continue;
    // Without its description it is no copy, whatever happens on the way.
    await rm(join(path, MANIFEST), { force: true });
    await rm(path, { recursive: true, force: true });
  }
  return copies.filter(({ at }) => kept.has(at));
}
