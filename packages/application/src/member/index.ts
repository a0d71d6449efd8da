import { recent } from "@yigong/core/lib/reading.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoMembers, type Members } from "@yigong/core/member/member.store.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { after } from "../ports/effect-handler.ts";
import { type FollowDeps, followMember } from "./follow-member.ts";

export const member = {
  name: "member",
  stores: (table: Table) => ({ members: dynamoMembers(table) }),
  offers: ({ members }: { members: Pick<Members, "getMany"> }) => ({
    /** The name of a member, or the id of who is not on the roster. */
    nameOf: async (memberId: string): Promise<string> =>
      (await members.getMany([memberId], recent))[0]?.name ?? memberId,
  }),
  handlers: (deps: FollowDeps & { now: () => string }): Handles<"member.follow"> => ({
    "member.follow": ({ memberId }) => after(followMember(deps)(memberId, deps.now())),
  }),
} as const satisfies Manifest;
