import { createRoute, z } from "@hono/zod-openapi";
import { text } from "@yigong/core/language/index.ts";
import { OFFICES } from "@yigong/core/member/accounts.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { CardsPort } from "../cards/cards-from-settings.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";

const CardsView = z
  .object({
    items: z.array(
      z.object({
        provider: z.enum(OFFICES),
        name: z.string(),
        configured: z.boolean(),
        callback: z.string(),
        settings: z.array(z.object({ name: z.string(), set: z.boolean() })),
      }),
    ),
  })
  .openapi("CardSettings");

/** The office apps that may show cards, for administrators: never a secret. */
export const cardSettingRoutes = ({ origin }: { origin: () => string }, { apps, setup }: CardsPort) =>
  routes().openapi(
    createRoute({
      path: "/settings/cards",
      method: "get",
      summary: "Cards with buttons in office apps: what is set up, and the address to enter at each app",
      tags: ["Organization"],
      security,
      responses: answers(CardsView, "Each office app, without its secrets"),
    }),
    async (c) => {
      allow(actorOf(c), "organization.change");
      const view = (provider: (typeof OFFICES)[number]) => ({
        provider,
        name: text(languageFor(c), `identity.provider.${provider}`),
        configured: apps.some((app) => app.provider === provider),
        callback: `${origin()}/callback/${provider}`,
        settings: setup[provider],
      });
      return c.json({ items: OFFICES.map(view) }, 200);
    },
  );
