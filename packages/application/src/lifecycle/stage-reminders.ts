import { type Info as Activity, heldSessions, type Session, startOf } from "@yigong/core/activity/activity.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { people, tell } from "./lifecycle-effects.ts";

const later = (a: string, b: string): string => (a > b ? a : b);

/** A day before recruiting ends, whoever has not answered is reminded. A new deadline has a reminder of its own. @source docs/domain.md A5 */
export const undecidedReminder = (activity: Activity, recruitUntilAt: string, at: string): Effect => ({
  ...tell(
    {
      activity,
      template: "recruit.undecidedReminder",
      to: people(activity, "undecided"),
      dueAt: later(plusHours(recruitUntilAt, -24), at),
      cause: recruitUntilAt,
    },
    { startsAt: startOf(activity), recruitUntilAt },
  ),
  only: { stageOpen: "Recruit", planned: recruitUntilAt },
});

const sessionReminder = (activity: Activity, { id, startsAt }: Session, at: string): Effect => ({
  ...tell(
    {
      activity,
      template: "activity.startsSoon",
      to: { kind: "activity", activityId: activity.id, who: "placed", sessionId: id },
      dueAt: later(plusHours(startsAt, -24), at),
      // The only session's has the id that it had before sessions had reminders of their own.
      cause: activity.sessions.length === 1 ? startsAt : `${id}.${startsAt}`,
    },
    { startsAt, place: activity.place },
  ),
  only: { session: { id, startsAt } },
});

/** A day before each session that is ahead, whoever has a place in it is reminded; one that is moved has a reminder of its own. */
export const startReminders = (activity: Activity, at: string): Effect[] =>
  heldSessions(activity)
    .filter(({ startsAt }) => startsAt > at)
    .map((session) => sessionReminder(activity, session, at));

/** Two days before the archive is due its organizer is reminded; a new date has a reminder of its own. @source docs/domain.md lifecycle 4 */
export const archiveReminder = (activity: Activity, archiveDueAt: string, at: string): Effect => ({
  ...tell(
    {
      activity,
      template: "archive.dueSoon",
      to: people(activity, "organizer"),
      dueAt: later(plusHours(archiveDueAt, -48), at),
      cause: archiveDueAt,
    },
    { dueAt: archiveDueAt },
  ),
  only: { stageOpen: "Archive", planned: archiveDueAt },
});

/** When an archive is due and open, it escalates, round after round. @source docs/domain.md lifecycle 4 */
export const archiveEscalation = (activityId: string, dueAt: string, round: number): Effect => ({
  kind: "archive.escalate",
  id: `escalate:${activityId}:archive:${round}`,
  dueAt,
  activityId,
  round,
});
