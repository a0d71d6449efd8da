import { type Language, text } from "@yigong/core/language/index.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import { deliver } from "./deliver-message.ts";
import type { Truth } from "./resend-message.ts";
import { PATIENT_TRIES, type Sending } from "./sending.ts";
import { type Planned, planText } from "./week-plan.ts";

/** How many messages a digest names; the list of messages has them all. */
const NAMED = 5;

export type DigestDeps = Pick<Sending, "messages" | "channels" | "find" | "preferences" | "zone" | "now" | "origin"> & {
  isStillTrue: Truth;
  /** What a person does in the week of an instant, when its plan is told on that day; without it none is. */
  weekPlan?: ((memberId: string, day: string) => Promise<readonly Planned[]>) | undefined;
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
  const plan = isHere && deps.weekPlan ? await deps.weekPlan(memberId, day) : [];
  const [first] = open;
  if (!person || (first === undefined && plan.length === 0)) return done;
  const alone = plan.length === 0 && open.length === 1 ? first : undefined;
  const language = first?.language ?? person.language ?? "zh-CN";
  const parcel = alone ?? worded(open, plan, { ...deps, language });
  const liked = (await deps.preferences?.([memberId]))?.get(memberId)?.channels.digest;
  const delivery = await deliver(
    person,
    { subject: parcel.subject, body: parcel.body, key: alone?.id ?? `digest#${memberId}#${day}` },
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

interface Worded extends Pick<Sending, "origin" | "zone" | "now"> {
  language: Language;
}

/** The messages that waited, and what the week brings. */
function worded(messages: readonly Queued[], plan: readonly Planned[], deps: Worded) {
  const { language, zone, now, origin } = deps;
  const [digest, link] = [messages.length > 0 ? digestOf(messages, deps) : undefined, `${origin()}/m`];
  if (plan.length === 0 && digest) return digest;
  const list = planText(plan, language, { zone, asOf: now() });
  const body = text(language, "message.plan.body", { list, link });
  const count = plan.length;
  return digest
    ? { subject: text(language, "message.plan.both", { count: messages.length }), body: `${digest.body}\n\n${body}` }
    : { subject: text(language, "message.plan.title", { count }), body };
}

/** Several messages in one, those that ask for something first. */
function digestOf(messages: readonly Queued[], { origin, language }: Pick<Worded, "origin" | "language">) {
  const order = ({ kind }: Queued) => (kind === "ask" ? 0 : 1);
  const named = messages.toSorted((a, b) => order(a) - order(b) || (a.at < b.at ? -1 : 1)).slice(0, NAMED);
  const list = named.map(({ subject }, at) => `${at + 1}. ${Message.clip(subject, 40)}`).join("\n");
  const count = messages.length;
  return {
    subject: text(language, "message.digested.title", { count }),
    body: text(language, "message.digested.body", { count, list, link: `${origin()}/m` }),
  };
}
