import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import type { Awards } from "@yigong/core/award/award.store.ts";
import type { Line } from "@yigong/core/award/award.ts";
import type { Change } from "@yigong/core/award/diff.ts";
import { linesIn, textOf } from "@yigong/core/award/part.ts";
import type { Key } from "@yigong/core/award/run.ts";
import { chunksOf, inParallel } from "@yigong/core/lib/parallel.ts";

const WIDTH = 4;

/** Some lines and the ids of their members in the same order; "" for a pseudonym without a member. */
export interface Lines<Value> {
  values: Value[];
  memberIds: string[];
}

/** Writes lines in parts of `size`, at least one; a part is never changed, so doing it again is harmless. @returns how many parts */
export async function writeParts(
  awards: Pick<Awards, "putPart">,
  key: Key,
  {
    digest,
    lines,
    size,
    memberIds,
  }: {
    digest: string;
    lines: readonly (Line | Change)[];
    size: number;
    memberIds?: readonly string[];
  },
): Promise<number> {
  const parts = lines.length === 0 ? [[]] : chunksOf(lines, size);
  const ids = memberIds && chunksOf(memberIds, size);
  await inParallel(parts.entries(), WIDTH, ([part, some]) =>
    awards.putPart(key, { digest, part, lines: textOf(some), ...(ids ? { memberIds: ids[part] ?? [] } : {}) }),
  );
  return parts.length;
}

/** Reads one part. @throws `award.part_missing` */
export async function readPart<Value>(
  awards: Pick<Awards, "part">,
  key: Key,
  { digest, part }: { digest: string; part: number },
): Promise<Lines<Value>> {
  const found = await awards.part(key, digest, part);
  if (!found) throw awardRefusal("award.part_missing", { part });
  return { values: linesIn<Value>(found.lines), memberIds: found.memberIds ?? [] };
}

/** How many parts of `size` some lines take. */
export const partsFor = (lines: number, size: number): number => Math.max(1, Math.ceil(lines / size));

/** Reads lines part by part, so that no more than one part is held. */
export async function* partsOf<Value>(
  awards: Pick<Awards, "part">,
  key: Key,
  { digest, parts }: { digest: string; parts: number },
): AsyncGenerator<Lines<Value>> {
  for (let part = 0; part < parts; part += 1) yield await readPart<Value>(awards, key, { digest, part });
}
