import { type Announcements, dynamoAnnouncements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "../lib/edge.ts";
import { announcementRoutes } from "./announcement.ts";
import { onError } from "./problem.ts";

const createdAt = "2026-09-01T00:00:00.000Z";
const activityId = `act_${"1".repeat(26)}`;

let test: TestTable;
let announcements: Announcements;
beforeAll(async () => {
  test = await testTable();
  announcements = dynamoAnnouncements(test.table);
  for (const revision of [1, 2]) await announcements.announce(announcement(revision));
  await announcements.settle(Announcement.refuse(announcement(2), "channel.rejected", createdAt));
});
afterAll(() => test.stop());

function announcement(revision: number): Announcement.Info {
  const session = {
    id: `ses_${"0".repeat(26)}`,
    startsAt: "2026-09-12T01:00:00.000Z",
    endsAt: "2026-09-12T04:00:00.000Z",
    positions: [{ id: `pos_${"0".repeat(26)}`, name: "清理", headCount: 2, requiredSkills: [] }],
  };
  const about = { title: "净滩行", description: "说明", place: "海陵", risks: "河边路滑", origin: "team" };
  const content = Announcement.Content.parse({
    ...about,
    sessions: [session],
    recruitUntil: "2026-09-09T10:00:00.000Z",
  });
  return { id: Announcement.idFor(activityId, revision), activityId, revision, content, createdAt, status: "queued" };
}

/** Asks as somebody without any role. */
async function get(path: string) {
  const app = routes();
  app.use(async (c, next) => {
    c.set("actor", { memberId: "mem_1", grants: [] });
    await next();
  });
  app.route("/", announcementRoutes({ announcements, zone: "Asia/Shanghai" }));
  app.onError(onError(() => {}));
  const answer = await app.request(path);
  return { status: answer.status, body: await answer.json() };
}

describe("announcements", () => {
  it("are read by everybody, newest first, page by page", async () => {
    const first = await get("/announcements?limit=1");
    const second = await get(`/announcements?limit=1&cursor=${first.body.cursor}`);

    expect([first.body.items[0].revision, second.body.items[0].revision]).toEqual([2, 1]);
  });

  it("say in the reader's language what is asked, where the activity is shown", async () => {
    const chinese = await get(`/activities/${activityId}/announcement`);
    const english = await get(`/activities/${activityId}/announcement?language=en`);

    expect(chinese.body).toMatchObject({ status: "refused", revision: 2, title: "招募公告（第2次修订）：净滩行" });
    expect(english.body.paragraphs).toContain("Risks: 河边路滑");
    expect(chinese.body).not.toHaveProperty("code");
  });

  it.each([
    [404, "announcement.missing", `/activities/act_${"9".repeat(26)}/announcement`],
    [400, "input.invalid", "/activities/act_1/announcement"],
    [400, "input.invalid", "/announcements?language=fr"],
    [400, "page.bad_cursor", "/announcements?cursor=nonsense"],
  ])("answer %i %s to %s", async (status, code, path) => {
    const answer = await get(path);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
