import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { plusDays } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";
import { Service } from "@yigong/core/service/index.ts";
import type { Services } from "@yigong/core/service/service.store.ts";
import { holders } from "../lifecycle/lifecycle-effects.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import { reminder } from "./service-effects.ts";

/** A visit that nobody records is brought up again this often. */
const ROUND_DAYS = 7;
/** After so many reminders of the owner the alliance is told too. */
const PATIENCE = 2;

export interface RemindServiceDeps {
  services: Pick<Services, "get">;
  outbox: Pick<OutboxRows, "add">;
  nameOf: (memberId: string) => Promise<string>;
  now: () => string;
  zone: string;
}

/**
 * Reminds the owner of a visit that is due, and again each week until it is recorded; after two reminders it tells the
 * alliance as well. Safe to run twice: messages and the next round have ids of their own.
 *
 * @source docs/domain.md A11
 */
export const remindService =
  (deps: RemindServiceDeps) =>
  async ({ serviceId, dueOn, round }: EffectOf<"service.remind">): Promise<Handled> => {
    const service = await deps.services.get(serviceId);
    if (Service.dueOn(service) !== dueOn) return done;
    const at = deps.now();
    const next = reminder(serviceId, { dueOn, round: round + 1 }, plusDays(at, ROUND_DAYS, deps.zone));
    await deps.outbox.add([...(await told(deps, service, { dueOn, round, at })), next], at);
    return done;
  };

async function told(
  { nameOf }: RemindServiceDeps,
  { id, title, ownerId, cadenceDays }: Service.Info,
  { dueOn: day, round, at: dueAt }: { dueOn: string; round: number; at: string },
): Promise<Effect[]> {
  const about = { dueAt, cause: `${id}.${day}.${round}`, page: PAGE.service(id) };
  const owner = { kind: "members" as const, memberIds: [ownerId] };
  const asked = Message.tell({
    ...about,
    template: "service.due",
    params: { title, day, cadence: String(cadenceDays) },
    to: owner,
  });
  if (round < PATIENCE) return [asked];
  const params = { title, day, times: String(round), name: await nameOf(ownerId) };
  return [asked, Message.tell({ ...about, template: "service.overdue", params, to: holders("alliance") })];
}
