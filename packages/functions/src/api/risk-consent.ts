import { createRoute, z } from "@hono/zod-openapi";
import { renewConsent } from "@yigong/application/participation/renew-consent.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";

/** Agreeing anew to an activity whose risks were changed. @source State Council Order 685 */
export const riskConsentRoutes = (deps: Parameters<typeof renewConsent>[0] & { now: () => string }) => {
  const renew = renewConsent(deps);
  return routes().openapi(
    createRoute({
      method: "post",
      path: "/activities/{id}/sign-ups/me/consent",
      summary: "Agree to the risks as they are stated now",
      tags: ["Participation"],
      security,
      request: {
        params: z.object({ id: Activity.Id }),
        ...body(z.object({ acceptsRisks: z.literal(true), risksAt: Instant })),
      },
      responses: answers(z.object({ places: z.int() }), "In how many places the consent now stands"),
    }),
    async (c) => {
      const { memberId } = actorOf(c);
      allow(actorOf(c), "participation.own", { ownerId: memberId });
      const { risksAt } = c.req.valid("json");
      return c.json(await renew({ activityId: c.req.valid("param").id, memberId, risksAt, at: deps.now() }), 200);
    },
  );
};
