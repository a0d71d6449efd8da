import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { headOf } from "./head-of.ts";
import type { NominationDeps } from "./nomination-stores.ts";

export interface CloseListDeps extends Pick<NominationDeps, "nominations" | "units"> {
  outbox: Pick<OutboxRows, "add">;
  now: () => string;
}

/** Asks the head to decide, and the alliance for the draw, when the list of an open offer has closed. Safe to run twice. */
export async function closeList(
  { nominations, units, outbox, now }: CloseListDeps,
  { nominationId }: EffectOf<"nomination.close">,
): Promise<void> {
  const [held, at] = [await nominations.get(nominationId), now()];
  if (held.state !== "open" || held.candidates.length === 0) return;
  const { title, places, candidates, draw, drawn, departmentId } = held;
  const { headId } = await headOf({ units }, departmentId);
  const on = { cause: nominationId, dueAt: at };
  const decide = tell({
    ...on,
    template: "nomination.closed",
    params: { title, candidates: String(candidates.length), places: String(places) },
    to: headId ? { kind: "members", memberIds: [headId] } : { kind: "role", role: "alliance" },
    page: PAGE.externalPlace(nominationId),
  });
  const enter = tell({
    ...on,
    template: "nomination.drawDue",
    params: { title, source: draw.source },
    to: { kind: "role", role: "alliance" },
    page: PAGE.externalPlace(nominationId),
  });
  await outbox.add(drawn ? [decide] : [decide, enter], at);
}
