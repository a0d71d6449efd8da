import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Results } from "@yigong/core/result/result.store.ts";
import { certified, heldBy } from "@yigong/core/result/skill.ts";
import { skillEffects } from "../member/skill-effects.ts";

export interface CertifyDeps {
  results: Pick<Results, "standing">;
  members: Pick<Members, "change">;
  newId: NewId;
  zone: string;
  now: () => string;
}

/** Brings a member's skill in line with their certificates; what the roster says beyond them stays. Safe to run twice. */
export async function certify(
  { results, members, newId, zone, now }: CertifyDeps,
  { classId, memberId, skill, instead }: EffectOf<"result.certify">,
): Promise<void> {
  const held = heldBy(await results.standing({ classId, memberId }), skill);
  const at = now();
  await members.change(memberId, (member) => {
    const to = certified(member, { skill, held, ...(instead === "" ? {} : { instead }) });
    if (!to) return { to: member, at };
    const entry = { subjectId: memberId, at, action: "member.certify", by: { actorId: "system" }, detail: { skill } };
    return { to, at, audit: [entryOf(newId, entry)], effects: skillEffects(member, to, at, zone) };
  });
}
