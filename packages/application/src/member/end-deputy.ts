import { entryOf } from "@yigong/core/audit/audit.ts";
import { endDeputyship, type Info as Member } from "@yigong/core/member/member.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { RoleDeps } from "./role-stores.ts";

/** Ends all that somebody does as a deputy of a holder, from now on. Doing it twice is one. @throws `member.missing` */
export async function endDeputy(
  { members, newId }: Pick<RoleDeps, "members" | "newId">,
  { holderId, deputyId }: { holderId: string; deputyId: string },
  by: ByAt,
): Promise<void> {
  const { at } = by;
  await members.change(deputyId, (deputy) => {
    const held = deputy.roles.filter(
      ({ deputyFor, until }) => deputyFor === holderId && (until === undefined || until > at),
    );
    const ended = held.reduce<Member>(
      (before, { role, scope }) => endDeputyship(before, { holderId, role, scope, at }),
      deputy,
    );
    const told = { subjectId: deputyId, at, action: "role.endDeputy", by, detail: { holderId } };
    return { to: ended, at, audit: held.length === 0 ? [] : [entryOf(newId, told)] };
  });
}
