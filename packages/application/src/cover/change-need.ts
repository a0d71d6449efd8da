import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { messagesOf } from "./cover-messages.ts";
import { namesOf } from "./cover-names.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** A need for cover in an activity. */
export interface NeedKey {
  activityId: string;
  needId: string;
}

/** A need that is open again is matched at once, by an effect, so that a crash after the transaction loses no round. */
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

/** Changes a need by a decision, with what people are told of it; then the outbox is woken. */
export async function changeNeed(
  deps: CoverDeps,
  change: {
    activity: Activity;
    key: NeedKey;
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
  const names = await namesOf(deps, [seen], change.others);
  const moved = await deps.covers.change(key, at, (before) => {
    const after = change.decide(before);
    if (after === before) return { item: before };
    const effects = [...messagesOf(activity, { before, after, at }, names), ...rematch(before, after, at)];
    return { item: after, effects, audit: change.audit ? [change.audit(after)] : [] };
  });
  deps.wake();
  return moved;
}
