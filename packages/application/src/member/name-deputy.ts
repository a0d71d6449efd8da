import { entryOf } from "@yigong/core/audit/audit.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type * as Member from "@yigong/core/member/member.ts";
import { type Deputy, deputize } from "@yigong/core/member/revise.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { requireForeignRole } from "./give-role.ts";
import type { RoleDeps } from "./role-stores.ts";

/** Lets a role's holder name a deputy. @throws `member.own_role`, those of `deputize` */
export async function nameDeputy(
  deps: RoleDeps,
  holderId: string,
  { deputyId, ...grant }: Deputy,
  by: ByAt,
): Promise<Member.Info> {
  requireForeignRole(by, deputyId);
  const { zone } = await deps.settings.get();
  const holder = await deps.members.get(holderId);
  const audit = [
    entryOf(deps.newId, {
      subjectId: deputyId,
      at: by.at,
      action: "role.deputize",
      by,
      detail: { holderId, ...grant },
    }),
  ];
  return deps.members.change(deputyId, (deputy) => ({
    to: deputize(deputy, { holder, grant, day: dayOf(by.at, zone) }),
    at: by.at,
    audit,
  }));
}
