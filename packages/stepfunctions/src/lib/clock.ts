/** Real time, or virtual time that only `set` advances. All instants are epoch milliseconds. */
export interface Clock {
  readonly virtual: boolean;
  now(): number;
  /** Virtual time only. An earlier instant has no effect. */
  set(at: number): void;
}

export type TimeOption = { kind: "real"; now?: () => number } | { kind: "virtual"; startAt: string };

/** Opens a clock. A virtual one starts at the later of `startAt` and `savedAt`. */
export function openClock(time: TimeOption, savedAt: number | undefined): Clock {
  if (time.kind === "real") return { virtual: false, now: time.now ?? Date.now, set: () => undefined };
  let at = Math.max(Date.parse(time.startAt), savedAt ?? 0);
  if (Number.isNaN(at)) throw new Error(`startAt is not an instant: ${time.startAt}`);
  return {
    virtual: true,
    now: () => at,
    set: (next) => {
      at = Math.max(at, next);
    },
  };
}

export const iso = (at: number): string => new Date(at).toISOString();
