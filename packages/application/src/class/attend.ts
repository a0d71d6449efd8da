import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Attendances } from "@yigong/core/attendance/attendance.store.ts";
import { codeAt, codesAfter, isRightCode, type Shown } from "@yigong/core/attendance/code.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { classRefusal } from "@yigong/core/class/class.refusals.ts";
import { ClassAttendance, type TrainingClass } from "@yigong/core/class/index.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { isEmployedOn, isVolunteerOn, type Info as Member } from "@yigong/core/member/member.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Documents } from "../ports/documents.ts";
import type { ClassDeps } from "./class-stores.ts";
import { enrol } from "./enrol.ts";

type Class = TrainingClass.Info;

export interface AttendDeps extends ClassDeps {
  attendances: Pick<Attendances, "countTry">;
  documents: Pick<Documents, "qrCode">;
  secrets: { readonly checkIns: Uint8Array };
  origin: () => string;
}

interface Key {
  classId: string;
  sessionId: string;
  memberId: string;
}

async function sessionOf({ classes }: Pick<ClassDeps, "classes">, { classId, sessionId }: Omit<Key, "memberId">) {
  const one = await classes.get(classId);
  const session = one.sessions.find(({ id }) => id === sessionId);
  if (!session) throw classRefusal("class.session_missing");
  return { one, session };
}

const sourceOf = ({ secrets }: AttendDeps, { classId, sessionId }: Omit<Key, "memberId">) => ({
  ...{ secret: secrets.checkIns, activityId: classId, sessionId },
});

const UPCOMING = 3;

/** The code of this moment for the screen of a class, as activities show it. @throws those of `ClassAttendance.requireOpen` */
export const showClassCode = (deps: AttendDeps) => async (key: Omit<Key, "memberId">, at: string) => {
  const { one, session } = await sessionOf(deps, key);
  ClassAttendance.requireOpen(one, session, at);
  const shown = async ({ code, linkCode }: Shown) => {
    const url = `${deps.origin()}/m/classes/${key.classId}/check-in/${key.sessionId}/${linkCode}`;
    return { code, url, svg: await deps.documents.qrCode(url) };
  };
  const now = codeAt(sourceOf(deps, key), at);
  const [rows, places] = await Promise.all([deps.classes.attendances(key.classId), deps.enrolments.of(one)]);
  return {
    ...(await shown(now)),
    validUntil: now.validUntil,
    upcoming: await Promise.all(
      codesAfter(sourceOf(deps, key), at, UPCOMING).map(async (next) => ({
        validFrom: next.validFrom,
        ...(await shown(next)),
      })),
    ),
    arrived: ClassAttendance.standing(rows).filter(({ sessionId }) => sessionId === key.sessionId).length,
    expected: places.filter(({ sessionId, state }) => sessionId === key.sessionId && state === "placed").length,
  };
};

/**
 * Checks somebody with a seat in by the code on the screen.
 *
 * @throws those of `ClassAttendance.requireOpen`, `class.not_enrolled`, `attendance.too_many_tries`, `attendance.code_invalid`
 */
export const checkInToClass =
  (deps: AttendDeps) =>
  async (key: Key, { code, at }: { code: string; at: string }): Promise<ClassAttendance.Info> => {
    const { one, session } = await sessionOf(deps, key);
    ClassAttendance.requireOpen(one, session, at);
    await requireSeat(deps, one, key);
    await deps.attendances.countTry(key.classId, key.memberId, at);
    if (!isRightCode(sourceOf(deps, key), code, at)) throw attendanceRefusal("attendance.code_invalid");
    const noting = { ...key, how: "code" as const, at, by: key.memberId };
    return deps.classes.note(key, at, (before) => ({ item: ClassAttendance.note(before, noting) }));
  };

async function requireSeat({ enrolments }: ClassDeps, one: Class, { memberId, sessionId }: Key): Promise<void> {
  const own = await enrolments.ofMember(one, memberId);
  if (!own.some((row) => row.sessionId === sessionId && row.state === "placed"))
    throw classRefusal("class.not_enrolled");
}

/**
 * Puts down who was there, by the roll or from paper, also who came without a seat: they are taken in on the spot while the
 * session goes on and a seat is free.
 *
 * @throws those of `ClassAttendance.requireNoting`, `class.own_attendance`, `class.no_seat`, `class.not_of_audience`, those of `enrol`
 */
export const noteAttendance =
  (deps: ClassDeps) =>
  async (
    { classId, sessionId }: Omit<Key, "memberId">,
    memberIds: readonly string[],
    { by, at }: { by: By; at: string },
  ): Promise<void> => {
    const { one, session } = await sessionOf(deps, { classId, sessionId });
    ClassAttendance.requireNoting(one, session, at);
    if (memberIds.includes(by.actorId) || (by.deputyFor && memberIds.includes(by.deputyFor)))
      throw classRefusal("class.own_attendance");
    const how = at < session.endsAt ? "roll" : "paper";
    const rows = (await deps.enrolments.of(one)).filter((row) => isActive(row) && row.sessionId === sessionId);
    const seated = new Set(rows.filter(({ state }) => state === "placed").map(({ memberId }) => memberId));
    const without = memberIds.filter((memberId) => !seated.has(memberId));
    const free = (session.positions[0]?.headCount ?? 0) - seated.size;
    if (without.length > Math.max(0, free)) throw classRefusal("class.no_seat");
    await requireOfAudience(deps, one, { memberIds, startsAt: session.startsAt });
    if (how === "roll")
      for (const memberId of without)
        await enrol(deps)({ classId, memberId, sessionIds: [sessionId], at, taking: { by } });
    for (const memberId of memberIds)
      await deps.classes.note({ classId, sessionId, memberId }, at, (before) => {
        const item = ClassAttendance.note(before, { classId, sessionId, memberId, how, at, by: by.actorId });
        if (item === before) return { item };
        return { item, audit: [entryOf(deps.newId, { by, at, subjectId: classId, action: "class.note" })] };
      });
  };

/**
 * Lets only those be put down who could have been there: in the company then, no trainer of the class, and a volunteer then in
 * a class for volunteers. A figure counts by it.
 *
 * @throws `class.not_of_audience`
 */
export async function requireOfAudience(
  { members, zone }: Pick<ClassDeps, "members" | "zone">,
  one: Class,
  { memberIds, startsAt }: { memberIds: readonly string[]; startsAt: string },
): Promise<void> {
  const day = dayOf(startsAt, zone);
  const isOf = (member: Member) =>
    isEmployedOn(member, day) &&
    !one.trainerIds.includes(member.id) &&
    (one.course.audience === "employees" || isVolunteerOn(member, day));
  const wrong = (await members.getMany(memberIds)).filter((member) => !isOf(member));
  if (wrong.length > 0)
    throw classRefusal("class.not_of_audience", { names: wrong.map(({ name }) => name).join("、") });
}

/** Takes an attendance back that was a mistake. @throws those of `ClassAttendance.requireNoting` and `takeBack`, `class.own_attendance` */
export const takeBackAttendance =
  (deps: ClassDeps) =>
  async (key: Key, { by, at, reason }: { by: By; at: string; reason: string }): Promise<void> => {
    const { one, session } = await sessionOf(deps, key);
    ClassAttendance.requireNoting(one, session, at);
    if (by.actorId === key.memberId || by.deputyFor === key.memberId) throw classRefusal("class.own_attendance");
    await deps.classes.note(key, at, (before) => ({
      item: ClassAttendance.takeBack(before, { at, by: by.actorId, reason }),
      audit: [entryOf(deps.newId, { by, at, subjectId: key.classId, action: "class.takeBack", reason })],
    }));
  };
