import { type Observe, since } from "../observe/observe.ts";

/** What a run of the outbox comes to. */
export interface Tally {
  sent: number;
  later: number;
  failed: number;
  /** When the first of those that failed or were left was due, ISO-8601 UTC. */
  oldest?: string;
}

/** What still waits when a run ends is what failed, or what there was no time for. */
export function tell(
  { oldest, ...counts }: Tally,
  { observe, begun, at }: { observe: Observe; begun: number; at: string },
) {
  const ageMs = oldest === undefined ? 0 : Math.max(0, Date.parse(at) - Date.parse(oldest));
  const ageSeconds = Math.round(ageMs / 1000);
  observe.log("info", "outbox", { ...counts, ageSeconds, ms: since(begun) });
  observe.count("EffectsSent", counts.sent);
  observe.count("EffectsFailed", counts.failed);
  observe.count("OutboxAgeSeconds", ageSeconds);
}

/** Counts in the wait of an effect that another run has to see to. */
export function leave(tally: Tally, { dueAt }: { dueAt: string }): void {
  if (tally.oldest === undefined || dueAt < tally.oldest) tally.oldest = dueAt;
}
