import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { type BoardAlarm, boardAlarm } from "../message/board-alarm.ts";
import { isRejected } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";

export interface Publishing {
  announcements: Announcements;
  members: Pick<Members, "withRole">;
  channels: Channels;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  /** The alliance's zone, in which times are told. */
  zone: string;
  now: () => string;
}

/**
 * Posts an announcement to the office system's board, in Chinese as all notices there.
 *
 * Safe to run twice: a published one is not posted again; only a crash between the post and its note makes a second
 * copy, with the same key. Without a board the notice is published here alone. One that the board refuses, or that is still
 * not out when it is of no use any more, is told to the alliance and the administrators.
 * @throws `channel.unavailable`, so that the outbox comes again
 */
export async function publishAnnouncement(
  effect: EffectOf<"announcement.publish">,
  { announcements, members, channels, origin, zone, now }: Publishing,
  { signal }: Pick<Attempt, "signal"> = {},
): Promise<Handled> {
  const announcement = await announcements.get(effect.activityId, effect.announcementId);
  if (announcement.status !== "queued") return done;
  const giveUp = async (code: string, alarm: Omit<BoardAlarm, "title" | "cause" | "at">) => {
    const at = now();
    const { title } = announcement.content;
    const told = await boardAlarm({ ...alarm, title, cause: announcement.id, at }, { members, now });
    await announcements.settle(Announcement.refuse(announcement, code, at), told, at);
    return done;
  };
  if (channels.board && now() >= Announcement.worthUntil(announcement))
    return giveUp("announcement.too_late", { template: "alarm.noticeTooLate" });
  try {
    const link = `${origin()}${PAGE.activity(announcement.activityId)}`;
    const rendered = Announcement.render("zh-CN", announcement, zone, await earlierOf(announcements, announcement));
    await channels.board?.post({ key: announcement.id, ...rendered, link }, signal);
    await announcements.settle(Announcement.publish(announcement, now()));
  } catch (error) {
    if (!isRejected(error)) throw error;
    return giveUp(error.code, { template: "alarm.noticeRefused", answer: error.answer });
  }
  return done;
}

/** The revision before, by which the text says what changed. */
const earlierOf = (announcements: Pick<Announcements, "find">, { activityId, revision }: Announcement.Info) =>
  revision === 1 ? undefined : announcements.find(activityId, Announcement.idFor(activityId, revision - 1));
