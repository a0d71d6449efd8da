import { LANGUAGES } from "@yigong/core/language/catalogue.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { Message } from "@yigong/core/message/index.ts";
import { spokenTo } from "@yigong/core/organization/organization.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Attempt } from "../ports/effect-handler.ts";
import { type Delivery, deliver } from "./deliver-message.ts";
import { gateOf, toDigest } from "./hold-message.ts";
import type { Rules } from "./message-rules.ts";
import { reminderOf } from "./remind-reader.ts";
import type { Recipient } from "./resolve-audience.ts";
import { sendAsCard } from "./send-as-card.ts";
import type { Own, Sending, Told } from "./sending.ts";
import { isReminded } from "./still-asked.ts";

/** People who are written to at the same time; as many in a row who find no channel up, and the rest of the page waits. */
const WIDTH = 10;
const QUEUED: Delivery = { delivery: "queued", code: "channel.unavailable" };

/** What joins a digest, or is sent again by somebody, has an effect of its own. */
const isHeld = (before: Message.Info | undefined): boolean =>
  before?.delivery === "queued" && (before.code === Message.IN_DIGEST || before.code === Message.RESENT);

type PageDeps = Sending & Pick<Attempt, "attempts" | "isOver" | "signal"> & { patient: boolean };

/** Tells each of a page's people by the first way that takes it. What is recorded as told or given up is not tried again. */
export async function tellPage(
  effect: EffectOf<"message.send">,
  people: readonly Recipient[],
  { isOver, signal, patient, attempts, ...deps }: PageDeps,
): Promise<Told> {
  const keyed = people.map((person) => ({ person, id: Message.idFor(effect, person.id), memberId: person.id }));
  const recorded = await deps.messages.recorded(keyed);
  const open = keyed.filter(({ id }) => (recorded.get(id)?.delivery ?? "queued") === "queued");
  const members = open.map(({ person }) => person);
  const personal = await deps.personal?.(effect, members);
  const reached = new Set([...recorded.values()].flatMap((one) => (one.delivery === "delivered" ? [one.channel] : [])));
  const told: Told = { waiting: [], givenUp: [], reached, left: 0 };
  const isLate = deps.now() >= Message.helpsUntil(effect);
  const gate = await gateOf(effect, members, deps);
  const rules = await deps.rules?.();
  let lost = 0;

  const sendTo = async (person: Recipient, message: ReturnType<typeof word>): Promise<Delivery> => {
    if (isLate) return { delivery: "failed", code: "message.too_late" };
    if (lost >= WIDTH) return QUEUED;
    const order = { first: gate.channelOf(person.id), last: effect.avoid };
    const delivery = await sendOne(person, message, { ...deps, order, patient, signal });
    lost = delivery.delivery === "queued" ? lost + 1 : 0;
    return delivery;
  };

  await inParallel(open, WIDTH, async ({ person, id }) => {
    if (isOver?.()) {
      told.left += 1;
      return;
    }
    const before = recorded.get(id);
    if (isHeld(before)) return;
    const worded = word(effect, { person, before, own: personal?.get(person.id) }, { ...deps, rules });
    const message = { ...worded, kind: gate.kind, tries: attempts + 1 };
    const waitsUntil = isLate || before !== undefined ? undefined : await gate.digestFor(person.id);
    if (waitsUntil !== undefined) return toDigest(message, waitsUntil, deps);
    const delivery = await sendTo(person, message);
    if (delivery.delivery === "delivered") reached.add(delivery.channel);
    else {
      const one = {
        person,
        own: personal?.get(person.id),
        message: { ...message, ...delivery, delivery: "failed" as const },
      };
      (delivery.delivery === "queued" ? told.waiting : told.givenUp).push(one);
    }
    if (delivery.delivery === "delivered") await remindLater(message, deps);
    if (delivery.delivery === "delivered")
      await deps.messages.record([{ ...message, ...delivery, sentAt: deps.now() }]);
    else if (delivery.delivery === "failed" || before === undefined)
      await deps.messages.record([{ ...message, ...delivery }]);
  });
  return told;
}

/** Sends a message by a card, where one can ask what it asks, else by the first channel that takes it. */
async function sendOne(
  person: Recipient,
  message: ReturnType<typeof word>,
  { channels, ...how }: Pick<Sending, "channels" | "sendCard" | "origin"> & Parameters<typeof sendAsCard>[1],
): Promise<Delivery> {
  const { id, subject, body } = message;
  const parcel = { key: id, reference: Message.referenceOf(message), subject, body };
  return (await sendAsCard(message, how)) ?? deliver(person, parcel, { channels, ...how });
}

/** What is decided by one person is reminded of; before it is recorded, since without the message a reminder says nothing. */
async function remindLater(message: Pick<Message.Info, "id" | "memberId" | "template">, deps: Sending): Promise<void> {
  const rules = isReminded(message.template) ? await deps.rules?.() : undefined;
  if (!rules?.isQuiet) return;
  const now = deps.now();
  await deps.outbox.add([reminderOf(message, 1, { now, zone: deps.zone, workdays: rules.workdays })], now);
}

/** The message without its delivery; one that waits keeps its words. */
function word(
  effect: EffectOf<"message.send">,
  { person, before, own }: { person: Recipient; before: Message.Info | undefined; own: Own | undefined },
  { zone, origin, rules }: Pick<Sending, "zone" | "origin"> & { rules: Rules | undefined },
) {
  const { template, dueAt, activityId, only } = effect;
  const language = before?.language ?? spokenTo(person.language, rules?.languages ?? LANGUAGES);
  const params = { ...effect.params, ...own?.params };
  const lead = Message.leadOf(effect);
  const worded = () => {
    const words = own?.words ?? template;
    const rendered = Message.render(
      language,
      words,
      params,
      { zone, asOf: dueAt },
      rules?.texts.get(words)?.[language],
    );
    return lead ? Message.leading(language, rendered, { ...lead, origin: origin() }) : rendered;
  };
  const { subject, body } = before ?? worded();
  return {
    id: Message.idFor(effect, person.id),
    memberId: person.id,
    cause: effect.of ?? effect.id,
    template,
    ...(activityId === undefined ? {} : { activityId }),
    language,
    subject,
    body,
    ...(lead === undefined ? {} : { page: lead.page }),
    at: dueAt,
    until: Message.helpsUntil(effect),
    ...(only === undefined ? {} : { only }),
    ...(before?.readAt === undefined ? {} : { readAt: before.readAt }),
  };
}
