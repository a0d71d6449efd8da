import { dayOf } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import { messageRefusal } from "@yigong/core/message/message.refusals.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import { waysTo } from "./deliver-message.ts";
import { quietUntil } from "./hold-message.ts";
import { resolveAudience } from "./resolve-audience.ts";
import { type GivenUp, PATIENT_TRIES, type Sending, type Told } from "./sending.ts";
import { tellPage } from "./tell-page.ts";
import { tellUndelivered } from "./tell-undelivered.ts";

export type { Own, Personal, Sending } from "./sending.ts";

/**
 * Tells one page of an audience what an effect says; the outbox comes again for the next page.
 *
 * At-least-once delivery: a message is recorded right after a channel accepted it, and a recorded one is not sent again. A
 * crash between the two, or a concurrent sender of the same page, makes a duplicate with the same key, which channels
 * that know keys drop. Recording first would lose messages instead, and a lost request to cover is worse than a duplicate.
 *
 * A channel that is down is waited for while the message helps; what is given up is told to those who can do something.
 * @throws `message.undelivered` (unavailable) when a channel is down: the page is done again for those still waiting
 * @throws `message.template_unknown`, `message.param_missing`, `message.param_invalid`
 * @source docs/domain.md Messages
 */
export async function sendMessage(
  effect: EffectOf<"message.send">,
  attempt: Pick<Attempt, "cursor" | "attempts" | "isOver" | "signal">,
  deps: Sending,
): Promise<Handled> {
  const dueAt = await quietUntil(effect, deps);
  if (dueAt !== undefined) return { state: "later", dueAt };
  const people = await resolveAudience(effect.to, attempt.cursor, deps.find);
  const day = dayOf(effect.dueAt, deps.zone);
  const present = people.members.filter((person) => person.leftOn === undefined || day < person.leftOn);
  const employed = [...new Map(present.map((person) => [person.id, person])).values()];
  const patient = attempt.attempts < PATIENT_TRIES;
  const told = await tellPage(effect, employed, { ...deps, ...attempt, patient });
  const waiting = patient ? told.waiting : await giveUpUnreachable(told, deps);
  await tellUndelivered(effect, told.givenUp, deps);
  const { cursor } = people;
  if (waiting.length > 0) {
    if (patient || told.reached.size === 0 || cursor === undefined) throw undelivered(waiting.length, employed.length);
    await deps.outbox.add([restOf(effect, waiting, cursor)], deps.now());
  }
  if (told.left > 0) return { state: "later", dueAt: deps.now() };
  return cursor === undefined ? done : { state: "more", cursor, ...(await pauseOf(effect, deps)) };
}

/** Between turns of 500 people, so that 10,000 hear of an outcome over ten minutes and not in one second. */
const PAUSE_SECONDS = 30;

/** What asks or is urgent is in a hurry; nothing pauses where messages go out at once anyway. */
async function pauseOf(effect: EffectOf<"message.send">, { rules, now }: Pick<Sending, "rules" | "now">) {
  const kind = Message.kindOf(effect, now());
  if (kind === "ask" || kind === "urgent" || !(await rules?.())?.isQuiet) return {};
  return { pauseSeconds: PAUSE_SECONDS };
}

const undelivered = (waiting: number, all: number) => messageRefusal("message.undelivered", { waiting, all });

/** Where the very channels that somebody has reach others, the address is at fault. @returns who still waits */
async function giveUpUnreachable({ waiting, reached, givenUp }: Told, deps: Sending): Promise<GivenUp[]> {
  const isAtFault = ({ person }: GivenUp) => waysTo(person, deps.channels).every(({ name }) => reached.has(name));
  for (const one of waiting.filter(isAtFault)) {
    await deps.messages.record([one.message]);
    givenUp.push(one);
  }
  return waiting.filter((one) => !isAtFault(one));
}

/** The same messages for those of a page whose channel is down, so that the next pages need not wait for it. */
const restOf = (
  effect: EffectOf<"message.send">,
  waiting: readonly GivenUp[],
  cursor: string,
): EffectOf<"message.send"> => ({
  ...effect,
  id: `${effect.id}#rest#${cursor}`,
  of: effect.id,
  to: { kind: "members", memberIds: waiting.map(({ person }) => person.id) },
});
