import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { isRejected } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";
import { done, type Handled } from "../ports/effect-handler.ts";

export interface Publishing {
  announcements: Announcements;
  channels: Channels;
  /** The alliance's zone, in which times are told. */
  zone: string;
  now: () => string;
}

/**
 * Posts an announcement to the office system's board, in Chinese as all notices there.
 *
 * Safe to run twice: a published one is not posted again; only a crash between the post and its note makes a second
 * copy, with the same key. Without a board the notice is published here alone.
 * @throws `channel.unavailable`, so that the outbox comes again
 */
export async function publishAnnouncement(
  effect: EffectOf<"announcement.publish">,
  { announcements, channels, zone, now }: Publishing,
): Promise<Handled> {
  const announcement = await announcements.get(effect.activityId, effect.announcementId);
  if (announcement.status !== "queued") return done;
  try {
    await channels.board?.post({ key: announcement.id, ...Announcement.render("zh-CN", announcement, zone) });
    await announcements.settle(Announcement.publish(announcement, now()));
  } catch (error) {
    if (!isRejected(error)) throw error;
    await announcements.settle(Announcement.refuse(announcement, error.code, now()));
  }
  return done;
}
