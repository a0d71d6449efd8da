import { dayOf } from "@yigong/core/lib/time.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { Service } from "@yigong/core/service/index.ts";
import { serviceRefusal } from "@yigong/core/service/service.refusals.ts";
import { firstReminder, type ServiceDeps, serviceEntry } from "./service-effects.ts";

/** Who does something about a service, and when. */
interface Acting {
  by: By;
  at: string;
}

/** Begins a long-term service of whoever says so; its first visit is due a cadence later. @source docs/domain.md A11 */
export const beginService =
  (deps: ServiceDeps) =>
  async (writing: Service.Writing, { id, by, at }: Acting & { id: Service.Id }): Promise<Service.Info> => {
    const service = Service.begin(writing, { id, ownerId: by.actorId, at, today: dayOf(at, deps.zone) });
    const audit = [serviceEntry(deps, "begin", { subjectId: id, at, by })];
    return deps.services.begin(service, { audit, effects: firstReminder(service, deps.zone) });
  };

type Verb = Parameters<typeof serviceEntry>[1];
type About = Pick<Parameters<typeof serviceEntry>[2], "detail" | "reason">;

/** Changes a service, and has somebody reminded when its next visit is due on another day than before. */
const changed =
  (deps: ServiceDeps, verb: Verb) =>
  (serviceId: string, decide: (service: Service.Info) => Service.Info, { by, at, ...about }: Acting & About) =>
    deps.services.change(serviceId, at, (before) => {
      const item = decide(before);
      const isMoved = Service.dueOn(item) !== Service.dueOn(before);
      const audit = [serviceEntry(deps, verb, { subjectId: serviceId, at, by, ...about })];
      return { item, audit, effects: isMoved ? firstReminder(item, deps.zone) : [] };
    });

/** Changes what is said of a service or hands it over. @throws `service.missing`, `service.owner_missing`, those of `Service.revise` */
export const reviseService =
  (deps: ServiceDeps) =>
  async (serviceId: string, patch: Service.Patch, { version, ...act }: Acting & { version: number }): Promise<void> => {
    if (patch.ownerId !== undefined) {
      const [owner] = await deps.members.getMany([patch.ownerId]);
      if (!owner || !isEmployedOn(owner, dayOf(act.at, deps.zone))) throw serviceRefusal("service.owner_missing");
    }
    const detail = { fields: Object.keys(patch) };
    await changed(deps, "change")(serviceId, (held) => Service.revise(held, patch, { version }), { ...act, detail });
  };

/** Records a visit. @throws `service.missing`, those of `Service.visit` */
export const visitService =
  (deps: ServiceDeps) =>
  async (serviceId: string, visiting: Service.Visiting, act: Acting): Promise<void> => {
    const { by, at } = act;
    const said = { by: by.actorId, at, today: dayOf(at, deps.zone) };
    const detail = { day: visiting.day };
    await changed(deps, "visit")(serviceId, (held) => Service.visit(held, visiting, said), { ...act, detail });
  };

/** Says whether the real difficulty is solved. @throws `service.missing`, those of `Service.solve` */
export const solveService =
  (deps: ServiceDeps) =>
  async (serviceId: string, solved: Service.Solved, { version, ...act }: Acting & { version: number }) => {
    const said = { by: act.by.actorId, at: act.at, today: dayOf(act.at, deps.zone), version };
    const about = { ...act, detail: { ...solved } };
    await changed(deps, "solve")(serviceId, (held) => Service.solve(held, solved, said), about);
  };

/** Ends a service; its record stays. @throws `service.missing`, those of `Service.end` */
export const endService =
  (deps: ServiceDeps) =>
  async (serviceId: string, { version, ...act }: Acting & { version: number; reason: string }): Promise<void> => {
    const said = { by: act.by.actorId, at: act.at, reason: act.reason, version };
    await changed(deps, "end")(serviceId, (held) => Service.end(held, said), act);
  };
