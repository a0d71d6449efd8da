import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

/** Names by id, in one request; none for nobody. */
export async function nameOf(deps: { members: Pick<Members, "getMany"> }, ids: readonly string[]) {
  const members = ids.length === 0 ? [] : await deps.members.getMany([...new Set(ids)], recent);
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]));
  return (memberId: string): string => names.get(memberId) ?? memberId;
}
