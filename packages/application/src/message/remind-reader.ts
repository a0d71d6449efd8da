import { dayOf } from "@yigong/core/lib/time.ts";
import { plusWorkingHours } from "@yigong/core/lib/working-hours.ts";
import { Message } from "@yigong/core/message/index.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import { deliver } from "./deliver-message.ts";
import type { Rules } from "./message-rules.ts";
import type { Recipient } from "./resolve-audience.ts";
import { PATIENT_TRIES, type Sending } from "./sending.ts";

/** Working hours after which somebody who has not opened a request is reminded, and then others are told. */
const WORKING_HOURS = 4;

type Remind = EffectOf<"message.remind">;

/** The effect that reminds of a message; `rung` 1 is an SMS, 2 the alliance. */
export const reminderOf = (
  { id, memberId }: Pick<Message.Info, "id" | "memberId">,
  rung: number,
  { now, zone, workdays }: { now: string; zone: string; workdays: Rules["workdays"] },
): Effect => ({
  kind: "message.remind",
  id: `message.remind#${id}#${memberId}#${rung}`,
  dueAt: plusWorkingHours(now, WORKING_HOURS, { zone, works: (day) => workdays.on(day).works }),
  memberId,
  messageId: id,
  rung,
});

export interface RemindDeps
  extends Pick<Sending, "messages" | "channels" | "find" | "outbox" | "rules" | "zone" | "now"> {
  isStillAsked: (message: Message.Info) => Promise<boolean>;
  nameOf: (memberId: string) => Promise<string>;
}

/**
 * Reminds of a request that was not opened for half a working day: by SMS, and half a day later by telling the alliance.
 * It ends once the message was opened or what it asks for was done, whoever did it.
 *
 * Safe to run twice: the SMS has a key of its own, and what follows is derived.
 * @throws `message.undelivered` (unavailable) while SMS is down
 */
export async function remindReader(
  { memberId, messageId, rung }: Remind,
  { attempts, signal }: Pick<Attempt, "attempts" | "signal">,
  deps: RemindDeps,
): Promise<Handled> {
  const message = await deps.messages.find(memberId, messageId);
  const rules = await deps.rules?.();
  if (!rules?.isQuiet || message?.delivery !== "delivered" || message.readAt !== undefined) return done;
  const [person] = await deps.find.byIds([memberId]);
  if (!person || isGone(person, deps) || !(await deps.isStillAsked(message))) return done;
  const now = deps.now();
  if (rung > 1 || !canText(message, person, deps)) return tellAlliance(message, deps);
  const { subject, body, id } = message;
  const parcel = { key: `${id}#remind`, subject, body };
  const ways = { channels: { sms: deps.channels.sms }, patient: attempts < PATIENT_TRIES, signal };
  const { delivery } = await deliver(person, parcel, ways);
  if (delivery === "queued") throw messageRefusal("message.undelivered", { waiting: 1, all: 1 });
  await deps.outbox.add([reminderOf(message, 2, { now, zone: deps.zone, workdays: rules.workdays })], now);
  return done;
}

const isGone = ({ leftOn }: Recipient, { now, zone }: Pick<Sending, "now" | "zone">): boolean =>
  leftOn !== undefined && dayOf(now(), zone) >= leftOn;

/** Whether an SMS reaches somebody whom the message has not come to by one. */
const canText = (message: Message.Info, { mobile }: Recipient, { channels }: Pick<Sending, "channels">): boolean =>
  message.delivery === "delivered" && message.channel !== "sms" && channels.sms !== undefined && mobile !== undefined;

/** What the alliance itself was asked is not told to it once more. */
const ALLIANCES: readonly string[] = ["leave.escalated", "leave.forAlliance", "proposal.submitted"];

async function tellAlliance(message: Message.Info, deps: RemindDeps): Promise<Handled> {
  const { template, page, activityId, subject, memberId, id } = message;
  if (page === undefined || ALLIANCES.includes(template)) return done;
  const now = deps.now();
  const about = {
    to: { kind: "role", role: "alliance" } as const,
    cause: `${id}#${memberId}`,
    dueAt: now,
    activityId,
    page,
  };
  const params = { name: await deps.nameOf(memberId), what: subject };
  await deps.outbox.add([Message.tell({ ...about, template: "reminder.unanswered", params })], now);
  return done;
}
