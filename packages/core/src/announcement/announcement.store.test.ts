import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dynamoOutbox } from "../outbox/outbox.store.ts";
import { type Announcements, dynamoAnnouncements } from "./announcement.store.ts";
import type { Info } from "./announcement.ts";
import { Announcement } from "./index.ts";

let test: TestTable;
let announcements: Announcements;
beforeAll(async () => {
  test = await testTable();
  announcements = dynamoAnnouncements(test.table);
});
afterAll(() => test.stop());

function announcement(name: string, revision: number, createdAt: string): Info {
  const activityId = `act_${name.padEnd(26, "0")}`;
  const content = {
    title: name,
    description: "说明",
    place: "海陵",
    risks: "无",
    origin: "team",
    sessions: [],
    recruitUntil: createdAt,
  } as const;
  const id = Announcement.idFor(activityId, revision);
  return { id, activityId, revision, content: { ...content, sessions: sessions(name) }, createdAt, status: "queued" };
}

const sessions = (name: string) =>
  Announcement.Content.shape.sessions.parse([
    {
      id: `ses_${name.padEnd(26, "0")}`,
      startsAt: "2026-09-12T01:00:00.000Z",
      endsAt: "2026-09-12T04:00:00.000Z",
      positions: [{ id: `pos_${name.padEnd(26, "0")}`, name: "清理", headCount: 2, requiredSkills: [] }],
    },
  ]);

describe("announcements", () => {
  it("are sent on their way together with their row, once", async () => {
    const first = announcement("first", 1, "2026-09-01T00:00:00.000Z");
    await announcements.announce(first);
    await announcements.settle(Announcement.publish(first, "2026-09-01T00:00:01.000Z"));
    await announcements.announce({ ...first, createdAt: "2026-09-02T00:00:00.000Z" });
    const row = await dynamoOutbox(test.table).get(`announcement.publish#${first.id}`);

    expect(row?.effect).toMatchObject({
      kind: "announcement.publish",
      announcementId: first.id,
      dueAt: first.createdAt,
    });
    expect(await announcements.get(first.activityId, first.id)).toMatchObject({ status: "published" });
  });

  it("stay readable: the newest of an activity first asked for, all of them in the list, newest first", async () => {
    const told = [1, 2, 3].map((revision) => announcement("again", revision, `2026-10-0${revision}T00:00:00.000Z`));
    for (const one of told) await announcements.announce(one);
    const first = await announcements.list({ limit: 2 });
    const rest = await announcements.list({ limit: 2, cursor: first.cursor });

    expect(await announcements.latest(told[0]?.activityId ?? "")).toEqual(told[2]);
    expect([...first.items, ...rest.items].slice(0, 3)).toEqual(told.toReversed());
  });

  it("are missing for an activity that was never announced", async () => {
    const activityId = `act_${"9".repeat(26)}`;

    await expect(announcements.latest(activityId)).rejects.toMatchObject({ code: "announcement.missing" });
    await expect(announcements.get(activityId, "ann_x")).rejects.toMatchObject({ code: "announcement.missing" });
  });
});
