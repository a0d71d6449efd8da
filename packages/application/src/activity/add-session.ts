import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { requireWindow, usualSignUpEnd } from "@yigong/core/activity/session-window.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireVersion } from "@yigong/core/lib/edit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { requireChangeable } from "@yigong/core/lifecycle/changeable.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planLeft } from "@yigong/core/lifecycle/plan.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import * as z from "zod";
import { nudge } from "../lifecycle/lifecycle-effects.ts";
import { startReminders } from "../lifecycle/stage-reminders.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";
import { toldOf } from "./change-effects.ts";
import { NewActivity } from "./new-activity.ts";

/** A session as an organizer adds it; ids are made here. */
export const NewSession = NewActivity.shape.sessions.element.extend({
  signUpUntil: z.iso.datetime().optional(),
});
export type NewSession = z.output<typeof NewSession>;

const MOST_SESSIONS = 20;
const OPEN: readonly Lifecycle.Status[] = ["proposing", "recruiting", "covering", "executing"];

const isRecruiting = (row: Lifecycle.Info, at: string): boolean =>
  row.status === "proposing" || Lifecycle.isOpen(row, "Recruit", at);

/** The session with ids, and its own time to sign up once recruiting is over. */
function made(session: NewSession, row: Lifecycle.Info, { newId, at }: { newId: NewId; at: string }): Activity.Session {
  const { signUpUntil, ...rest } = session;
  const until = signUpUntil ?? usualSignUpEnd(session.startsAt, at);
  const positions = session.positions.map((one) => ({ ...one, id: Activity.PositionId.parse(newId("pos")) }));
  const window = isRecruiting(row, at) ? {} : { signUpUntil: until };
  return { ...rest, ...window, id: Activity.SessionId.parse(newId("ses")), positions };
}

function requireAddable({ sessions }: Activity.Info, row: Lifecycle.Info): void {
  requireChangeable(row);
  if (!OPEN.includes(row.status) || Lifecycle.outcomeOf(row, "Execute")) throw activityRefusal("activity.service_over");
  if (sessions.length >= MOST_SESSIONS) throw activityRefusal("activity.sessions_full", { most: MOST_SESSIONS });
}

/** The end of its own time to sign up, and what is planned by it. */
export const windowEffects = (activityId: string, { id, signUpUntil }: Activity.Session): Effect[] =>
  signUpUntil === undefined
    ? []
    : [
        {
          kind: "activity.allocateSession",
          id: `allocate:${activityId}:${id}:${signUpUntil}`,
          dueAt: signUpUntil,
          activityId,
          sessionId: id,
        },
      ];

/**
 * Adds a session, also after others began. While people are recruited it is one more to sign up for; afterwards it has a time
 * to sign up of its own, and obliges nobody: the duty list is fixed.
 *
 * @throws `edit.changed`, `activity.start_past`, `activity.sign_up_order`, `activity.sessions_full`, `activity.service_over`,
 * `activity.awarded`, `lifecycle.cancelled`, `lifecycle.plan_order`
 */
export const addSession =
  (deps: ActivityChangeDeps) =>
  async (
    activityId: string,
    { session, version }: { session: NewSession; version?: number | undefined },
    by: ChangedBy,
  ): Promise<Activity.Info> => {
    const { at, reason } = by;
    const saved = await deps.lifecycles.changeActivity(activityId, at, ({ activity: before, lifecycle }) => {
      requireVersion(before, version);
      requireAddable(before, lifecycle);
      const added = made(session, lifecycle, { newId: deps.newId, at });
      requireWindow(added, at);
      const after = { ...before, sessions: [...before.sessions, added] };
      const plan = planLeft(after, lifecycle, { at, zone: deps.zone });
      const detail = { session: added.id, period: period(added.startsAt, added.endsAt) };
      const entry = { subjectId: activityId, at, action: "activity.addSession", by, reason, detail };
      return {
        activity: after,
        lifecycle: Move.replan(lifecycle, plan, archiveDueOf(after, deps.zone)),
        effects: [
          nudge(lifecycle, at),
          ...toldOf({ before, after, at }),
          ...windowEffects(activityId, added),
          ...(lifecycle.status === "executing" ? startReminders(after, at) : []),
          applyChangeEffect(activityId, String(before.version + 1), at),
        ],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
    return saved;
  };
