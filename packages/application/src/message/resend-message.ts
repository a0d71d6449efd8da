import { dayOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import { type Delivery, deliver } from "./deliver-message.ts";
import { PATIENT_TRIES, type Sending } from "./sending.ts";

/** Whether what a recorded message says still holds, by the rows of now. */
export type Truth = (message: Message.Info) => Promise<boolean>;

/**
 * Sends a message that did not arrive once more, in the words and under the key that it has.
 *
 * Safe to run twice: a message that does not wait any more is left as it is.
 * @throws `message.undelivered` (unavailable) while a channel is down and the message still helps
 */
export async function resendMessage(
  { memberId, messageId, tries }: EffectOf<"message.resend">,
  { attempts, signal }: Pick<Attempt, "attempts" | "signal">,
  deps: Pick<Sending, "messages" | "channels" | "find" | "zone" | "now"> & { isStillTrue: Truth },
): Promise<Handled> {
  const message = await deps.messages.find(memberId, messageId);
  if (message?.delivery !== "queued") return done;
  const [person] = await deps.find.byIds([memberId]);
  const isHere = person && (person.leftOn === undefined || dayOf(deps.now(), deps.zone) < person.leftOn);
  const isPointless = !(await deps.isStillTrue(message));
  const isLate = deps.now() >= Message.untilOf(message);
  const { delivery: _, code: __, ...told } = message;
  const send = (): Promise<Delivery> | Delivery => {
    if (isPointless) return { delivery: "failed", code: "message.pointless" };
    if (isLate) return { delivery: "failed", code: "message.too_late" };
    if (!isHere) return { delivery: "failed", code: "message.no_address" };
    const { id, subject, body, passed } = message;
    // Under another key than before: the channel that took it dropped what has the same one.
    const key = passed === undefined ? id : `${id}#${passed.length}`;
    const parcel = { key, reference: Message.referenceOf(message), subject, body };
    const patient = attempts < PATIENT_TRIES;
    return deliver(person, parcel, { channels: deps.channels, order: { passed }, patient, signal });
  };
  const delivery = await send();
  if (delivery.delivery === "queued") throw messageRefusal("message.undelivered", { waiting: 1, all: 1 });
  const unreached = message.passed !== undefined && "code" in delivery && delivery.code === "message.no_address";
  const became = unreached ? { delivery: "failed" as const, code: "channel.rejected" } : delivery;
  const sent = delivery.delivery === "delivered" ? { sentAt: deps.now() } : {};
  await deps.messages.record([{ ...told, ...became, ...sent, tries }]);
  return done;
}
