import type { Language } from "@yigong/core/language/index.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Audience } from "@yigong/core/outbox/outbox.ts";

/** A member as the receiver of a message. Without a language it is worded in zh-CN. */
export type Recipient = Pick<Member, "id" | "employeeNumber" | "mobile" | "email" | "leftOn"> & {
  language?: Language | undefined;
};

/** A page of an audience, with the cursor of the next one. A page may be empty although more follow. */
export interface People {
  members: readonly Recipient[];
  cursor?: string | undefined;
}

type AudienceOf<Kind extends Audience["kind"]> = Extract<Audience, { kind: Kind }>;

/**
 * Finds people, about a hundred at a time, as they stand at that moment.
 *
 * `leftOn` must be told for those who left: they are not written to.
 */
export interface FindPeople {
  /** Named people; unknown ids are left out. */
  byIds(memberIds: readonly string[]): Promise<readonly Recipient[]>;
  byActivity(audience: AudienceOf<"activity">, cursor: string | undefined): Promise<People>;
  byRole(audience: AudienceOf<"role">, cursor: string | undefined): Promise<People>;
}

/** The next page of an audience. */
export async function resolveAudience(
  audience: Audience,
  cursor: string | undefined,
  find: FindPeople,
): Promise<People> {
  switch (audience.kind) {
    case "members":
      return { members: await find.byIds(audience.memberIds) };
    case "activity":
      return find.byActivity(audience, cursor);
    case "role":
      return find.byRole(audience, cursor);
  }
}
