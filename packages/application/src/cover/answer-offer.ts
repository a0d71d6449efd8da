import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import { accept, assign, confirm, decline, participant, turnDown } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { isEmployedOn, politicalStatusOn } from "@yigong/core/member/member.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { messagesOf, wordsOf } from "./cover-messages.ts";
import { type CoverDeps, standingOf } from "./cover-standing.ts";

/** Which need somebody decides on, and when. */
export interface Key {
  activityId: string;
  needId: string;
}

/** Who decides, in which role and for whom. */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
}

/** A need that is sought again is matched at once: the outbox runs the round, even if this process ends here. */
const rematch = (before: Cover.Info, after: Cover.Info, at: string): Effect[] =>
  after.status === "open" && before.status !== "open"
    ? [
        {
          kind: "cover.round",
          id: `cover.round:${after.activityId}:${after.id}:${before.version + 1}`,
          dueAt: at,
          activityId: after.activityId,
        },
      ]
    : [];

async function move(
  deps: CoverDeps,
  change: {
    activity: Activity;
    key: Key;
    at: string;
    /** The need, if it was read before. */
    seen?: Cover.Info;
    /** Those whose names the messages may use, besides the need's own. */
    others: readonly string[];
    decide: (need: Cover.Info) => Cover.Info;
    audit?: (after: Cover.Info) => Entry;
  },
): Promise<Cover.Info> {
  const { activity, key, at } = change;
  const seen = change.seen ?? (await deps.covers.get(key.activityId, key.needId));
  const words = await wordsOf(deps, [seen], change.others);
  const moved = await deps.covers.change(key, at, (before) => {
    const after = change.decide(before);
    if (after === before) return { item: before };
    const effects = [...messagesOf(activity, { before, after, at }, words), ...rematch(before, after, at)];
    return { item: after, effects, audit: change.audit ? [change.audit(after)] : [] };
  });
  deps.wake();
  return moved;
}

/** Who takes part or waits for a place covers for nobody in the activity. @throws `cover.participant` */
async function refusePartaker(deps: CoverDeps, activity: Activity, memberId: string): Promise<void> {
  if ((await deps.participations.ofMember(activity, memberId)).some(isActive)) throw participant();
}

/** Whoever works then cannot cover. @throws `cover.on_shift` */
async function refuseAtWork(deps: CoverDeps, need: Cover.Info, memberId: string): Promise<void> {
  const [shift] = await deps.shifts.ofMembers([memberId], need, deps.zone);
  if (shift)
    throw new Refusal(
      "conflict",
      "cover.on_shift",
      `There is an own shift from ${shift.startsAt} to ${shift.endsAt}; nobody covers while at work.`,
    );
}

/** The asked person agrees. @throws see `cover/answer.ts`; `cover.participant`, `cover.on_shift`, `cover.overlaps`, `lifecycle.cancelled` */
export async function acceptCover(
  deps: CoverDeps,
  key: Key,
  { memberId, at }: { memberId: string; at: string },
): Promise<Cover.Info> {
  const { activity } = await standingOf(deps, key.activityId);
  const need = await deps.covers.get(key.activityId, key.needId);
  await refusePartaker(deps, activity, memberId);
  accept(need, { memberId, at });
  await refuseAtWork(deps, need, memberId);
  return move(deps, {
    activity,
    key,
    at,
    seen: need,
    others: [memberId],
    decide: (now) => accept(now, { memberId, at }),
  });
}

/** The asked person says no; the next best is asked at once. @throws see `cover/answer.ts`; `lifecycle.cancelled` */
export async function declineCover(
  deps: CoverDeps,
  key: Key,
  answer: { memberId: string; at: string; reason?: string | undefined },
): Promise<Cover.Info> {
  const { activity } = await standingOf(deps, key.activityId);
  return move(deps, { activity, key, at: answer.at, others: [], decide: (need) => decline(need, answer) });
}

const entryOf = (
  deps: CoverDeps,
  { key, at, by, action, reason }: { key: Key; at: string; by: By; action: string; reason?: string | undefined },
  detail: Record<string, unknown>,
): Entry => ({
  subjectId: key.activityId,
  id: deps.newId("aud"),
  at,
  action,
  ...by,
  ...(reason === undefined ? {} : { reason }),
  detail: { needId: key.needId, ...detail },
});

/** The post's head confirms or turns down who agreed. @throws see `cover/answer.ts`; `lifecycle.cancelled` */
export async function decideCover(
  deps: CoverDeps,
  key: Key,
  decision: { by: By; at: string } & ({ confirmed: true } | { confirmed: false; reason: string }),
): Promise<Cover.Info> {
  const { by, at } = decision;
  const { activity } = await standingOf(deps, key.activityId);
  const reason = decision.confirmed ? undefined : decision.reason;
  const action = decision.confirmed ? "cover.confirm" : "cover.turnDown";
  return move(deps, {
    activity,
    key,
    at,
    others: [],
    decide: (need) =>
      decision.confirmed
        ? confirm(need, { by: by.actorId, at })
        : turnDown(need, { by: by.actorId, at, reason: decision.reason }),
    audit: () => entryOf(deps, { key, at, by, action, reason }, {}),
  });
}

/**
 * Puts down by hand who agreed to cover: a party member who is not at work then; whether the post fits is the assigner's
 * to judge, so a reason is kept.
 *
 * @throws see `cover/answer.ts`; `cover.not_party_member`, `cover.participant`, `cover.on_shift`, `cover.overlaps`, `lifecycle.cancelled`
 */
export async function assignCover(
  deps: CoverDeps,
  key: Key,
  { memberId, reason, by, at }: { memberId: string; reason: string; by: By; at: string },
): Promise<Cover.Info> {
  const { activity } = await standingOf(deps, key.activityId);
  const need = await deps.covers.get(key.activityId, key.needId);
  const day = dayOf(need.from, deps.zone);
  const [member] = await deps.members.getMany([memberId]);
  if (!member || !isEmployedOn(member, day))
    throw new Refusal("missing", "member.missing", `There is nobody ${memberId} on the roster that day.`);
  if (politicalStatusOn(member, day) !== "partyMember")
    throw new Refusal("conflict", "cover.not_party_member", "Covers are done by party members who do not take part.");
  await refusePartaker(deps, activity, memberId);
  await refuseAtWork(deps, need, memberId);
  return move(deps, {
    activity,
    key,
    at,
    seen: need,
    others: [memberId],
    decide: (now) => assign(now, { memberId, reason, by: by.actorId, at }),
    audit: () => entryOf(deps, { key, at, by, action: "cover.assign", reason }, { memberId }),
  });
}
