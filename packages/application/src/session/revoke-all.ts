import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import type { Tokens } from "@yigong/core/token/token.store.ts";

export interface RevokeDeps {
  sessions: Pick<Sessions, "revokeOthers">;
  tokens: Pick<Tokens, "ofMember" | "forget">;
  newId: NewId;
}

/** Signs a member out everywhere and ends what programs may do for them. @returns how many sessions have ended */
export async function revokeAll(
  { sessions, tokens, newId }: RevokeDeps,
  memberId: string,
  { at, ...by }: ByAt,
): Promise<number> {
  const held = await tokens.ofMember(memberId);
  const detail = { tokens: held.length };
  const entry = entryOf(newId, { subjectId: memberId, at, action: "session.revoke", by, detail });
  const ended = await sessions.revokeOthers(memberId, undefined, [entry]);
  await Promise.all(held.map(({ id }) => tokens.forget(id)));
  return ended;
}
