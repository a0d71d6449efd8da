import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";
import { LedgerState } from "../transfer/ledger-state.ts";
import { Contents } from "../transfer/tally.ts";

/** Increased when an older restore could not read the copy. */
const FORMAT = 1;
/** The description of a copy, written last. */
export const MANIFEST = "copy.json";

const Sum = z.object({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** What a copy is of and what is in it, by which it is checked. */
export const Copy = z.object({
  format: z.literal(FORMAT),
  /** Instant of the store's copy by the machine's clock: nothing older is missing. */
  at: Instant,
  name: z.string(),
  /** Each file of the copy but this one, by its path with slashes. */
  sums: z.record(z.string(), Sum),
  alliance: Contents,
  ledger: Contents,
  /** Recomputed from the entries of the copy. */
  points: LedgerState,
});
export type Copy = z.infer<typeof Copy>;

export const asCopy = (copy: Omit<Copy, "format">): Copy => ({ format: FORMAT, ...copy });

const refuse = (code: string, message: string, cause?: unknown) =>
  new Refusal("invalid", `backup.${code}`, message, { cause });

/** @throws `backup.no_copy`, `backup.other_format` */
export function readCopy(from: string): Copy {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(from, MANIFEST), "utf8"));
  } catch (error) {
    throw refuse(
      "no_copy",
      `${from} 不是完整的备份：缺少可读的 ${MANIFEST} / ${from} is no whole copy: it has no readable ${MANIFEST}.`,
      error,
    );
  }
  const parsed = Copy.safeParse(json);
  if (parsed.success) return parsed.data;
  throw refuse(
    "other_format",
    `${from} 的格式与本版本不符，请用制作它的版本恢复 / ${from} is not a copy of format ${FORMAT}: restore it with the version that made it.`,
    parsed.error,
  );
}
