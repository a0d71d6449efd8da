import { entryOf } from "@yigong/core/audit/audit.ts";
import { decide, type Rebinding } from "@yigong/core/identity/identity.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { providerParams } from "./bind-account.ts";
import type { IdentityDeps } from "./identity-stores.ts";

/**
 * Decides as a second person whether another account is somebody's from now on, and tells them.
 *
 * @param refusal - why not; absent to approve
 * @throws `identity.request_missing`, `identity.decided`, `identity.second_person`, `store.busy`
 */
export async function decideRebinding(
  deps: Pick<IdentityDeps, "identities" | "newId" | "wake">,
  id: string,
  { refusal, by, at }: { refusal?: string | undefined; by: By; at: string },
): Promise<Rebinding> {
  const decided = await deps.identities.decide(id, (rebinding) => {
    const to = decide(rebinding, { by: by.actorId, deputyFor: by.deputyFor, at, refusal });
    const { provider, tenant, subject, memberId } = to;
    const about = { to: { kind: "members" as const, memberIds: [memberId] }, cause: id, dueAt: at };
    const said = { subject, ...providerParams(provider) };
    const message =
      to.status === "approved"
        ? tell({ ...about, template: "identity.rebound", params: said })
        : tell({ ...about, template: "identity.rebindRefused", params: { ...said, reason: to.refusal } });
    const entry = entryOf(deps.newId, {
      subjectId: memberId,
      at,
      action: to.status === "approved" ? "identity.approveRebinding" : "identity.refuseRebinding",
      by,
      ...(refusal === undefined ? {} : { reason: refusal }),
      detail: { id, provider, tenant, subject },
    });
    return { to, at, effects: [message], audit: [entry] };
  });
  deps.wake();
  return decided;
}
