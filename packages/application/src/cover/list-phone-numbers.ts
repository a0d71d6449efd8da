import { coverRefusal } from "@yigong/core/cover/cover.refusals.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { type Candidate, rankCandidates } from "@yigong/core/cover/ranking.ts";
import { toMatch } from "@yigong/core/cover/round.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { NeedKey } from "./change-need.ts";
import { coverEntry } from "./cover-audit.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { coverableActivity } from "./find-coverable-activity.ts";
import { findCoverers } from "./find-coverers.ts";
import { findParticipants } from "./find-participants.ts";

/** Somebody who can be phoned. `silent`: was asked by message and did not answer in time. */
export interface Phoned extends Candidate, Pick<Member, "name" | "employeeNumber" | "mobile"> {
  silent: boolean;
}

const LISTED = 20;

/**
 * Who could take a need, in the order in which they are asked, with their numbers: for who phones them. Silence is no answer
 * on the telephone, so who let an offer pass is listed. The asking is kept.
 *
 * @throws `cover.not_ranked` once the shift has begun or somebody agreed; `cover.void`, `cover.missing`, `lifecycle.cancelled`
 */
export async function listPhoneNumbers(
  deps: CoverDeps,
  key: NeedKey,
  { by, at }: { by: By; at: string },
): Promise<Phoned[]> {
  const activity = await coverableActivity(deps, key.activityId);
  const need = await deps.covers.get(key.activityId, key.needId);
  if (need.status === "void") throw coverRefusal("cover.void");
  if (need.from <= at || Cover.isHeld(need)) throw coverRefusal("cover.not_ranked");
  const taking = await findParticipants(deps, activity, recent);
  const coverers = await findCoverers(deps, { activity, needs: [need], taking });
  const noes = need.declinedBy.filter(({ how }) => how !== "silence");
  const ranked = rankCandidates(toMatch({ ...need, declinedBy: noes }), coverers).slice(0, LISTED);
  const members = new Map(
    (await deps.members.getMany(ranked.map(({ memberId }) => memberId))).map((one) => [one.id as string, one]),
  );
  const silent = new Set(need.declinedBy.map(({ memberId }) => memberId));
  const phoned = ranked.flatMap((candidate) => {
    const member = members.get(candidate.memberId);
    if (!member) return [];
    const { name, employeeNumber, mobile } = member;
    return [{ ...candidate, name, employeeNumber, mobile, silent: silent.has(candidate.memberId) }];
  });
  const detail = { memberIds: phoned.map(({ memberId }) => memberId) };
  await deps.covers.keep([coverEntry(deps, key, { by, at, action: "cover.readNumbers", detail })]);
  return phoned;
}
