import { entryOf } from "@yigong/core/audit/audit.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { tell } from "@yigong/core/message/message.ts";
import { Nomination } from "@yigong/core/nomination/index.ts";
import { nominationRefusal } from "@yigong/core/nomination/nomination.refusals.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { requireUnits } from "../organization/require-units.ts";
import { headOf } from "./head-of.ts";
import { type Acting, type NominationDeps, partyOf } from "./nomination-stores.ts";

/** Offers external places to a department and asks its head for candidates. @throws those of `requireUnits` and `Nomination.offer`, `nomination.department_headless` */
export const offerPlaces =
  (deps: NominationDeps) =>
  async (writing: Nomination.Writing, { id, by, at }: Acting & { id: Nomination.Id }): Promise<void> => {
    const { departmentId, requires } = writing;
    await requireUnits(deps.units, { departmentId });
    for (const postId of requires.postIds) await requireUnits(deps.units, { postId });
    const { headId, name } = await headOf(deps, departmentId);
    if (headId === undefined) throw nominationRefusal("nomination.department_headless", { name });
    const offered = Nomination.offer(writing, { id, ...partyOf(by), at, zone: deps.zone });
    const asked = tell({
      template: "nomination.offered",
      params: { title: offered.title, places: String(offered.places), at: offered.draw.knownFrom },
      to: { kind: "members", memberIds: [headId] },
      cause: id,
      dueAt: at,
      page: PAGE.externalPlace(id),
    });
    const audit = [entryOf(deps.newId, { subjectId: id, at, action: "nomination.offer", by })];
    const { knownFrom: dueAt } = offered.draw;
    const close: Effect = { kind: "nomination.close", id: `nomination.close:${id}`, dueAt, nominationId: id };
    await deps.nominations.begin(offered, { audit, effects: [asked, close] });
    deps.wake();
  };

/** Withdraws an offer and tells the candidates. @throws `nomination.missing`, those of `Nomination.withdraw` */
export const withdrawPlaces =
  (deps: NominationDeps) =>
  async (id: string, { by, at, reason, version }: Acting & { reason: string; version: number }): Promise<void> => {
    await deps.nominations.change(id, at, (held) => {
      const item = Nomination.withdraw(held, { ...partyOf(by), at, reason, version });
      const memberIds = held.candidates.map(({ memberId }) => memberId);
      const told = tell({
        template: "nomination.withdrawn",
        params: { title: held.title, reason },
        to: { kind: "members", memberIds },
        cause: id,
        dueAt: at,
        page: PAGE.externalPlace(id),
      });
      const audit = [entryOf(deps.newId, { subjectId: id, at, action: "nomination.withdraw", by, reason })];
      return { item, audit, effects: memberIds.length > 0 ? [told] : [] };
    });
    deps.wake();
  };
