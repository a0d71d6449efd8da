import { Refusal } from "@yigong/core/lib/error.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

const listed = (names: readonly string[]): string =>
  names.slice(0, 20).join(", ") + (names.length > 20 ? ` and ${names.length - 20} more` : "");

/** An undo is refused since rows were changed after the import. @param names - of the rows, if they are known */
export const changedSince = (names: readonly string[]): Refusal =>
  new Refusal(
    "conflict",
    "roster.changed_since",
    `Rows were changed after this import: ${listed(names) || "just now"}. Undo is refused.`,
  );

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
  throw new Refusal(
    "conflict",
    "roster.member_takes_part",
    `They take part in an activity already: ${listed(names)}. Undo is refused.`,
  );
}
