import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { isOneOf } from "@yigong/core/permission/party.ts";
import { groundsFor } from "@yigong/core/permission/policy.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** At most so many. */
const LISTED = 50;

/** Other accounts that people ask to sign in by, for a second person. @source docs/domain.md "Decision, whose account" */
export async function accountRequests(deps: TodoDeps, { actor }: Surroundings): Promise<Task[]> {
  const { allowed, grant } = groundsFor(actor, "identity.decide");
  if (!allowed) return [];
  const { items } = await deps.identities.requests("requested", { limit: LISTED });
  const party = { by: actor.memberId, deputyFor: grant?.deputyFor };
  const open = items.filter(({ memberId }) => !isOneOf(party, [memberId]));
  const names = await nameOf(
    deps,
    open.map(({ memberId }) => memberId),
  );
  return open.map(({ id, memberId, provider, subject, askedAt }): Task => {
    const about = { name: names(memberId), provider, subject, askedAt };
    return { kind: "accountRequest", key: id, about, href: PAGE.approval("accountRequest", id) };
  });
}
