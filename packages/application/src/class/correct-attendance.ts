import { entryOf } from "@yigong/core/audit/audit.ts";
import { classRefusal } from "@yigong/core/class/class.refusals.ts";
import { ask, decide } from "@yigong/core/class/correction.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { requireOfAudience } from "./attend.ts";
import type { ClassDeps } from "./class-stores.ts";

interface Key {
  classId: string;
  sessionId: string;
  memberId: string;
}
interface Acting {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** Asks for an attendance of a closed class to be put right. @throws those of `ask`, `class.own_attendance`, `class.not_of_audience`, `member.missing` */
export const askCorrection =
  (deps: Pick<ClassDeps, "classes" | "members" | "zone" | "newId">) =>
  async (key: Key, { by, at, present, reason }: Acting & { present: boolean; reason: string }): Promise<void> => {
    if (by.actorId === key.memberId || by.deputyFor === key.memberId) throw classRefusal("class.own_attendance");
    const [one] = await Promise.all([deps.classes.get(key.classId), deps.members.get(key.memberId)]);
    const session = one.sessions.find(({ id }) => id === key.sessionId);
    if (present && session)
      await requireOfAudience(deps, one, { memberIds: [key.memberId], startsAt: session.startsAt });
    await deps.classes.note(key, at, (before) => ({
      item: ask(one, before, { ...key, present, reason, by: by.actorId, at }),
      audit: [entryOf(deps.newId, { by, at, subjectId: key.classId, action: "class.askCorrection", reason })],
    }));
  };

/** Agrees to a correction that was asked for, or not. @throws those of `decide` */
export const decideCorrection =
  (deps: Pick<ClassDeps, "classes" | "newId">) =>
  async (key: Key, { by, at, agrees }: Acting & { agrees: boolean }): Promise<void> => {
    const action = agrees ? "class.agreeCorrection" : "class.refuseCorrection";
    await deps.classes.note(key, at, (before) => ({
      item: decide(before, { agrees, by: by.actorId, deputyFor: by.deputyFor, at }),
      audit: [entryOf(deps.newId, { by, at, subjectId: key.classId, action })],
    }));
  };
