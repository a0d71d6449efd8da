import { createRoute, z } from "@hono/zod-openapi";
import { listOutbox, type OutboxDeps, STATES } from "@yigong/application/message/list-outbox.ts";
import { findRetried, type RetryDeps, retryMessage } from "@yigong/application/message/retry-message.ts";
import { type ReceiptDeps, takeReceipts } from "@yigong/application/message/take-receipts.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { Message } from "@yigong/core/message/index.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import type { Context } from "hono";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { OutboxView, outboxView, retriedOf } from "./outbox.view.ts";

const tags = ["Messages"];
const Listing = PageRequest.extend({
  state: z.enum(STATES).optional(),
  activityId: Activity.Id.optional(),
  memberId: Member.Id.optional(),
  kind: z.string().min(1).max(80).optional(),
});

const MOST_RECEIPTS = 100;
const REFERENCE = /^(msg_[0-9a-z]{26})\.(mem_[0-9a-z]{26})$/;
const Receipt = z.object({
  reference: z.string().regex(REFERENCE),
  channel: Message.Channel,
  state: z.enum(["delivered", "read", "failed"]),
  at: Instant,
});
const receiptOf = ({ reference, ...told }: z.output<typeof Receipt>) => {
  const [messageId = "", memberId = ""] = reference.split(".");
  return { ...told, messageId, memberId };
};

/** Every message that goes out: what became of it, why it failed, and sending it again. */
export const outboxRoutes = (deps: OutboxDeps & RetryDeps & ReceiptDeps) => {
  /** The alliance and administrators see all, an organizer what their activity sends. */
  const allowed = async (actor: Actor, action: Action, activityId: string | undefined) => {
    const activity = activityId === undefined ? undefined : await deps.activities.get(activityId, recent);
    return allow(actor, action, activity && activitySubjectBeyondTeam(activity));
  };
  const momentOf = (c: Context) => ({ language: languageFor(c), now: deps.now(), zone: deps.zone });
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/outbox",
        summary: "Every message, what became of it and why; what waits comes first",
        tags,
        security,
        request: { query: Listing },
        responses: answers(pageOf(OutboxView), "Messages; a filtered page may be shorter than asked for"),
      }),
      async (c) => {
        const { limit, cursor, ...filter } = c.req.valid("query");
        await allowed(actorOf(c), "message.readAll", filter.activityId);
        const { items, ...page } = await listOutbox(deps, filter, { limit, cursor });
        return c.json({ ...page, items: items.map(outboxView(momentOf(c))) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/outbox/receipts",
        summary: "Tell what became of messages that a channel took, by their references",
        tags,
        security,
        request: body(z.object({ receipts: z.array(Receipt).min(1).max(MOST_RECEIPTS) })),
        responses: answers(z.object({ taken: z.int() }).openapi("ReceiptsTaken"), "How many told something new"),
      }),
      async (c) => {
        allow(actorOf(c), "message.receive");
        const receipts = c.req.valid("json").receipts.map(receiptOf);
        return c.json({ taken: await takeReceipts(deps, receipts, deps.now()) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/outbox/{id}/retry",
        summary: "Send a message again now that did not arrive",
        tags,
        security,
        request: { params: z.object({ id: z.string().min(1).max(800) }) },
        responses: { 204: { description: "It is on its way" } },
      }),
      async (c) => {
        const found = await findRetried(deps, retriedOf(c.req.valid("param").id));
        const by = await allowed(actorOf(c), "message.retry", found.activityId);
        await retryMessage(deps, found, { ...by, at: deps.now() });
        return c.body(null, 204);
      },
    );
};
