import { yearOf } from "@yigong/core/deed/deed.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const LISTED = 50;

/** Deeds that were reported and wait for the secretary of their branch, or the alliance; nobody is asked about their own. */
export async function deedTasks(deps: TodoDeps, { actor }: Surroundings): Promise<Task[]> {
  if (!actor.grants.some(({ role }) => role === "branchSecretary" || role === "alliance")) return [];
  const { items } = await deps.deeds.reported({ limit: LISTED });
  const mine = items.filter(({ branchId, recordedBy }) => {
    const { allowed, grant } = groundsFor(actor, "deed.write", { branchId });
    const party = { by: actor.memberId, deputyFor: grant?.deputyFor };
    return allowed && !isOneOf(party, [recordedBy.actorId, recordedBy.deputyFor]);
  });
  const names = await nameOf(
    deps,
    mine.map(({ recordedBy }) => recordedBy.actorId),
  );
  return mine.map((deed): Task => {
    const about = { name: names(deed.recordedBy.actorId), day: deed.date, reason: deed.description };
    return { kind: "deed", key: deed.id, about, href: PAGE.approval("deed", String(yearOf(deed)), deed.id) };
  });
}
