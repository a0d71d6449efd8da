import type { Deeds } from "@yigong/core/deed/deed.store.ts";
import * as Deed from "@yigong/core/deed/deed.ts";
import * as Message from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import type { Wake } from "../ports/wake.ts";

export interface VoidDeedDeps {
  deeds: Pick<Deeds, "get" | "change">;
  wake: Wake;
}

interface Voiding {
  actor: Actor;
  /** ISO-8601 UTC. */
  at: string;
  reason: string;
}

/** Tells who reported a deed that it was turned down; who takes their own back needs no telling. */
function told(before: Deed.Info, { by, at, reason }: { by: Deed.By; at: string; reason: string }): Effect[] {
  const { actorId } = before.recordedBy;
  if (before.status !== "reported" || by.actorId === actorId) return [];
  const params = { day: before.date, reason };
  const to = { kind: "members" as const, memberIds: [actorId] };
  return [Message.tell({ template: "deed.turnedDown", params, to, dueAt: at, cause: before.id })];
}

/**
 * Takes a deed out of the count, or turns one down that was reported; who reported it may take it back until it is confirmed.
 *
 * @throws `permission.denied`, `deed.missing`, `deed.void`
 * @source docs/domain.md A12
 */
export const voidDeed =
  ({ deeds, wake }: VoidDeedDeps) =>
  async ({ year, deedId }: { year: number; deedId: string }, { actor, at, reason }: Voiding): Promise<Deed.Info> => {
    const held = await deeds.get(year, deedId);
    const by = allow(actor, Deed.isTakenBackBy(held, actor) ? "deed.report" : "deed.write", held);
    const voided = await deeds.change(
      year,
      deedId,
      (deed) => Deed.revoke(deed, { at, by, reason }),
      (before) => ({ effects: told(before, { by, at, reason }), at }),
    );
    wake();
    return voided;
  };
