import type { Roll, Synced } from "../../shared/api/routes.ts";
import { change, read } from "../../shared/keep/keep.ts";

/** What a leader said of somebody, as it is handed in. */
export interface Entry {
  /** Made once for each tap: taken once, however often it is sent. */
  key: string;
  memberId: string;
  /** By this phone's clock. */
  occurredAt: string;
  /** The server's clock minus the phone's, as of the last answer. */
  offsetMs: number;
  /** The version that the leader saw. */
  seen?: number;
  state: "present" | "absent";
  excused?: boolean;
  why?: string;
}

/** A roll-call as this phone keeps it: the list as it was last read, and what has not been taken yet. */
export interface Kept {
  roll?: Roll | undefined;
  offsetMs: number;
  entries: readonly Entry[];
  /** What the server did not take, by member: shown until the leader has settled it. */
  unsettled: Readonly<Record<string, Synced & { entry: Entry }>>;
}

export const NOTHING: Kept = { offsetMs: 0, entries: [], unsettled: {} };

const without = <T>(all: Readonly<Record<string, T>>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));

/** A tap: it replaces an earlier one about the same person that nobody has seen yet. */
export const tapped = (kept: Kept, entry: Entry): Kept => ({
  ...kept,
  entries: [...kept.entries.filter(({ memberId }) => memberId !== entry.memberId), entry],
  unsettled: without(kept.unsettled, entry.memberId),
});

/** What stands is left as it is: what was said against it is forgotten. */
export const settled = (kept: Kept, memberId: string): Kept => ({
  ...kept,
  unsettled: without(kept.unsettled, memberId),
});

const TAKEN = ["recorded", "alreadyThere"];

/** After an answer: what was taken goes, what was not stays to be settled; what was tapped meanwhile stays to be sent. */
export function answered(kept: Kept, sent: readonly Entry[], synced: readonly Synced[]): Kept {
  const keys = new Set(synced.map(({ key }) => key));
  const news = synced.flatMap((one) => {
    const entry = sent.find(({ key }) => key === one.key);
    return TAKEN.includes(one.outcome) || !entry ? [] : [[one.memberId, { ...one, entry }] as const];
  });
  const others = synced.reduce((all, { memberId }) => without(all, memberId), { ...kept.unsettled });
  return {
    ...kept,
    entries: kept.entries.filter(({ key }) => !keys.has(key)),
    unsettled: { ...others, ...Object.fromEntries(news) },
  };
}

export const readKept = (key: string): Promise<Kept> => read<Kept>(key).then((kept) => kept ?? NOTHING);
export const keepRoll = (key: string, roll: Roll, now: number): Promise<void> =>
  change<Kept>(key, (kept = NOTHING) => ({ ...kept, roll, offsetMs: Date.parse(roll.serverTime) - now }));
export const changeKept = (key: string, next: (kept: Kept) => Kept): Promise<void> =>
  change<Kept>(key, (kept = NOTHING) => next(kept));
