import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { How, Said } from "@yigong/core/participation/said.ts";
import type { By } from "@yigong/core/permission/actor.ts";

/** Somebody who writes down what a person without a phone told them. */
export interface Acting {
  by: By;
  /** How they are called, for the person who is told of it. */
  name: string;
  how: How;
}

/** What is kept with the row of what was written down. */
export const saidOf = ({ by: { actorId, role, deputyFor }, how }: Acting, at: string): Said => ({
  by: actorId,
  how,
  at,
  ...(role === undefined ? {} : { role }),
  ...(deputyFor === undefined ? {} : { deputyFor }),
});

interface Act {
  /** Such as `participation.signUp`. */
  action: string;
  memberId: string;
  at: string;
  reason?: string | undefined;
}

/** The audit entry of an act on somebody's behalf, kept with the activity. */
export const entryFor = (
  { newId }: { newId: NewId },
  { id: subjectId }: Pick<Activity, "id">,
  { by, how }: Acting,
  { action, memberId, at, reason }: Act,
): Entry => entryOf(newId, { subjectId, at, action, by, reason, detail: { memberId, how } });

/** Tells the person what was written down for them, so that they can say that it was not so. */
export const toldFor = (
  { id, title }: Pick<Activity, "id" | "title">,
  { name }: Acting,
  { memberId, at, startsAt }: Pick<Act, "memberId" | "at"> & { startsAt: string },
): Effect =>
  tell({
    template: "participation.enteredFor",
    params: { name, title, startsAt },
    to: { kind: "members", memberIds: [memberId] },
    cause: `${id}.${memberId}.${at}`,
    dueAt: at,
    activityId: id,
  });
