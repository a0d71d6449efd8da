import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { type Info as Activity, lastInstantOf } from "@yigong/core/activity/activity.ts";
import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Info as Attendance } from "@yigong/core/attendance/attendance.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { corrected } from "@yigong/core/points/corrected-attendance.ts";
import type { Before, Decision } from "@yigong/core/points/correction.store.ts";
import * as Correction from "@yigong/core/points/correction.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import { draftOf, type Scoring } from "@yigong/core/points/difference.ts";
import { pointsRefusal } from "@yigong/core/points/points.refusals.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { auditOf, type CorrectionDeps, toldDeciders } from "./correction-stores.ts";
import { scoringOf } from "./score-correction.ts";

/** What somebody asks for. */
export interface Wish {
  id: string;
  activityId: string;
  memberId: string;
  change: Correction.Change;
  reason: string;
  objectionId?: string | undefined;
}

/** @throws `correction.too_early` until the points are posted */
async function awardedActivity(deps: CorrectionDeps, activityId: string): Promise<Activity> {
  const [activity, lifecycle] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  if (lifecycle.status !== "done") throw pointsRefusal("correction.too_early");
  return activity;
}

function sessionOf(activity: Activity, sessionId: string) {
  const session = activity.sessions.find(({ id }) => id === sessionId);
  if (!session) throw activityRefusal("activity.session_missing");
  return session;
}

/** Only who had a place or was on the duty list can have been there. @throws `attendance.not_participant` */
async function requireParticipant(deps: CorrectionDeps, activity: Activity, memberId: string, sessionId: string) {
  const [member, own, duty] = await Promise.all([
    deps.members.get(memberId),
    deps.participations.ofMember(activity, memberId),
    deps.dutyLists.find(activity.id),
  ]);
  const placed = own.some((one) => one.sessionId === sessionId && one.state === "placed");
  const isEmployed = isThere(member, sessionOf(activity, sessionId).startsAt, deps.zone);
  if ((!placed && !duty?.memberIds.includes(memberId)) || !isEmployed)
    throw attendanceRefusal("attendance.not_participant/correction");
}

/** The attendance that a change leaves; nothing for a change of points or covers alone. */
function attendanceAfter(
  activity: Activity,
  rows: readonly Attendance[],
  {
    change,
    memberId,
    askedBy,
    askedAt,
    reason,
  }: Omit<Correction.Requested, "id" | "status" | "version" | "activityId">,
  approvedBy: string,
): Attendance | undefined {
  if (change.kind === "covers" || change.kind === "points") return undefined;
  const { sessionId } = change;
  const before = rows.find((row) => row.sessionId === sessionId);
  const key = { activityId: activity.id, sessionId, memberId };
  const behind = { askedBy, askedAt, approvedBy, reason };
  return corrected(before, change, { key, session: sessionOf(activity, sessionId), behind });
}

/**
 * Asks for a correction of what an activity gave somebody, with a reason, and tells who decides.
 *
 * @param at - ISO-8601 UTC
 * @throws `correction.too_early`, `correction.own`, `correction.present_already`, `correction.not_present`,
 * `correction.times_outside`, `attendance.checked_out`, `attendance.not_participant`, `activity.session_missing`
 * @source docs/ledger.md Corrections
 */
export async function askCorrection(
  deps: CorrectionDeps,
  wish: Wish,
  { by, at }: { by: By; at: string },
): Promise<Correction.Info> {
  const activity = await awardedActivity(deps, wish.activityId);
  const { id, memberId, change, reason } = wish;
  const asked = Correction.ask({
    ...wish,
    id: Correction.Id.parse(id),
    askedBy: by.actorId,
    ...(by.deputyFor === undefined ? {} : { askedFor: by.deputyFor }),
    askedAt: at,
  });
  await deps.members.get(memberId);
  if ("sessionId" in change) {
    const row = await deps.attendances.find({ activityId: activity.id, sessionId: change.sessionId, memberId });
    attendanceAfter(activity, row ? [row] : [], asked, by.actorId);
    if (change.kind === "present") await requireParticipant(deps, activity, memberId, change.sessionId);
  }
  const name = await deps.nameOf(by.actorId);
  const page = PAGE.approval("correction", activity.id, id);
  const added = await deps.corrections.add(asked, at, {
    effects: toldDeciders("points.correctionAsked", { activity, at, cause: id, page }, { name, reason }),
    audit: [
      auditOf(deps, activity.id, { by, at, action: "points.askCorrection", reason, detail: { id, memberId, change } }),
    ],
  });
  deps.wake();
  return added;
}

interface People {
  member: Member;
  asker: Member;
  approver: Member;
}

async function peopleOf(
  deps: CorrectionDeps,
  { memberId, askedBy }: Correction.Info,
  approvedBy: string,
): Promise<People> {
  const [member, asker, approver] = await Promise.all(
    [memberId, askedBy, approvedBy].map((id) => deps.members.get(id)),
  );
  if (!member || !asker || !approver) throw memberRefusal("member.missing/somebody");
  return { member, asker, approver };
}

/** What approving leads to, from what is down and what stands at that moment. */
function approved(
  deps: CorrectionDeps,
  { correction: asked, rows, entries }: Before,
  { activity, people, scoring, by, at }: { activity: Activity; people: People; scoring: Scoring; by: By; at: string },
): Decision {
  const requested = Correction.requireDecidable(asked, by.actorId, by.deputyFor);
  const attendance = attendanceAfter(activity, rows, requested, by.actorId);
  const now = attendance ? [...rows.filter((row) => row.sessionId !== attendance.sessionId), attendance] : rows;
  const draft = draftOf(requested, {
    activityId: activity.id,
    year: yearOf(lastInstantOf(activity), deps.zone),
    zone: deps.zone,
    pseudonym: people.member.pseudonym,
    askedBy: people.asker.pseudonym,
    approvedBy: people.approver.pseudonym,
    rows: now.filter((row) => row.state === "absent" || isThere(people.member, row.checkedInAt, deps.zone)),
    entries,
    scoring,
    at,
  });
  const points = draft?.points ?? 0;
  const { id, memberId, reason } = requested;
  const to = { kind: "members" as const, memberIds: [memberId] };
  const about = { activity, template: "points.corrected" as const, to, dueAt: at, cause: id };
  return {
    correction: {
      ...requested,
      status: "approved",
      decidedBy: by.actorId,
      ...(by.deputyFor === undefined ? {} : { decidedFor: by.deputyFor }),
      decidedAt: at,
      points,
      ...(draft ? { entryId: draft.id } : {}),
    },
    attendance,
    draft,
    effects: [tell(about, { points: decimal(points), reason })],
    audit: [
      auditOf(deps, activity.id, {
        by,
        at,
        action: "points.approveCorrection",
        reason,
        detail: { id, memberId, points },
      }),
    ],
  };
}

function refused(
  deps: CorrectionDeps,
  asked: Correction.Info,
  { activity, by, at, refusal }: { activity: Activity; by: By; at: string; refusal: string },
): Decision {
  const correction = Correction.refuse(asked, { by: by.actorId, deputyFor: by.deputyFor, at, refusal });
  const { id, memberId, askedBy } = asked;
  const to = { kind: "members" as const, memberIds: [askedBy] };
  const about = { activity, template: "points.correctionRefused" as const, to, dueAt: at, cause: id };
  return {
    correction,
    effects: [tell(about, { reason: refusal })],
    audit: [
      auditOf(deps, activity.id, {
        by,
        at,
        action: "points.refuseCorrection",
        reason: refusal,
        detail: { id, memberId },
      }),
    ],
  };
}

/**
 * Decides on a correction as a second person. Approved, the attendance and the entry follow in the same transaction.
 *
 * @param refusal - why not; absent to approve
 * @throws `correction.missing`, `correction.decided`, `correction.second_person`, `store.busy`, and what asking throws
 * @source docs/ledger.md Corrections
 */
export async function decideCorrection(
  deps: CorrectionDeps,
  { activityId, correctionId }: { activityId: string; correctionId: string },
  { refusal, by, at }: { refusal?: string | undefined; by: By; at: string },
): Promise<Correction.Info> {
  const activity = await awardedActivity(deps, activityId);
  const known = await deps.corrections.get(activityId, correctionId);
  const [people, scoring] = await Promise.all([peopleOf(deps, known, by.actorId), scoringOf(deps, activity)]);
  const { pseudonym } = people.member;
  const sessionIds = activity.sessions.map(({ id }) => id);
  const year = yearOf(lastInstantOf(activity), deps.zone);
  const scope = { activityId, sessionIds, memberId: known.memberId, pseudonym, year };
  const decided = await deps.corrections.decide(correctionId, scope, at, (before) =>
    refusal === undefined
      ? approved(deps, before, { activity, people, scoring, by, at })
      : refused(deps, before.correction, { activity, by, at, refusal }),
  );
  deps.wake();
  return decided;
}
