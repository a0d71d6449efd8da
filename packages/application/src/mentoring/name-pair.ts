import { mentoringRefusal } from "@yigong/core/mentoring/mentoring.refusals.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

interface Named {
  mentorId?: string | undefined;
  menteeId?: string | undefined;
  mentorNumber?: string | undefined;
  menteeNumber?: string | undefined;
}

/** Who the two of a pair are, each by id or by employee number. @throws `mentoring.unknown_numbers` */
export async function pairNamed(
  { members }: Pick<MentoringDeps, "members">,
  { mentorId, menteeId, mentorNumber = "", menteeNumber = "" }: Named,
): Promise<{ mentorId: string; menteeId: string }> {
  const idOf = async (number: string) => (number ? (await members.byEmployeeNumber(number))?.id : undefined);
  const [mentor, mentee] = [mentorId ?? (await idOf(mentorNumber)), menteeId ?? (await idOf(menteeNumber))];
  if (mentor && mentee) return { mentorId: mentor, menteeId: mentee };
  const unknown = [mentor ? "" : mentorNumber || "–", mentee ? "" : menteeNumber || "–"].filter(Boolean);
  throw mentoringRefusal("mentoring.unknown_numbers", { numbers: unknown.join(", ") });
}
