import { positionOf, startOf } from "@yigong/core/activity/activity.ts";
import { CHECK_IN_BEFORE_HOURS } from "@yigong/core/attendance/attendance.ts";
import type { Offered } from "@yigong/core/cover/cover.ts";
import { decideUntil, isOpen as isUndecided } from "@yigong/core/leave/leave.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { deadlineOf, isOpen, isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Place } from "@yigong/core/participation/participation.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { namesOf } from "../cover/cover-names.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { Outlook } from "./sign-up-outlook.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;
/** Sessions and activities that are looked into one by one; nobody serves in more at a time. */
const LOOKED_INTO = 5;

/** What is asked of somebody as a member of the alliance: to answer, to come, to write, and how their leave stands. */
export const ownTasks = async (deps: TodoDeps, around: Surroundings, outlooks: readonly Outlook[]): Promise<Task[]> =>
  (
    await Promise.all([
      outlooks.flatMap((outlook) => answerTask(outlook)),
      coverTasks(deps, around),
      placeTasks(around),
      checkInTasks(deps, around),
      diaryTasks(deps, around),
      leaveTasks(around),
    ])
  ).flat();

/** To answer for the duty, or that one may sign up. @source docs/domain.md A5, A6 */
function answerTask({ activity, lifecycle, status, onDuty, canSignUp, places }: Outlook): Task[] {
  const about = { title: activity.title, startsAt: startOf(activity), place: activity.place };
  const asked = { key: activity.id, about, dueAt: deadlineOf(lifecycle, "Recruit"), href: PAGE.signUp(activity.id) };
  if (status === "undecided") return [{ ...asked, kind: "duty" }];
  const has = places.some(({ state }) => state !== "withdrawn");
  return canSignUp && !onDuty && !has ? [{ ...asked, kind: "signUp" }] : [];
}

async function coverTasks(deps: TodoDeps, { covers, at }: Surroundings): Promise<Task[]> {
  const offered = covers.filter((need): need is Offered => need.status === "offered" && need.expiresAt > at);
  if (offered.length === 0) return [];
  const names = await namesOf(deps, offered);
  return offered.map((need) => ({
    kind: "coverOffer",
    key: need.id,
    about: {
      name: names.nameOf(need.participantId),
      post: names.postOf(need),
      shiftPeriod: `${need.from}/${need.to}`,
    },
    dueAt: need.expiresAt,
    href: PAGE.cover(need.id),
  }));
}

/** To say whether one takes a place that came free. @source docs/domain.md A7 */
const placeTasks = ({ rows, all, at }: Surroundings): Task[] =>
  rows.flatMap((row): Task[] => {
    const standing = all.get(row.activityId);
    if (row.state !== "offered" || row.expiresAt <= at || !standing || isOver(standing.lifecycle)) return [];
    const { title, place } = standing.activity;
    const position = positionOf(standing.activity, row.positionId)?.position.name ?? "";
    const about = { title, position, place, sessionPeriod: `${row.startsAt}/${row.endsAt}` };
    const href = PAGE.offer(row.activityId, row.sessionId);
    return [{ kind: "placeOffer", key: `${row.activityId}:${row.sessionId}`, about, dueAt: row.expiresAt, href }];
  });

const keyOf = ({ activityId, sessionId, memberId }: Place) => ({ activityId, sessionId, memberId });

/** Once the doors are open and until the session is over, for who has a place and is not there yet. @source docs/domain.md lifecycle 3 */
async function checkInTasks(deps: TodoDeps, { rows, all, at }: Surroundings): Promise<Task[]> {
  const running = rows.filter(
    ({ state, startsAt, endsAt }) =>
      state === "placed" && plusHours(startsAt, -CHECK_IN_BEFORE_HOURS) <= at && at < endsAt,
  );
  const tasks = await mapInParallel(running.slice(0, LOOKED_INTO), IN_FLIGHT, async (row): Promise<Task[]> => {
    const standing = all.get(row.activityId);
    if (standing?.lifecycle.status !== "executing") return [];
    const seen = await deps.attendances.find(keyOf(row), recent);
    if (seen?.state === "present") return [];
    const { title, place } = standing.activity;
    const about = { title, place, sessionPeriod: `${row.startsAt}/${row.endsAt}` };
    const href = PAGE.activity(row.activityId);
    return [{ kind: "checkIn", key: `${row.activityId}:${row.sessionId}`, about, dueAt: row.endsAt, href }];
  });
  return tasks.flat();
}

/** For who was there and has written nothing yet, until the archive is filed. @source docs/domain.md E3 */
async function diaryTasks(deps: TodoDeps, { rows, all, at }: Surroundings): Promise<Task[]> {
  const over = rows.filter(({ state, endsAt, activityId }) => {
    const status = all.get(activityId)?.lifecycle.status;
    return state === "placed" && endsAt <= at && (status === "executing" || status === "archiving");
  });
  const lately = [...new Map(over.map((row) => [row.activityId, row])).values()].slice(-LOOKED_INTO);
  const tasks = await mapInParallel(lately, IN_FLIGHT, async (row): Promise<Task[]> => {
    const standing = all.get(row.activityId);
    const [seen, written] = await Promise.all([
      deps.attendances.find(keyOf(row), recent),
      deps.diaries.has(row.activityId, row.memberId),
    ]);
    if (!standing || seen?.state !== "present" || written) return [];
    const { activity, lifecycle } = standing;
    const about = { title: activity.title };
    return [{ kind: "diary", key: activity.id, about, dueAt: lifecycle.archiveDueAt, href: PAGE.diary(activity.id) }];
  });
  return tasks.flat();
}

/** How one's requests stand, until the activity begins. @source docs/domain.md A5 */
const leaveTasks = ({ leaves, all, at }: Surroundings): Task[] =>
  leaves.flatMap((leave): Task[] => {
    const standing = all.get(leave.activityId);
    if (!standing || leave.status === "withdrawn") return [];
    const { activity, lifecycle } = standing;
    const startsAt = startOf(activity);
    if (isOver(lifecycle) || at >= startsAt) return [];
    const task = { key: activity.id, href: PAGE.leave(activity.id), dueAt: startsAt };
    const about = { title: activity.title, startsAt };
    if (isUndecided(leave))
      return [{ ...task, kind: "leaveAsked", about, dueAt: decideUntil(lifecycle, at) ?? startsAt }];
    if (leave.status === "approved") return [{ ...task, kind: "leaveApproved", about }];
    const reason = leave.decision.reason ?? "";
    // While people are recruited, what to do next is to answer for the duty, which is told by itself.
    const dueAt = isOpen(lifecycle, "Recruit", at) ? deadlineOf(lifecycle, "Recruit") : startsAt;
    return [{ ...task, kind: "leaveRefused", about: { ...about, reason }, dueAt }];
  });
