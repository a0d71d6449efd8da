import { Message } from "@yigong/core/message/index.ts";
import type { Cardable } from "../card/send-card.ts";
import type { Delivery, Order } from "./deliver-message.ts";
import type { Sending } from "./sending.ts";

interface How extends Pick<Sending, "sendCard" | "origin"> {
  order: Order;
  patient: boolean;
  signal?: AbortSignal | undefined;
}

/**
 * Sends a message as a card with two buttons, which is an office message to its reader.
 *
 * @returns undefined when it goes the ordinary way: nothing on it can be answered so, no office app knows the person, or they
 * like another channel better
 */
export async function sendAsCard(
  message: Cardable,
  { sendCard, order, origin, patient, signal }: How,
): Promise<Delivery | undefined> {
  const isOther = order.first !== undefined && order.first !== "im";
  if (!sendCard || isOther || order.last === "im") return undefined;
  const lead = Message.leadOf(message);
  const body = lead ? Message.withoutLead(message, { ...lead, origin: origin() }) : message.body;
  const went = await sendCard({ ...message, body }, { patient, signal });
  if (went === "waits") return { delivery: "queued", code: "channel.unavailable" };
  return went === "sent" ? { delivery: "delivered", channel: "im" } : undefined;
}
