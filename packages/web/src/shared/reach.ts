import type { Reached } from "./api/routes.ts";

type State = Reached["people"][number]["state"];

/** How sure it is that the word arrived; what is late or soon is for the telephone. */
export const TONE = {
  none: "late",
  failed: "late",
  waiting: "soon",
  sent: "plain",
  read: "good",
  phoned: "good",
} as const satisfies Record<State, string>;

/** Whether somebody still has to be phoned. */
export const isMissing = ({ state }: { state: State }): boolean => TONE[state] === "late" || TONE[state] === "soon";

/** Whether it is sure that the word arrived; a message that was only sent may lie unread. */
export const isSure = ({ state }: { state: State }): boolean => TONE[state] === "good";

const BEFORE_MS = 2 * 3_600_000;

interface Held {
  status: string;
  sessions: readonly { startsAt: string; cancelled?: unknown }[];
}

/** Whether an activity can be called off for the weather: two hours before it begins at the latest. The API decides. */
export function canCallOff({ status, sessions }: Held, now: number): boolean {
  if (!["recruiting", "covering", "executing"].includes(status)) return false;
  const starts = sessions.flatMap(({ startsAt, cancelled }) => (cancelled ? [] : [Date.parse(startsAt)]));
  return starts.length > 0 && now <= Math.min(...starts) - BEFORE_MS;
}
