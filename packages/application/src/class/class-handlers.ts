import { TrainingClass } from "@yigong/core/class/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { inOrder } from "@yigong/core/participation/participation.ts";
import { type PostingDeps, postPoints } from "../points/post-points.ts";
import { closeClass } from "./change-class.ts";
import { tellAbout } from "./class-effects.ts";
import { issuerOf } from "./class-issuer.ts";
import type { ClassDeps } from "./class-stores.ts";

export interface ClassHandlerDeps
  extends Pick<ClassDeps, "classes" | "enrolments" | "newId" | "wake" | "zone">,
    PostingDeps {
  outbox: Pick<OutboxRows, "add">;
  now: () => string;
}

/** Tells who has the seat that somebody gave up, as long as the session is ahead. Safe to run twice. */
export async function tellMovedUp(
  { classes, enrolments, outbox, now }: ClassHandlerDeps,
  { classId, sessionId, number }: EffectOf<"class.movedUp">,
): Promise<void> {
  const [one, at] = [await classes.get(classId), now()];
  const session = one.sessions.find(({ id }) => id === sessionId);
  if (!session || session.cancelled || one.cancelled || session.startsAt <= at) return;
  const placed = (await enrolments.of(one)).filter((row) => row.sessionId === sessionId && row.state === "placed");
  const last = placed.toSorted(inOrder).at(-1);
  // Whoever has the last seat and came after the one who left has just moved up; a class that is not full has nobody.
  if (!last || last.number < Number(number) || placed.length < (session.positions[0]?.headCount ?? 0)) return;
  const params = { title: one.course.title, startsAt: session.startsAt, place: one.place };
  const cause = `up.${sessionId}.${last.memberId}.${last.number}`;
  await outbox.add(tellAbout(one, { template: "class.movedUp", params, memberIds: [last.memberId], cause, at }), at);
}

/** Reminds those with a seat, a day ahead, if the session still begins then. Safe to run twice. */
export async function remindOfClass(
  { classes, enrolments, outbox, now }: ClassHandlerDeps,
  { classId, sessionId, startsAt }: EffectOf<"class.remind">,
): Promise<void> {
  const [one, at] = [await classes.get(classId), now()];
  const session = one.sessions.find(({ id }) => id === sessionId);
  if (one.cancelled || !session || session.cancelled || session.startsAt !== startsAt || startsAt <= at) return;
  const placed = (await enrolments.of(one)).filter((row) => row.sessionId === sessionId && row.state === "placed");
  const params = { title: one.course.title, startsAt, place: one.place };
  const memberIds = [...placed.map(({ memberId }) => memberId), ...one.trainerIds];
  const told = tellAbout(one, {
    template: "class.startsSoon",
    params,
    memberIds,
    cause: `soon.${sessionId}.${startsAt}`,
    at,
  });
  await outbox.add(told, at);
}

/** Closes a class by itself, unless it was moved meanwhile. Safe to run twice. */
export async function closeByItself(
  deps: ClassHandlerDeps,
  { classId, endsAt }: EffectOf<"class.close">,
): Promise<void> {
  const [one, at] = [await deps.classes.get(classId), deps.now()];
  if (one.cancelled || one.closed || TrainingClass.endOf(one) !== endsAt || endsAt > at) return;
  await closeClass(deps)(classId, { by: { actorId: "system" }, at });
}

/** Posts the points of who taught a closed class, and tells them. Safe to run twice. */
export async function postClass(deps: ClassHandlerDeps, { classId }: EffectOf<"class.post">): Promise<void> {
  const one = await deps.classes.get(classId);
  if (!one.closed) return;
  const { told } = await postPoints(deps)(issuerOf(one), deps.now());
  await deps.outbox.add(told, deps.now());
}
