import type { Activity } from "../../../shared/api/routes.ts";

const HOUR_MS = 3_600_000;

/** The session at hand: the first whose doors have not closed for two hours, else the last. */
export function sessionAt({ sessions }: Pick<Activity, "sessions">, now: number): string {
  const sorted = sessions.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  const open = sorted.find(({ endsAt }) => now < Date.parse(endsAt) + 2 * HOUR_MS);
  return (open ?? sorted.at(-1))?.id ?? "";
}

/** When the code of a session is shown and taken. */
export function opening({ startsAt, endsAt }: { startsAt: string; endsAt: string }, now: number) {
  const opensAt = new Date(Date.parse(startsAt) - HOUR_MS).toISOString();
  return { opensAt, isOpen: now >= Date.parse(opensAt) && now < Date.parse(endsAt), isOver: now >= Date.parse(endsAt) };
}
