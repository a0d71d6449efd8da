import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import { Message } from "@yigong/core/message/index.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf, Row } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { isStillTrue } from "../lifecycle/is-still-true.ts";
import type { Wake } from "../ports/wake.ts";

export interface RetryDeps {
  messages: Pick<Messages, "find" | "requeue">;
  outbox: Pick<OutboxRows, "get" | "hasten">;
  members: Pick<Members, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  activities: Pick<Activities, "get">;
  newId: NewId;
  wake: Wake;
  zone: string;
}

/** What is sent again: one person's message, or an effect that is no person's message yet. */
export type Retried = { memberId: string; messageId: string } | { effectId: string };

/** What is to be sent again, as far as it is there, and the activity that it is about. */
export async function findRetried(deps: RetryDeps, which: Retried) {
  if ("effectId" in which) {
    const row = await deps.outbox.get(which.effectId);
    return { row, activityId: row && "activityId" in row.effect ? row.effect.activityId : undefined };
  }
  const message = await deps.messages.find(which.memberId, which.messageId);
  return { message, activityId: message?.activityId };
}

/**
 * Sends again now what did not arrive, and records who wanted that. A message that waits for a channel is tried at once.
 *
 * @throws `message.sent_already`, `message.too_late`, `message.receiver_left`, `message.pointless`, `message.not_due`,
 * `message.not_waiting`
 */
export async function retryMessage(
  deps: RetryDeps,
  { message, row }: { message?: Message.Info | undefined; row?: Row | undefined },
  by: ByAt,
): Promise<void> {
  if (row) await hasten(deps, row, by);
  else if (message) await resend(deps, message, by);
  else throw messageRefusal("message.not_waiting");
  deps.wake();
}

async function resend(deps: RetryDeps, message: Message.Info, by: ByAt): Promise<void> {
  const waiting = Message.again(message, by.at);
  const member = await deps.members.get(message.memberId);
  if (!isEmployedOn(member, dayOf(by.at, deps.zone)))
    throw messageRefusal("message.receiver_left", { name: member.name });
  const cause = message.delivery === "queued" ? await deps.outbox.get(causeOf(message)) : undefined;
  if (cause) return hasten(deps, cause, by);
  const tries = (message.tries ?? 1) + 1;
  const effect: EffectOf<"message.resend"> = {
    kind: "message.resend",
    id: `message.resend#${message.id}#${message.memberId}#${tries}`,
    dueAt: by.at,
    memberId: message.memberId,
    messageId: message.id,
    tries,
  };
  const audit = [entry(deps, by, { subjectId: message.activityId ?? message.memberId, what: message.subject })];
  if (!(await deps.messages.requeue(message, { ...waiting, tries }, { effects: [effect], audit, at: by.at })))
    throw messageRefusal("message.not_waiting");
}

/** The effect that a waiting message waits for: the one that caused it, or the one that sends it again. */
const causeOf = ({ code, id, memberId, tries, cause }: Extract<Message.Info, { delivery: "queued" }>): string =>
  code === Message.RESENT ? `message.resend#${id}#${memberId}#${tries ?? 1}` : cause;

/** Whether a row that was due already waits for the end of quiet hours. What failed has attempts. */
export const isHeld = ({ effect, attempts, dueAt }: Pick<Row, "effect" | "attempts" | "dueAt">, now: string): boolean =>
  effect.kind === "message.send" && attempts === 0 && effect.dueAt <= now && dueAt !== undefined && dueAt > now;

async function hasten(deps: RetryDeps, { effect, attempts, dueAt = effect.dueAt }: Row, by: ByAt): Promise<void> {
  if (isHeld({ effect, attempts, dueAt }, by.at)) throw messageRefusal("message.quiet", { until: dueAt });
  if (attempts === 0 && effect.dueAt > by.at) throw messageRefusal("message.not_due", { dueAt: effect.dueAt });
  if (effect.kind === "message.send" && !(await isStillTrue(deps, effect))) throw messageRefusal("message.pointless");
  const activityId = "activityId" in effect ? effect.activityId : undefined;
  const what = effect.kind === "message.send" ? effect.template : effect.kind;
  const audit = [entry(deps, by, { subjectId: activityId ?? "outbox", what })];
  if (!(await deps.outbox.hasten(effect, by.at, audit))) throw messageRefusal("message.not_waiting");
}

const entry = ({ newId }: RetryDeps, by: ByAt, { subjectId, what }: { subjectId: string; what: string }) =>
  entryOf(newId, { subjectId, at: by.at, action: "message.retry", by, detail: { what } });
