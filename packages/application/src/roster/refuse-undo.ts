import type { Refusal, Told } from "@yigong/core/lib/error.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";

const LISTED = 20;

/** The first names, and how many more there are. */
function listed(names: readonly string[]): Told {
  const more = names.length - LISTED;
  return [...names.slice(0, LISTED), ...(more > 0 ? [{ "zh-CN": `另有${more}个`, en: `${more} more` }] : [])];
}

/** An undo is refused since rows were changed after the import. @param names - of the rows, if they are known */
export const changedSince = (names: readonly string[]): Refusal =>
  names.length > 0
    ? rosterRefusal("roster.changed_since", { names: listed(names) })
    : rosterRefusal("roster.changed_since/now");

export interface ParticipantDeps {
  members: Pick<Members, "getMany">;
  /** Which of these members take part in an activity, so that their rows cannot be undone. */
  takesPart(memberIds: readonly string[]): Promise<string[]>;
}

/** @throws `roster.member_takes_part` naming those of the members who take part in an activity */
export async function refuseParticipants(deps: ParticipantDeps, memberIds: readonly string[]): Promise<void> {
  const busy = await deps.members.getMany(await deps.takesPart([...new Set(memberIds)]));
  if (busy.length === 0) return;
  const names = busy.map(({ name, employeeNumber }) => `${name} (${employeeNumber})`);
  throw rosterRefusal("roster.member_takes_part", { names: listed(names) });
}
