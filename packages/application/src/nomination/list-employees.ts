import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { affiliationOn, isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import type { NominationDeps } from "./nomination-stores.ts";

interface Deps extends Pick<NominationDeps, "nominations" | "zone"> {
  members: Pick<Members, "all">;
}

/** Whom a department can put forward: its employees, volunteers or not, in the order of their numbers. @throws `nomination.missing` */
export const listEmployees =
  ({ nominations, members, zone }: Deps) =>
  async (id: string, at: string): Promise<Member[]> => {
    const { departmentId } = await nominations.get(id);
    const day = dayOf(at, zone);
    return (await members.all()).filter(
      (member) => isEmployedOn(member, day) && affiliationOn(member, day).departmentId === departmentId,
    );
  };
