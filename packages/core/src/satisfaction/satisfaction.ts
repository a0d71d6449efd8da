import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { plainText } from "../lib/plain-text.ts";
import { signed, tenths } from "../lib/ratio.ts";
import { DATED_YEARS, Instant } from "../lib/time.ts";
import { satisfactionRefusal } from "./satisfaction.refusals.ts";

export const Year = z.int().min(1980).max(DATED_YEARS.last);

/** In tenths of a point of a hundred: 945 is 94.5. */
export const Index = z.int().min(0).max(1000);

/** The index of a year as somebody states it, with where it comes from. */
export const Stated = z.object({ year: Year, index: Index, source: plainText(2, 200) });
export type Stated = z.infer<typeof Stated>;

const Before = z.object({
  index: Index,
  source: z.string(),
  at: Instant,
  by: z.string(),
  corrected: z.object({ at: Instant, by: z.string(), reason: z.string() }),
});

/** A year whose index was stated, not asked for here; how it was before a correction stays. @source docs/domain.md W6 */
export const Info = Stated.extend({
  from: z.enum(["typed", "import"]),
  at: Instant,
  by: z.string(),
  before: z.array(Before),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

interface Acting {
  by: string;
  /** ISO-8601 UTC. */
  at: string;
}

/** States the index of a year. The same said again is one. @throws `satisfaction.year_known` when another one stands */
export function state(held: Info | undefined, stated: Stated, { by, at }: Acting): Info {
  if (held && held.index === stated.index && held.source === stated.source) return held;
  if (held) throw satisfactionRefusal("satisfaction.year_known", { year: stated.year, index: indexText(held.index) });
  return { ...stated, from: "typed", at, by, before: [], version: 0 };
}

/** Puts the index of a year right, with a reason. @throws `edit.changed` */
export function correct(
  held: Info,
  { index, source, reason, version }: Omit<Stated, "year"> & { reason: string; version: number },
  { by, at }: Acting,
): Info {
  requireVersion(held, version);
  const was = { index: held.index, source: held.source, at: held.at, by: held.by, corrected: { at, by, reason } };
  return { ...held, index, source, from: "typed", at, by, before: [...held.before, was] };
}

/** As people read it: 94.5. */
export const indexText = (index: number): string => tenths(BigInt(index));

/** Reads 94.5, 94.50, 94.5% or 94.5分; undefined for what is no number of a hundred with one decimal at most. */
export function indexIn(text: string): number | undefined {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:\.(\d)0*)?(?:%|％|分)?$/.exec(text.replace(/\s+/g, "")) ?? [];
  if (whole === undefined) return undefined;
  return Index.safeParse(Number(whole) * 10 + Number(decimals || "0")).data;
}

/** The change of an index against the year before, in points: +2.8. */
export const changeText = (index: number, before: number): string => signed(tenths(BigInt(index - before)));
