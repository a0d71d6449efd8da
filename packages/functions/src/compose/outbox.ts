import { findPeople } from "../activity/people.ts";
import { attendanceWork } from "../attendance/work.ts";
import { clientDelivery } from "../message/client.ts";
import { handlers } from "../outbox/handlers.ts";
import { outboxRunner } from "../outbox/runner.ts";
import { personalPoints } from "../points/tell.ts";
import type { Outward, World } from "../world.ts";

/** What sends each kind of effect. */
export const handlersOf = (w: World, outward: Outward) => {
  const find = findPeople({ ...w, attended: attendanceWork(w).attended });
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
export const outboxOf = (w: World, outward: Outward) =>
  outboxRunner({
    rows: w.outbox,
    handlers: handlersOf(w, outward),
    now: w.now,
    observe: w.observe,
  });
