import { Refusal } from "@yigong/core/lib/error.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import type { EffectOf, Row } from "@yigong/core/outbox/outbox.ts";
import type { Channels } from "../ports/channels.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import { deliver } from "./deliver-message.ts";
import { type FindPeople, type Recipient, resolveAudience } from "./resolve-audience.ts";

/** What a message says to one person and to no other; `words` names another template to word it by. */
export interface Own {
  params: Readonly<Record<string, string>>;
  words?: Message.Template | undefined;
}
export type Personal = ReadonlyMap<string, Own>;

export interface Sending {
  messages: Messages;
  channels: Channels;
  find: FindPeople;
  /** What a message says to each of a page's people and to no other, such as a post or a sum of points; by member id. */
  personal?: ((effect: EffectOf<"message.send">, people: readonly Recipient[]) => Promise<Personal>) | undefined;
  /** The alliance's zone, in which times are told. */
  zone: string;
}

const WIDTH = 10;
/** Attempts, about half a minute with the outbox's backoff, after which the next channel to a person is tried. */
const PATIENT_TRIES = 5;
/** Attempts, about a day with the outbox's backoff, after which a channel that delivers nothing is given up. */
const MOST_TRIES = 100;

/**
 * Tells one page of an audience what an effect says; the outbox comes again for the next page.
 *
 * At-least-once delivery: a message is recorded right after a channel accepted it, and a recorded one is not sent again. A
 * crash between the two, or a concurrent sender of the same page, makes a duplicate with the same key, which channels
 * that know keys drop. Recording first would lose messages instead, and a lost request to cover is worse than a duplicate.
 *
 * @throws `message.undelivered` (unavailable) when a channel is down: the page is done again for those still waiting
 * @throws `message.template_unknown`, `message.param_missing`, `message.param_invalid`
 */
export async function sendMessage(
  effect: EffectOf<"message.send">,
  { cursor, attempts }: Pick<Row, "cursor" | "attempts">,
  deps: Sending,
): Promise<Handled> {
  const people = await resolveAudience(effect.to, cursor, deps.find);
  const day = dayOf(effect.dueAt, deps.zone);
  const present = people.members.filter((person) => person.leftOn === undefined || day < person.leftOn);
  const employed = [...new Map(present.map((person) => [person.id, person])).values()];
  const waiting = await tellAll(effect, employed, { ...deps, attempts });
  if (waiting > 0)
    throw new Refusal(
      "unavailable",
      "message.undelivered",
      `${waiting} of ${employed.length} people could not be told yet.`,
    );
  return people.cursor === undefined ? done : { state: "more", cursor: people.cursor };
}

/** @returns how many still wait for a channel */
async function tellAll(
  effect: EffectOf<"message.send">,
  people: readonly Recipient[],
  { attempts, ...deps }: Sending & { attempts: number },
): Promise<number> {
  const keyed = people.map((person) => ({ person, id: Message.idFor(effect, person.id), memberId: person.id }));
  const recorded = await deps.messages.recorded(keyed);
  const open = keyed.filter(({ id }) => (recorded.get(id)?.delivery ?? "queued") === "queued");
  const personal = await deps.personal?.(
    effect,
    open.map(({ person }) => person),
  );
  const patient = attempts < PATIENT_TRIES;
  const waiting: Message.Info[] = [];
  let reached = [...recorded.values()].some(({ delivery }) => delivery === "delivered");

  await inParallel(open, WIDTH, async ({ person, id }) => {
    const before = recorded.get(id);
    const message = word(effect, { person, before, own: personal?.get(person.id) }, deps.zone);
    const parcel = { key: id, subject: message.subject, body: message.body };
    const delivery = await deliver(person, parcel, { channels: deps.channels, patient });
    if (delivery.delivery === "delivered") reached = true;
    if (delivery.delivery === "queued") waiting.push({ ...message, ...delivery, delivery: "failed" });
    if (delivery.delivery !== "queued" || before === undefined)
      await deps.messages.record([{ ...message, ...delivery }]);
  });

  // If others were reached, these addresses are at fault and are given up soon; if none was, the channel is down.
  const isGivenUp = attempts >= (reached ? PATIENT_TRIES : MOST_TRIES);
  if (!isGivenUp) return waiting.length;
  await deps.messages.record(waiting);
  return 0;
}

/** The message without its delivery; one that waits keeps its words. */
function word(
  effect: EffectOf<"message.send">,
  { person, before, own }: { person: Recipient; before: Message.Info | undefined; own: Own | undefined },
  zone: string,
) {
  const { template, dueAt, activityId } = effect;
  const language = before?.language ?? person.language ?? "zh-CN";
  const params = { ...effect.params, ...own?.params };
  const worded = () => Message.render(language, own?.words ?? template, params, { zone, asOf: dueAt });
  const { subject, body } = before ?? worded();
  return {
    id: Message.idFor(effect, person.id),
    memberId: person.id,
    cause: effect.id,
    template,
    ...(activityId === undefined ? {} : { activityId }),
    language,
    subject,
    body,
    at: dueAt,
    ...(before?.readAt === undefined ? {} : { readAt: before.readAt }),
  };
}
