import { Message } from "@yigong/core/message/index.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Wake } from "../ports/wake.ts";

export interface ReceiptDeps {
  messages: Pick<Messages, "find" | "requeue" | "markReceived" | "markRead">;
  wake: Wake;
}

/** What a channel tells of a message that it took. */
export interface Receipt {
  memberId: string;
  messageId: string;
  channel: Message.Channel;
  state: "delivered" | "read" | "failed";
  /** ISO-8601 UTC. */
  at: string;
}

/**
 * Takes the word of channels: what arrived or was read is noted, and what did not arrive goes by the next channel.
 *
 * Safe to run twice; of messages that there are not, and of other channels than the one that has it, nothing is taken.
 * @returns how many changed something
 */
export async function takeReceipts(deps: ReceiptDeps, receipts: readonly Receipt[], now: string): Promise<number> {
  let taken = 0;
  for (const receipt of receipts) if (await take(deps, receipt, now)) taken += 1;
  if (taken > 0) deps.wake();
  return taken;
}

async function take(deps: ReceiptDeps, receipt: Receipt, now: string): Promise<boolean> {
  const { memberId, messageId, channel, state } = receipt;
  const message = await deps.messages.find(memberId, messageId);
  if (message?.delivery !== "delivered" || message.channel !== channel) return false;
  // A gateway's clock may be ahead of ours.
  const at = receipt.at < now ? receipt.at : now;
  if (state === "failed") return again(deps, message, { channel, now });
  if (state === "delivered") return deps.messages.markReceived(memberId, messageId, at);
  if (message.readAt !== undefined) return false;
  await deps.messages.markRead(memberId, messageId, at);
  return true;
}

async function again(
  { messages }: ReceiptDeps,
  message: Message.Info,
  { channel, now }: { channel: Message.Channel; now: string },
): Promise<boolean> {
  const next = Message.bounced(message, { at: now, channel });
  if (next === undefined) return false;
  const { id, memberId, tries = 1 } = next;
  const resend: EffectOf<"message.resend"> = {
    kind: "message.resend",
    id: `message.resend#${id}#${memberId}#${tries}`,
    dueAt: now,
    memberId,
    messageId: id,
    tries,
  };
  return messages.requeue(message, next, { effects: next.delivery === "queued" ? [resend] : [], at: now });
}
