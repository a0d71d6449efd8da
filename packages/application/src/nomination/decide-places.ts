import { entryOf } from "@yigong/core/audit/audit.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { tell } from "@yigong/core/message/message.ts";
import { Nomination } from "@yigong/core/nomination/index.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { headOf } from "./head-of.ts";
import { type Acting, type NominationDeps, partyOf } from "./nomination-stores.ts";
import { rankCandidates } from "./rank-candidates.ts";

interface Said {
  chosen: readonly string[];
  reason?: string | undefined;
  version: number;
}

/**
 * Gives the places of an offer, and tells those who were chosen and those who were not.
 *
 * @throws `nomination.missing`, those of `Nomination.decide`
 */
export const decidePlaces =
  (deps: NominationDeps) =>
  async (id: string, said: Said, { by, at }: Acting): Promise<void> => {
    const now = await deps.nominations.get(id);
    const { headId, name: department } = await headOf(deps, now.departmentId);
    const sheet = await rankCandidates(deps)(now, at);
    const deciders = { headId, department, isAlliance: by.role === "alliance" };
    await deps.nominations.change(id, at, (held) => {
      const item = Nomination.decide(held, said, { ...partyOf(by), at, sheet, deciders });
      const detail = { chosen: said.chosen };
      const { reason } = said;
      const audit = [
        entryOf(deps.newId, {
          ...{ subjectId: id, at, action: "nomination.decide", by, detail },
          ...(reason === undefined ? {} : { reason }),
        }),
      ];
      return { item, audit, effects: told(item) };
    });
    deps.wake();
  };

function told(item: Nomination.Info): Effect[] {
  if (item.state !== "decided") return [];
  const { id, title, organizer, startsOn, endsOn, decision } = item;
  const chosen = new Set(decision.chosen);
  const others = decision.sheet.flatMap(({ memberId }) => (chosen.has(memberId) ? [] : [memberId]));
  const on = { cause: id, dueAt: decision.at, page: PAGE.externalPlace(id) };
  const yes = tell({
    ...on,
    template: "nomination.chosen",
    params: { title, organizer, from: startsOn, to: endsOn },
    to: { kind: "members", memberIds: decision.chosen },
  });
  const no = tell({
    ...on,
    template: "nomination.notChosen",
    params: { title },
    to: { kind: "members", memberIds: others },
  });
  return [...(decision.chosen.length > 0 ? [yes] : []), ...(others.length > 0 ? [no] : [])];
}
