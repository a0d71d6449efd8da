import * as z from "zod";
import { type Place, Standing } from "./award.ts";

const Shown = Standing.pick({
  rank: true,
  points: true,
  halfDays: true,
  attendances: true,
  mean: true,
  vetoed: true,
  preferred: true,
  belowFloor: true,
  candidate: true,
})
  .extend({ place: z.int().positive().nullable() })
  .strip();
type Shown = z.infer<typeof Shown>;

/**
 * Somebody who stands otherwise than in the run before. `own` says that their own figures changed; otherwise they moved
 * because others did. `entries` are the entries of theirs that came since.
 */
export const Change = z.strictObject({
  kind: z.literal("change"),
  pseudonym: z.string(),
  before: Shown.nullable(),
  after: Shown.nullable(),
  own: z.boolean(),
  entries: z.array(z.string()),
});
export type Change = z.infer<typeof Change>;

/** The part of a result that is compared. */
export interface Compared {
  standings: readonly Standing[];
  places: readonly Place[];
}

const shownBy = ({ standings, places }: Compared): Map<string, Shown> => {
  const placeOf = new Map(places.map(({ pseudonym, place }) => [pseudonym, place]));
  return new Map(
    standings.map((one) => [one.pseudonym, Shown.parse({ ...one, place: placeOf.get(one.pseudonym) ?? null })]),
  );
};

const OWN = ["points", "halfDays", "attendances", "mean", "vetoed", "preferred", "belowFloor", "candidate"] as const;
const ALL = [...OWN, "rank", "place"] as const;

const differs = (a: Shown | undefined, b: Shown | undefined, fields: readonly (keyof Shown)[]): boolean =>
  a === undefined || b === undefined || fields.some((field) => a[field] !== b[field]);

/**
 * Who stands otherwise than before, in the order of the new ranks, then those who are gone.
 *
 * @returns changes without their entries, which the ledger knows
 */
export function changesBetween(before: Compared, after: Compared): Omit<Change, "entries">[] {
  const [old, now] = [shownBy(before), shownBy(after)];
  const gone = [...old.keys()].filter((pseudonym) => !now.has(pseudonym));
  return [...now.keys(), ...gone].flatMap((pseudonym) => {
    const [was, is] = [old.get(pseudonym), now.get(pseudonym)];
    if (!differs(was, is, ALL)) return [];
    return [{ kind: "change" as const, pseudonym, before: was ?? null, after: is ?? null, own: differs(was, is, OWN) }];
  });
}
