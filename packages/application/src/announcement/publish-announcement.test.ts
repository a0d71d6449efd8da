import { type Announcements, dynamoAnnouncements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rejected, unavailable } from "../ports/channel-fault.ts";
import type { Board, Notice } from "../ports/channels.ts";
import { type Publishing, publishAnnouncement } from "./publish-announcement.ts";

let test: TestTable;
let announcements: Announcements;
beforeAll(async () => {
  test = await testTable();
  announcements = dynamoAnnouncements(test.table);
});
afterAll(() => test.stop());

const at = "2026-09-01T00:00:00.000Z";

/** Announces an activity of its own and hands back the effect that publishes it. */
async function announced(name: string) {
  const activityId = `act_${name.padEnd(26, "0")}`;
  const id = Announcement.idFor(activityId, 1);
  const session = {
    id: `ses_${"0".repeat(26)}`,
    startsAt: "2026-09-12T01:00:00.000Z",
    endsAt: "2026-09-12T04:00:00.000Z",
    positions: [{ id: `pos_${"0".repeat(26)}`, name: "清理", headCount: 2, requiredSkills: [] }],
  };
  const content = Announcement.Content.parse({
    title: "净滩行",
    description: "说明",
    place: "海陵",
    risks: "无",
    origin: "team",
    sessions: [session],
    recruitUntil: "2026-09-09T10:00:00.000Z",
  });
  await announcements.announce({ id, activityId, revision: 1, content, createdAt: at, status: "queued" });
  return { kind: "announcement.publish", id: "effect", dueAt: at, activityId, announcementId: id } as const;
}

/** Who holds which roles; `BOTH` is told once. */
const holders = { alliance: ["LEAD", "BOTH"], administrator: ["BOTH", "ADMIN"] } as Record<string, string[]>;
const granted = (role: string) => [{ role, scope: { kind: "all" }, from: "2026-01-01T00:00:00.000Z" }];
const members = {
  withRole: async (role: string) => (holders[role] ?? []).map((id) => ({ id, roles: granted(role) })),
} as unknown as Publishing["members"];

const deps = (post?: Board["post"]) => ({
  announcements,
  members,
  channels: { board: post && { post } },
  zone: "Asia/Shanghai",
  origin: () => "https://yigong.example",
  now: () => at,
});

/** The alarms about an announcement that are on their way. */
const alarmsOf = async ({ announcementId }: { announcementId: string }) =>
  (await dynamoOutbox(test.table).due("2099-01-01T00:00:00.000Z", 500))
    .map(({ effect }) => effect)
    .filter(({ id }) => id.startsWith("message.send#alarm.") && id.endsWith(announcementId));

describe("publishing an announcement", () => {
  it("run twice, posts once and says so", async () => {
    const effect = await announced("once");
    const posted: Notice[] = [];
    const to = deps(async (notice) => void posted.push(notice));
    await publishAnnouncement(effect, to);
    await publishAnnouncement(effect, to);

    expect(posted).toMatchObject([{ key: effect.announcementId, title: "招募公告：净滩行" }]);
    expect(await announcements.latest(effect.activityId)).toMatchObject({ status: "published", publishedAt: at });
  });

  it("comes again when the office system is down", async () => {
    const effect = await announced("down");
    const down = deps(() => Promise.reject(unavailable("wecom", "answered 503")));

    await expect(publishAnnouncement(effect, down)).rejects.toMatchObject({ kind: "unavailable" });
    expect(await announcements.latest(effect.activityId)).toMatchObject({ status: "queued" });
  });

  it("keeps an announcement readable here that the office system refuses", async () => {
    const effect = await announced("refused");
    await publishAnnouncement(
      effect,
      deps(() => Promise.reject(rejected("feishu", "answered with code 19021", 19021))),
    );

    expect(await announcements.latest(effect.activityId)).toMatchObject({
      status: "refused",
      code: "channel.rejected",
    });
  });

  it("tells the alliance and the administrators once, with the reason, that it was refused", async () => {
    const effect = await announced("tells");
    const refusing = deps(() => Promise.reject(rejected("wecom", "answered with code 93000", 93000)));
    await publishAnnouncement(effect, refusing);
    await publishAnnouncement(effect, refusing);

    expect(await alarmsOf(effect)).toMatchObject([
      {
        template: "alarm.noticeRefused",
        to: { memberIds: ["LEAD", "BOTH", "ADMIN"] },
        params: { title: "净滩行", answer: "93000" },
      },
    ]);
  });

  it("is tried until recruiting ends; then the alliance and the administrators are told that it is not out", async () => {
    const effect = await announced("late");
    const down = deps(() => Promise.reject(unavailable("wecom", "answered 503")));
    await expect(publishAnnouncement(effect, { ...down, now: () => "2026-09-09T09:59:59.999Z" })).rejects.toMatchObject(
      { kind: "unavailable" },
    );
    const before = await alarmsOf(effect);
    await publishAnnouncement(effect, { ...down, now: () => "2026-09-09T10:00:00.000Z" });

    expect(before).toEqual([]);
    expect(await alarmsOf(effect)).toMatchObject([{ template: "alarm.noticeTooLate", params: { title: "净滩行" } }]);
    expect(await announcements.latest(effect.activityId)).toMatchObject({ code: "announcement.too_late" });
  });

  it("publishes here alone where there is no board", async () => {
    const effect = await announced("alone");
    await publishAnnouncement(effect, deps());

    expect(await announcements.latest(effect.activityId)).toMatchObject({ status: "published" });
  });
});
