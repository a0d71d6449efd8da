import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { instantOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { Service } from "@yigong/core/service/index.ts";
import type { Services } from "@yigong/core/service/service.store.ts";
import type { Wake } from "../ports/wake.ts";

export interface ServiceDeps {
  services: Services;
  members: Pick<Members, "getMany">;
  newId: NewId;
  now: () => string;
  zone: string;
  wake: Wake;
}

/** When people are reminded on a day, local time. */
const REMINDED_AT = "09:00";

/** What reminds of a visit that is due on a local day, on that day. */
export const firstReminder = (service: Service.Info, zone: string): Effect[] => {
  const dueOn = Service.dueOn(service);
  if (dueOn === undefined) return [];
  return [reminder(service.id, { dueOn, round: 0 }, instantOf(dueOn, REMINDED_AT, zone))];
};

/** One round of reminding of one visit. */
export const reminder = (serviceId: string, of: { dueOn: string; round: number }, dueAt: string): Effect => ({
  kind: "service.remind",
  id: `service.remind:${serviceId}:${of.dueOn}:${of.round}`,
  dueAt,
  serviceId,
  ...of,
});

/** The audit entry of something that was done about a service. */
export const serviceEntry = (
  { newId }: Pick<ServiceDeps, "newId">,
  verb: "begin" | "change" | "visit" | "solve" | "end",
  about: Omit<Parameters<typeof entryOf>[1], "action">,
) => entryOf(newId, { ...about, action: `service.${verb}` });
