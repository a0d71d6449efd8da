import { pageAttended } from "@yigong/application/attendance/page-attended.ts";
import { clientDelivery } from "@yigong/application/message/deliver-to-client.ts";
import { findPeople } from "@yigong/application/message/find-recipients.ts";
import { personalPoints } from "@yigong/application/points/personal-points.ts";
import { handlers } from "../outbox/handlers.ts";
import { outboxRunner } from "../outbox/runner.ts";
import type { Outward, UseCases } from "./use-cases.ts";

/** What sends each kind of effect. */
export const handlersOf = (w: UseCases, outward: Outward) => {
  const find = findPeople({ ...w, attended: pageAttended(w) });
  const deps = { ...w, ...outward };
  return handlers({
    ...deps,
    sending: { ...deps, find, personal: personalPoints(w) },
    survey: { ...deps, origin: w.origin(), settings: w.settings.get, deliver: clientDelivery(outward.channels) },
    material: w,
    covers: w.coverWork,
    awardRuns: { ...w.awardDeps, ...outward },
  });
};

/** The outbox: the only way in which anything leaves. */
export const outboxOf = (w: UseCases, outward: Outward) =>
  outboxRunner({
    rows: w.outbox,
    handlers: handlersOf(w, outward),
    now: w.now,
    observe: w.observe,
  });
