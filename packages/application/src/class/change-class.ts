import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import { TrainingClass } from "@yigong/core/class/index.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { postEffect, tellAbout, timersOf } from "./class-effects.ts";
import type { ClassDeps } from "./class-stores.ts";
import { requireTrainers } from "./require-trainers.ts";

type Class = TrainingClass.Info;

interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

const idsOf = ({ newId }: Pick<ClassDeps, "newId">) => ({
  session: () => newId("ses") as Class["sessions"][number]["id"],
  position: () => newId("pos") as Class["sessions"][number]["positions"][number]["id"],
});

const entry = (
  deps: ClassDeps,
  verb: string,
  subjectId: string,
  { by, at, reason }: Acting & { reason?: string },
): Entry =>
  entryOf(deps.newId, { by, at, subjectId, action: `class.${verb}`, ...(reason === undefined ? {} : { reason }) });

/** Plans a class of a course. @throws `course.missing`, those of `TrainingClass.begin` and `requireTrainers` */
export const beginClass =
  (deps: ClassDeps) =>
  async (
    writing: TrainingClass.Writing & { courseId: string; late?: string | undefined },
    { id, by, at }: Acting & { id: TrainingClass.Id },
  ): Promise<void> => {
    const { courseId, late, ...said } = writing;
    const course = await deps.courses.get(courseId);
    const one = TrainingClass.begin(course, said, { id, ids: idsOf(deps), by: by.actorId, at, late });
    await requireTrainers(deps, one);
    const effects = [
      ...(late === undefined ? toldTeachers(one, one.trainerIds, at) : []),
      ...timersOf(one, { at, zone: deps.zone }),
    ];
    await deps.classes.begin(one, {
      audit: [entry(deps, "begin", id, { by, at, ...(late ? { reason: late } : {}) })],
      effects,
    });
    deps.wake();
  };

const aboutOf = (one: Class) => ({ title: one.course.title, startsAt: TrainingClass.startOf(one), place: one.place });

const toldTeachers = (one: Class, memberIds: readonly string[], at: string) =>
  tellAbout(one, { template: "class.teaches", params: aboutOf(one), memberIds, cause: `teaches.${one.version}`, at });

/** Everybody with a seat or in the line of a session that is ahead. */
async function enrolledIn({ enrolments }: ClassDeps, one: Class, at: string, sessionId?: string): Promise<string[]> {
  const rows = (await enrolments.of(one)).filter(isActive);
  const concerned = rows.filter((row) => row.startsAt > at && (sessionId === undefined || row.sessionId === sessionId));
  return [...new Set(concerned.map(({ memberId }) => memberId))];
}

/** Says a class otherwise; who is enrolled is told of another time, place or teacher, of a seat that they have or lose by it, and who teaches now, of that. @throws those of `TrainingClass.revise` and `requireTrainers` */
export const reviseClass =
  (deps: ClassDeps) =>
  async (
    classId: string,
    writing: TrainingClass.Writing,
    { by, at, version }: Acting & { version: number },
  ): Promise<void> => {
    const seen = await deps.classes.get(classId);
    const enrolled = await enrolledIn(deps, seen, at);
    const ids = idsOf(deps);
    const draft = TrainingClass.revise(seen, writing, { version, at, ids });
    await requireTrainers(deps, draft);
    const [teachers, seats] = await Promise.all([teachersOf(deps, draft), seatChanges(deps, seen, draft, at)]);
    const changed = await deps.classes.change(classId, at, (one) => {
      const item = TrainingClass.revise(one, writing, { version, at, ids });
      const cause = `changed.${one.version + 1}`;
      const told = concerns(one, item)
        ? tellAbout(item, {
            template: "class.changed",
            params: { ...aboutOf(item), teachers },
            memberIds: enrolled,
            cause,
            at,
          })
        : [];
      const fresh = item.trainerIds.filter((id) => !one.trainerIds.includes(id));
      const effects = [
        ...told,
        ...toldOfSeats(item, seats, { at, cause }),
        ...toldTeachers({ ...item, version: one.version + 1 }, fresh, at),
        ...timersOf(item, { at, zone: deps.zone }),
      ];
      return { item, audit: [entry(deps, "change", classId, { by, at })], effects };
    });
    await deps.enrolments.moveSessions(changed);
    deps.wake();
  };

/** Who teaches, in words. */
async function teachersOf({ members }: Pick<ClassDeps, "members">, { trainerIds, outside }: Class): Promise<string> {
  const known = new Map((await members.getMany(trainerIds)).map(({ id, name }) => [id as string, name]));
  return [...trainerIds.map((id) => known.get(id) ?? ""), ...(outside === undefined ? [] : [outside])].join("、");
}

interface SeatChange {
  session: Class["sessions"][number];
  gained: string[];
  lost: string[];
}

/** Who has a seat, or waits again, by another number of seats; a line follows from the number by itself. */
async function seatChanges({ enrolments }: ClassDeps, seen: Class, draft: Class, at: string): Promise<SeatChange[]> {
  if (seen.seats === draft.seats) return [];
  const [before, after] = await Promise.all([enrolments.of(seen), enrolments.of(draft)]);
  const placed = (rows: typeof before, sessionId: string) =>
    rows.flatMap((row) => (row.sessionId === sessionId && row.state === "placed" ? [row.memberId] : []));
  return TrainingClass.held(draft)
    .filter(({ startsAt }) => startsAt > at)
    .map((session) => {
      const [had, has] = [placed(before, session.id), placed(after, session.id)];
      return {
        session,
        gained: has.filter((id) => !had.includes(id)),
        lost: had.filter((id) => !has.includes(id)),
      };
    });
}

const toldOfSeats = (one: Class, changes: readonly SeatChange[], { at, cause }: { at: string; cause: string }) =>
  changes.flatMap(({ session: { id, startsAt }, gained, lost }) => {
    const params = { title: one.course.title, startsAt, place: one.place };
    const { place: _, ...short } = params;
    return [
      ...tellAbout(one, { template: "class.movedUp", params, memberIds: gained, cause: `up.${cause}.${id}`, at }),
      ...tellAbout(one, { template: "class.waits", params: short, memberIds: lost, cause: `waits.${cause}.${id}`, at }),
    ];
  });

/** Whether a change concerns those who are enrolled: another time, place or teacher. */
const concerns = (before: Class, after: Class): boolean =>
  before.place !== after.place ||
  before.outside !== after.outside ||
  before.trainerIds.join() !== after.trainerIds.join() ||
  before.sessions.some(({ id, startsAt, endsAt }) => {
    const now = after.sessions.find((session) => session.id === id);
    return now !== undefined && (now.startsAt !== startsAt || now.endsAt !== endsAt);
  });

/** Calls one session off; its seats are given up. @throws those of `TrainingClass.cancelSession` */
export const cancelClassSession =
  (deps: ClassDeps) =>
  async (
    { classId, sessionId }: { classId: string; sessionId: string },
    { by, at, reason }: Acting & { reason: string },
  ): Promise<void> => {
    const memberIds = await enrolledIn(deps, await deps.classes.get(classId), at, sessionId);
    const changed = await deps.classes.change(classId, at, (one) => {
      const item = TrainingClass.cancelSession(one, sessionId, { by: by.actorId, at, reason });
      if (item === one) return { item };
      const { startsAt } = item.sessions.find(({ id }) => id === sessionId) ?? aboutOf(item);
      const params = { title: item.course.title, startsAt, reason };
      const told = tellAbout(item, {
        template: "class.sessionCancelled",
        params,
        memberIds,
        cause: `off.${sessionId}`,
        at,
      });
      return {
        item,
        audit: [entry(deps, "cancelSession", classId, { by, at, reason })],
        effects: [...told, ...timersOf(item, { at, zone: deps.zone })],
      };
    });
    await vacateAll(deps, changed, { by: by.actorId, at, reason, sessionId });
    deps.wake();
  };

/** Calls a class off; its seats are given up, and everybody concerned is told. @throws those of `TrainingClass.cancel` */
export const cancelClass =
  (deps: ClassDeps) =>
  async (classId: string, { by, at, reason }: Acting & { reason: string }): Promise<void> => {
    const seen = await deps.classes.get(classId);
    const memberIds = [...new Set([...(await enrolledIn(deps, seen, at)), ...seen.trainerIds])];
    const changed = await deps.classes.change(classId, at, (one) => {
      const item = TrainingClass.cancel(one, { by: by.actorId, at, reason });
      if (item === one) return { item };
      const params = { title: item.course.title, startsAt: TrainingClass.startOf(item), reason };
      const effects = tellAbout(item, { template: "class.cancelled", params, memberIds, cause: "off", at });
      return { item, audit: [entry(deps, "cancel", classId, { by, at, reason })], effects };
    });
    await vacateAll(deps, changed, { by: by.actorId, at, reason });
    deps.wake();
  };

/** Seats of sessions that are not held block no other place. Safe to run twice. */
async function vacateAll(
  { enrolments, zone }: ClassDeps,
  one: Class,
  { by, at, reason, sessionId }: { by: string; at: string; reason: string; sessionId?: string },
): Promise<void> {
  const rows = (await enrolments.of(one)).filter(isActive);
  const left = rows.filter((row) => row.startsAt > at && (sessionId === undefined || row.sessionId === sessionId));
  for (const row of left)
    await enrolments.vacate({
      ...{ activity: one, memberId: row.memberId, sessionId: row.sessionId, zone },
      leaving: { by, cause: "sessionCancelled", reason, at },
    });
}

/** Closes a class, after which its attendances count and the points of who taught it are posted. @throws those of `TrainingClass.close` */
export const closeClass =
  (deps: Pick<ClassDeps, "classes" | "newId" | "wake">) =>
  async (classId: string, { by, at }: Acting): Promise<Class> => {
    const closed = await deps.classes.change(classId, at, (one) => {
      const item = TrainingClass.close(one, { by: by.actorId, deputyFor: by.deputyFor, at });
      if (item === one) return { item };
      return { item, audit: [entry(deps as ClassDeps, "close", classId, { by, at })], effects: [postEffect(item, at)] };
    });
    deps.wake();
    return closed;
  };
