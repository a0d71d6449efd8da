import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { dayOf, instantOf } from "@yigong/core/lib/time.ts";
import { dueOn } from "@yigong/core/service/service.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const LISTED = 20;
const DAY_ENDS = "23:59";

/** Visits of one's own long-term services that are due by today. @source docs/domain.md A11 */
export async function serviceTasks({ services, zone }: TodoDeps, { at, member }: Surroundings): Promise<Task[]> {
  const today = dayOf(at, zone);
  const { items } = await services.list({ limit: LISTED }, member.id);
  return items.flatMap((service): Task[] => {
    const due = dueOn(service);
    if (due === undefined || due > today) return [];
    const { id, title, forWhom } = service;
    const dueAt = instantOf(due, DAY_ENDS, zone);
    return [{ kind: "serviceVisit", key: id, about: { title, forWhom, dueAt }, dueAt, href: PAGE.service(id) }];
  });
}
