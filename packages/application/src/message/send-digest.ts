import { text } from "@yigong/core/language/index.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import { deliver } from "./deliver-message.ts";
import type { Truth } from "./resend-message.ts";
import { PATIENT_TRIES, type Sending } from "./sending.ts";

/** How many messages a digest names; the list of messages has them all. */
const NAMED = 5;

export type DigestDeps = Pick<Sending, "messages" | "channels" | "find" | "preferences" | "zone" | "now" | "origin"> & {
  isStillTrue: Truth;
};

type Queued = Extract<Message.Info, { delivery: "queued" }>;

/**
 * Sends what of a person's messages had to wait as one, in the morning. What no longer holds or helps by then is left out and
 * marked so; a single one goes out in its own words.
 *
 * Safe to run twice: what was sent does not wait any more, and the digest of a day has one key.
 * @throws `message.undelivered` (unavailable) while a channel is down
 */
export async function sendDigest(
  { memberId, day }: EffectOf<"message.digest">,
  { attempts, signal }: Pick<Attempt, "attempts" | "signal">,
  deps: DigestDeps,
): Promise<Handled> {
  const waiting = (await deps.messages.inDigest(memberId)).filter((one): one is Queued => one.delivery === "queued");
  const [person] = await deps.find.byIds([memberId]);
  const isHere = person && (person.leftOn === undefined || dayOf(deps.now(), deps.zone) < person.leftOn);
  const open: Queued[] = [];
  for (const message of waiting) {
    const fault = isHere ? await faultOf(message, deps) : "message.no_address";
    if (fault) await deps.messages.record([{ ...message, delivery: "failed", code: fault }]);
    else open.push(message);
  }
  const [first] = open;
  if (!person || first === undefined) return done;
  const parcel = open.length === 1 ? { key: first.id, subject: first.subject, body: first.body } : digestOf(open, deps);
  const liked = (await deps.preferences?.([memberId]))?.get(memberId)?.channels.digest;
  const delivery = await deliver(
    person,
    { ...parcel, key: open.length === 1 ? first.id : `digest#${memberId}#${day}` },
    { channels: deps.channels, order: { first: liked }, patient: attempts < PATIENT_TRIES, signal },
  );
  if (delivery.delivery === "queued") throw messageRefusal("message.undelivered", { waiting: 1, all: 1 });
  const sent = delivery.delivery === "delivered" ? { sentAt: deps.now() } : {};
  for (const { delivery: _, code: __, ...message } of open)
    await deps.messages.record([{ ...message, ...delivery, ...sent, tries: attempts + 1 }]);
  return done;
}

async function faultOf(message: Queued, { isStillTrue, now }: DigestDeps): Promise<string | undefined> {
  if (now() >= Message.untilOf(message)) return "message.too_late";
  return (await isStillTrue(message)) ? undefined : "message.pointless";
}

/** Several messages in one, those that ask for something first. */
function digestOf(messages: readonly Queued[], { origin }: Pick<Sending, "origin">) {
  const language = messages[0]?.language ?? "zh-CN";
  const order = ({ kind }: Queued) => (kind === "ask" ? 0 : 1);
  const named = messages.toSorted((a, b) => order(a) - order(b) || (a.at < b.at ? -1 : 1)).slice(0, NAMED);
  const list = named.map(({ subject }, at) => `${at + 1}. ${Message.clip(subject, 40)}`).join("\n");
  const count = messages.length;
  return {
    subject: text(language, "message.digested.title", { count }),
    body: text(language, "message.digested.body", { count, list, link: `${origin()}/m` }),
  };
}
