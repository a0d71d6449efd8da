import { createRoute, z } from "@hono/zod-openapi";
import { Activity } from "@yigong/core/activity/index.ts";
import type { Announcements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import { LANGUAGES } from "@yigong/core/language/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, pageOf, routes, security } from "../lib/edge.ts";

const tags = ["Announcements"];

/** An announcement as people read it: worded in their language, with when and whether the office system took it. */
export const AnnouncementView = z
  .object({
    id: Announcement.Id,
    activityId: z.string(),
    revision: z.int(),
    status: z.enum(["queued", "published", "refused"]),
    createdAt: z.string(),
    publishedAt: z.string().optional(),
    language: z.enum(LANGUAGES),
    title: z.string(),
    paragraphs: z.array(z.string()),
    /** What this revision says otherwise than the one before, one line a change. */
    changes: z.array(z.string()),
  })
  .openapi("Announcement");

const Reading = z.object({ language: z.enum(LANGUAGES).default("zh-CN") });
type Reading = z.infer<typeof Reading>;

const view = (
  announcement: Announcement.Info,
  { language, zone }: Reading & { zone: string },
  before?: Announcement.Info,
) => {
  const changes = before ? Announcement.changesBetween(language, before, announcement, zone) : [];
  const { paragraphs, title } = Announcement.render(language, announcement, zone);
  return AnnouncementView.parse({ ...announcement, language, title, paragraphs, changes });
};

/** Recruitment announcements, which stay readable. */
export const announcementRoutes = ({ announcements, zone }: { announcements: Announcements; zone: string }) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/announcements",
        summary: "Recruitment announcements, newest first",
        tags,
        security,
        request: { query: PageRequest.extend(Reading.shape) },
        responses: answers(pageOf(AnnouncementView), "Announcements of all activities"),
      }),
      async (c) => {
        allow(actorOf(c), "announcement.read");
        const { language, ...page } = c.req.valid("query");
        const { items, cursor } = await announcements.list(page);
        return c.json({ items: items.map((one) => view(one, { language, zone })), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/announcement",
        summary: "The newest announcement of an activity",
        tags,
        security,
        request: { params: z.object({ id: Activity.Id }), query: Reading },
        responses: answers(AnnouncementView, "The announcement"),
      }),
      async (c) => {
        allow(actorOf(c), "announcement.read");
        const [found, before] = await announcements.newestTwo(c.req.valid("param").id);
        return c.json(view(found, { ...c.req.valid("query"), zone }, before), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/announcements",
        summary: "All revisions of an activity's announcement, newest first, with what changed when",
        tags,
        security,
        request: { params: z.object({ id: Activity.Id }), query: Reading },
        responses: answers(z.object({ items: z.array(AnnouncementView) }), "The announcement and its revisions"),
      }),
      async (c) => {
        allow(actorOf(c), "announcement.read");
        const found = await announcements.of(c.req.valid("param").id);
        const asked = { ...c.req.valid("query"), zone };
        return c.json({ items: found.map((one, at) => view(one, asked, found[at + 1])) }, 200);
      },
    );
