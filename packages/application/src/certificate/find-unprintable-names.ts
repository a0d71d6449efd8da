import type { Members } from "@yigong/core/member/member.store.ts";
import type { Documents } from "../ports/documents.ts";

/** A member whose name no certificate can print, and the characters that no font has. */
export interface Unprintable {
  memberId: string;
  name: string;
  characters: string[];
}

/** Finds members whose names cannot be printed, before the committee decides on them. */
export const unprintableNames =
  ({ members, documents }: { members: Pick<Members, "getMany">; documents: Pick<Documents, "unprintableIn"> }) =>
  async (memberIds: readonly string[]): Promise<Unprintable[]> => {
    const found = await members.getMany([...new Set(memberIds)]);
    const named = found.map(({ id: memberId, name }) => ({
      memberId,
      name,
      characters: documents.unprintableIn(name),
    }));
    return named.filter(({ characters }) => characters.length > 0);
  };
