import { classRefusal } from "@yigong/core/class/class.refusals.ts";
import { type Info as Class, startOf } from "@yigong/core/class/class.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { isEmployedOn } from "@yigong/core/member/member.ts";
import { isTrainerOn } from "@yigong/core/member/trainer-term.ts";
import type { ClassDeps } from "./class-stores.ts";

/**
 * Lets members teach a class who are trainers on the day on which it begins.
 *
 * @throws `class.not_trainer`, `class.trainer_left`, `member.missing`
 * @source docs/domain.md T2
 */
export async function requireTrainers(
  { members, zone }: Pick<ClassDeps, "members" | "zone">,
  one: Pick<Class, "trainerIds" | "sessions">,
): Promise<void> {
  const day = dayOf(startOf(one), zone);
  for (const member of await Promise.all(one.trainerIds.map((id) => members.get(id)))) {
    const { name } = member;
    if (!isEmployedOn(member, day)) throw classRefusal("class.trainer_left", { name });
    if (!isTrainerOn(member, day)) throw classRefusal("class.not_trainer", { name });
  }
}
