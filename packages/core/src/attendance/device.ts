import { createHash } from "node:crypto";
import type { Info } from "./attendance.ts";

/** From so many people on, checked in with one browser in one session, somebody looks: "代签?". Nobody is refused for it. */
export const MOST_ON_ONE_DEVICE = 3;

/**
 * What a row keeps of the browser that somebody checked in with: a digest that differs from session to session, so that
 * nobody's ways can be followed by it.
 *
 * @param token - what the browser's cookie holds
 */
export const deviceOf = ({ activityId, sessionId }: { activityId: string; sessionId: string }, token: string): string =>
  createHash("sha256")
    .update(`check-in device\n${activityId}\n${sessionId}\n${token}`)
    .digest("base64url")
    .slice(0, 22);

/** The members whose check-in came from a browser that checked more than three people in: for the leader to ask. */
export function onSharedDevice(rows: readonly Info[]): Set<string> {
  const byDevice = Map.groupBy(
    rows.filter((row) => row.state === "present" && row.device !== undefined),
    (row) => (row.state === "present" ? row.device : undefined),
  );
  const shared = [...byDevice.values()].filter((own) => own.length > MOST_ON_ONE_DEVICE);
  return new Set(shared.flat().map(({ memberId }) => memberId));
}
