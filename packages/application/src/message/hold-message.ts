import { dayOf, instantOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { digestAt, heldUntil, MOST_A_DAY } from "@yigong/core/message/timing.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { digestEffect } from "./plan-weeks.ts";
import type { Recipient } from "./resolve-audience.ts";
import type { Sending } from "./sending.ts";

type Send = EffectOf<"message.send">;

/**
 * Until when nobody is told what an effect says: until the quiet hours are over. The effect itself waits, so that whom it is
 * for, and whether it still holds, are judged by the rows of the morning, and no row is written for anybody meanwhile.
 *
 * @returns undefined when it goes out now
 */
export async function quietUntil(
  effect: Send,
  { rules, zone, now }: Pick<Sending, "rules" | "zone" | "now">,
): Promise<string | undefined> {
  const set = await rules?.();
  if (!set?.isQuiet) return undefined;
  const at = now();
  const held = {
    kind: Message.kindOf(effect, at),
    spoken: Message.spokenOf(effect),
    key: effect.activityId ?? effect.id,
  };
  return heldUntil(held, { now: at, zone, workdays: set.workdays });
}

/** How the people of one page are told. */
export interface Gate {
  kind: Message.Kind;
  /** The channel that somebody likes best for it. */
  channelOf(memberId: string): Message.Channel | undefined;
  /** The digest that it joins for somebody, by its instant; undefined when it goes out now. */
  digestFor(memberId: string): Promise<string | undefined>;
}

/** What holds back messages of one page, and by which way they go. */
export async function gateOf(
  effect: Send,
  people: readonly Recipient[],
  { rules, preferences, messages, zone, now }: Pick<Sending, "rules" | "preferences" | "messages" | "zone" | "now">,
): Promise<Gate> {
  const at = now();
  const kind = Message.kindOf(effect, at);
  const set = await rules?.();
  const liked = people.length === 0 ? undefined : await preferences?.(people.map(({ id }) => id));
  const spoken = Message.spokenOf(effect);
  const since = instantOf(dayOf(at, zone), "00:00", zone);
  const joins = async (memberId: string): Promise<boolean> =>
    kind === "digest" ||
    (kind === "tell" && liked?.get(memberId)?.tellsInDigest === true) ||
    (await messages.pushesSince(memberId, since)) >= MOST_A_DAY;
  return {
    kind,
    channelOf: (memberId) => liked?.get(memberId)?.channels[kind],
    async digestFor(memberId) {
      if (!set?.isQuiet || kind === "urgent" || !(await joins(memberId))) return undefined;
      return digestAt({ kind, spoken, memberId }, { now: at, zone, workdays: set.workdays });
    },
  };
}

/** Has a message wait for its reader's digest, which is one effect however many join it. */
export async function toDigest(
  message: Omit<Extract<Message.Info, { delivery: "queued" }>, "delivery" | "code">,
  at: string,
  { messages, outbox, zone, now }: Pick<Sending, "messages" | "outbox" | "zone" | "now">,
): Promise<void> {
  const { memberId } = message;
  const day = dayOf(at, zone);
  // The effect first: without the message it says nothing, and a message without it would wait for ever.
  await outbox.add([digestEffect(memberId, day, at)], now());
  await messages.record([{ ...message, delivery: "queued", code: Message.IN_DIGEST }]);
}
