import type { Info as Activity, Session } from "@yigong/core/activity/activity.ts";
import { CHECK_IN_BEFORE_HOURS, CHECK_OUT_AFTER_HOURS } from "@yigong/core/attendance/attendance.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { deadlineOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor, may } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { isLate } from "../attendance/attendance-window.ts";
import { nameOf } from "../lib/name-of.ts";
import { paperSheetTasks } from "./paper-sheet-tasks.ts";
import type { Standing, Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;
/** Activities that are looked into one by one. */
const LOOKED_INTO = 10;

/** What is asked of who leads activities, or answers for those of others: roll-calls, late entries, archives. */
export const leadTasks = async (deps: TodoDeps, around: Surroundings): Promise<Task[]> =>
  (
    await Promise.all([
      rollCalls(deps, around),
      backEntries(deps, around),
      paperSheetTasks(deps, around),
      archives(deps, around),
    ])
  ).flat();

const own = ({ begun, upcoming, member }: Surroundings): Standing[] =>
  [...upcoming, ...begun].filter(({ activity }) => activity.organizerId === member.id);

const isCallable = ({ startsAt, endsAt }: Session, at: string): boolean =>
  plusHours(startsAt, -CHECK_IN_BEFORE_HOURS) <= at && at < plusHours(endsAt, CHECK_OUT_AFTER_HOURS);

/** Who has a place in a session and is neither down as present nor as absent. */
async function unrecorded(deps: TodoDeps, activity: Activity, sessionId: string): Promise<number> {
  const [places, seen] = await Promise.all([
    deps.participations.of(activity, recent),
    deps.attendances.ofSession(activity.id, sessionId, recent),
  ]);
  const recorded = new Set(seen.map(({ memberId }) => memberId));
  return places.filter((row) => row.state === "placed" && row.sessionId === sessionId && !recorded.has(row.memberId))
    .length;
}

/** From an hour before a session of one's own until the stage is over. @source docs/domain.md lifecycle 3 */
async function rollCalls(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { at } = around;
  const running = own(around).flatMap(({ activity, lifecycle }) =>
    lifecycle.status !== "executing" || isLate(lifecycle, at)
      ? []
      : activity.sessions
          .filter((session) => !session.cancelled && isCallable(session, at))
          .map((session) => ({ activity, session, dueAt: deadlineOf(lifecycle, "Execute") })),
  );
  const tasks = await mapInParallel(
    running.slice(0, LOOKED_INTO),
    IN_FLIGHT,
    async ({ activity, session, dueAt }): Promise<Task[]> => {
      const people = await unrecorded(deps, activity, session.id);
      if (people === 0) return [];
      const { title, place } = activity;
      const about = { title, place, people: String(people), sessionPeriod: `${session.startsAt}/${session.endsAt}` };
      const href = PAGE.rollCall(activity.id);
      return [{ kind: "rollCall", key: `${activity.id}:${session.id}`, about, dueAt, href }];
    },
  );
  return tasks.flat();
}

/** Late entries that a second person may still approve: once the stage is over and until points are posted. */
async function backEntries(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { actor, begun, at } = around;
  const open = begun.filter(
    ({ activity, lifecycle }) =>
      ["executing", "archiving", "surveying"].includes(lifecycle.status) &&
      isLate(lifecycle, at) &&
      may(actor, "attendance.lead", activitySubjectBeyondTeam(activity)),
  );
  const asked = await mapInParallel(open.slice(0, LOOKED_INTO), IN_FLIGHT, async ({ activity }) => {
    const { grant } = groundsFor(actor, "attendance.lead", activitySubjectBeyondTeam(activity));
    const party = { by: actor.memberId, deputyFor: grant?.deputyFor };
    return (await deps.attendances.backEntries(activity.id)).flatMap((entry) => {
      const parties = [entry.requestedBy, entry.requestedFor, entry.memberId];
      return entry.status === "requested" && !isOneOf(party, parties) ? [{ activity, entry }] : [];
    });
  });
  const found = asked.flat();
  const names = await nameOf(
    deps,
    found.map(({ entry }) => entry.memberId),
  );
  return found.map(({ activity, entry: { sessionId, memberId, reason } }): Task => {
    const session = activity.sessions.find(({ id }) => id === sessionId);
    const about = {
      title: activity.title,
      name: names(memberId),
      reason,
      sessionPeriod: `${session?.startsAt ?? at}/${session?.endsAt ?? at}`,
    };
    const href = PAGE.approval("backEntry", activity.id, sessionId, memberId);
    return { kind: "backEntry", key: `${activity.id}:${sessionId}:${memberId}`, about, href };
  });
}

/** Archives of one's own that are not filed; those of others once they are overdue, for the alliance. @source docs/domain.md lifecycle 4 */
async function archives(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const { begun, member, actor, at } = around;
  const open = begun.filter(({ lifecycle }) => lifecycle.status === "archiving");
  const mine = open.filter(({ activity }) => activity.organizerId === member.id);
  const steers = actor.grants.some(({ role, scope }) => role === "alliance" && scope.kind === "all");
  const others = open.filter((one) => steers && !mine.includes(one) && one.lifecycle.archiveDueAt <= at);
  const names = await nameOf(
    deps,
    others.map(({ activity }) => activity.organizerId),
  );
  const task = ({ activity, lifecycle }: Standing) => ({
    key: activity.id,
    dueAt: lifecycle.archiveDueAt,
    href: PAGE.activity(activity.id),
  });
  return [
    ...mine.map((one): Task => ({ ...task(one), kind: "archive", about: { title: one.activity.title } })),
    ...others.map((one): Task => {
      const { title, organizerId } = one.activity;
      return { ...task(one), kind: "archiveOverdue", about: { title, name: names(organizerId) } };
    }),
  ];
}
