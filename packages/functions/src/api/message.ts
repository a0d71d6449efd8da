import { createRoute, z } from "@hono/zod-openapi";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, pageOf, routes, security } from "../lib/edge.ts";

const tags = ["Messages"];
const MessagePage = pageOf(Message.View);

/** What the caller was told. Nobody reads another person's messages. */
export const messageRoutes = ({ messages, now }: { messages: Messages; now: () => string }) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/messages",
        summary: "What I was told, newest first",
        tags,
        security,
        request: { query: PageRequest },
        responses: answers(MessagePage, "My messages"),
      }),
      async (c) => {
        const actor = actorOf(c);
        allow(actor, "message.read", { ownerId: actor.memberId });
        return c.json(MessagePage.parse(await messages.list(actor.memberId, c.req.valid("query"))), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: "/messages/{id}/read",
        summary: "Note that I opened a message",
        tags,
        security,
        request: { params: z.object({ id: Message.Id }) },
        responses: answers(Message.View, "The message with the instant at which it was first opened"),
      }),
      async (c) => {
        const actor = actorOf(c);
        allow(actor, "message.read", { ownerId: actor.memberId });
        return c.json(Message.View.parse(await messages.markRead(actor.memberId, c.req.valid("param").id, now())), 200);
      },
    );
