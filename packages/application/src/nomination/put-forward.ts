import { entryOf } from "@yigong/core/audit/audit.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import { affiliationOn, isEmployedOn } from "@yigong/core/member/member.ts";
import { tell } from "@yigong/core/message/message.ts";
import { Nomination } from "@yigong/core/nomination/index.ts";
import { nominationRefusal } from "@yigong/core/nomination/nomination.refusals.ts";
import { scoreIn } from "@yigong/core/nomination/score.ts";
import { headOf } from "./head-of.ts";
import { type Acting, type NominationDeps, partyOf } from "./nomination-stores.ts";

/** A candidate as somebody typed it: the score from 0 to 100, with two decimals at the most. */
export interface Typed {
  memberId: string;
  score: string;
}

/**
 * Puts the whole list of candidates forward.
 *
 * @throws `member.missing/somebody`, `nomination.missing`, `nomination.candidate_twice`, `nomination.score_out_of_range`,
 * `nomination.left`, `nomination.other_department`, those of `Nomination.putForward`
 */
export const putForward =
  (deps: NominationDeps) =>
  async (id: string, typed: readonly Typed[], { by, at, version }: Acting & { version: number }): Promise<void> => {
    const candidates = await checked(deps, await deps.nominations.get(id), typed, at);
    await deps.nominations.change(id, at, (held) => {
      const item = Nomination.putForward(held, candidates, { ...partyOf(by), at, version });
      const detail = { candidates: candidates.length };
      return { item, audit: [entryOf(deps.newId, { subjectId: id, at, action: "nomination.putForward", by, detail })] };
    });
  };

async function checked(deps: NominationDeps, held: Nomination.Info, typed: readonly Typed[], at: string) {
  const members = await deps.members.getMany([...new Set(typed.map(({ memberId }) => memberId))]);
  const byId = new Map(members.map((member) => [member.id as string, member]));
  const { name: department } = await headOf(deps, held.departmentId);
  const day = dayOf(at, deps.zone);
  const seen = new Set<string>();
  return typed.map(({ memberId, score: text }) => {
    const member = byId.get(memberId);
    if (!member) throw memberRefusal("member.missing/somebody");
    const { name, leftOn = "" } = member;
    if (seen.has(memberId)) throw nominationRefusal("nomination.candidate_twice", { name });
    seen.add(memberId);
    if (!isEmployedOn(member, day)) throw nominationRefusal("nomination.left", { name, day: leftOn });
    if (affiliationOn(member, day).departmentId !== held.departmentId)
      throw nominationRefusal("nomination.other_department", { name, department });
    const score = scoreIn(text);
    if (score === undefined) throw nominationRefusal("nomination.score_out_of_range", { name });
    return { memberId, score };
  });
}

/** Enters what the draw's source said, and asks the head to decide. @throws `nomination.missing`, those of `Nomination.enterDraw` */
export const enterDraw =
  (deps: NominationDeps) =>
  async (id: string, value: string, { by, at }: Acting): Promise<void> => {
    const { headId } = await headOf(deps, (await deps.nominations.get(id)).departmentId);
    await deps.nominations.change(id, at, (held) => {
      const item = Nomination.enterDraw(held, { ...partyOf(by), at, value });
      if (item === held) return { item };
      const asked = tell({
        template: "nomination.toDecide",
        params: { title: held.title },
        to: { kind: "members", memberIds: headId ? [headId] : [] },
        cause: id,
        dueAt: at,
        page: PAGE.externalPlace(id),
      });
      const audit = [entryOf(deps.newId, { subjectId: id, at, action: "nomination.draw", by, detail: { value } })];
      return { item, audit, effects: headId ? [asked] : [] };
    });
    deps.wake();
  };
