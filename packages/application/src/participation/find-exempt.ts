import { type Info as Activity, heldSessions } from "@yigong/core/activity/activity.ts";
import type { Aways } from "@yigong/core/away/away.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { type Reading, recent } from "@yigong/core/lib/reading.ts";
import { overlaps } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { dutyStates, type Facts, type State } from "@yigong/core/participation/duty.ts";
import { type Exempt, exemptFrom, nobodyExempt } from "@yigong/core/participation/exempt.ts";

export interface ExemptDeps {
  covers: Pick<Covers, "of" | "get" | "calendars">;
  aways: Pick<Aways, "ofMany">;
  members: Pick<Members, "getMany">;
  zone: string;
}

/** The hours of covers for other activities that a member has agreed to and that are confirmed. */
async function busyWith({ covers }: ExemptDeps, activity: Activity, memberIds: readonly string[]) {
  const busy = new Map<string, { from: string; to: string }[]>();
  const spans = heldSessions(activity).map(({ startsAt: from, endsAt: to }) => ({ from, to }));
  for (const [memberId, { entries }] of await covers.calendars(memberIds, recent)) {
    const clashing = entries.filter(
      (entry) => entry.activityId !== activity.id && spans.some((span) => overlaps(entry, span)),
    );
    const needs = await Promise.all(clashing.map(({ activityId, needId }) => covers.get(activityId, needId)));
    busy.set(
      memberId,
      needs.filter(({ status }) => status === "confirmed"),
    );
  }
  return busy;
}

/** Finds which of some people need not come to an activity, by covers and the roster as they are now. */
export async function findExempt(
  deps: ExemptDeps,
  activity: Activity,
  memberIds: readonly string[],
  reading: Reading = recent,
): Promise<Exempt> {
  if (memberIds.length === 0) return nobodyExempt;
  const [needs, busy, found, aways] = await Promise.all([
    activity.origin === "alliance" ? deps.covers.of(activity.id) : [],
    busyWith(deps, activity, memberIds),
    deps.members.getMany(memberIds, reading),
    activity.origin === "alliance" ? deps.aways.ofMany(memberIds, reading) : undefined,
  ]);
  const covering = new Set(needs.flatMap((need) => (need.status === "confirmed" ? [need.memberId] : [])));
  const members = new Map(found.map((member) => [member.id as string, member]));
  return exemptFrom({ sessions: heldSessions(activity), covering, busy, members, aways, zone: deps.zone });
}

const OPEN: readonly State[] = ["attending", "undecided", "unexcused"];

/** Where people of a duty list stand. Only those whose state an exemption could change are looked up. */
export async function findDutyStates(
  deps: ExemptDeps,
  activity: Activity,
  facts: Omit<Facts, "exempt">,
): Promise<{ states: Map<string, State>; exempt: Exempt }> {
  const plain = dutyStates(facts);
  const open = [...plain].flatMap(([memberId, state]) => (OPEN.includes(state) ? [memberId] : []));
  const exempt = await findExempt(deps, activity, open);
  return { exempt, states: dutyStates({ ...facts, exempt }) };
}
