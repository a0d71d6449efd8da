import { recent } from "@yigong/core/lib/reading.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoMembers, type Members } from "@yigong/core/member/member.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type FollowDeps, followMember } from "./follow-member.ts";
import { type SkillDeps, warnOfSkill } from "./skill-effects.ts";

export const member = {
  name: "member",
  stores: (table: Table) => ({ members: dynamoMembers(table) }),
  offers: ({ members }: { members: Pick<Members, "getMany"> }) => ({
    /** The name of a member, or the id of who is not on the roster. */
    nameOf: async (memberId: string): Promise<string> =>
      (await members.getMany([memberId], recent))[0]?.name ?? memberId,
  }),
  handlers: (deps: FollowDeps & SkillDeps): Handles<"member.follow" | "member.skillEnds"> => ({
    "member.follow": ({ memberId }) => after(followMember(deps)(memberId, deps.now())),
    "member.skillEnds": (effect) => after(warnOfSkill(deps, effect)),
  }),
} as const satisfies Manifest;
