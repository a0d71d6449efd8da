import { createRoute } from "@hono/zod-openapi";
import { allow } from "@yigong/core/permission/policy.ts";
import { Preference } from "@yigong/core/preference/index.ts";
import type { Preferences } from "@yigong/core/preference/preference.store.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, routes, security } from "../lib/edge.ts";

const tags = ["Me"];
const route = (summary: string) => ({ path: "/me/preferences", summary, tags, security }) as const;
const PreferenceView = Preference.Info.omit({ memberId: true, version: true }).openapi("Preferences");

/** How I like to be told. */
export const preferenceRoutes = ({ preferences }: { preferences: Preferences }) => {
  const own = (c: Context<Env>): string => {
    const { memberId } = actorOf(c);
    allow(actorOf(c), "preference.own", { ownerId: memberId });
    return memberId;
  };
  return routes()
    .openapi(
      createRoute({
        ...route("By which channel I like to be told what, and whether outcomes come in one digest a day"),
        method: "get",
        responses: answers(PreferenceView, "What I have chosen; nothing chosen is the usual"),
      }),
      async (c) => c.json(PreferenceView.parse(await preferences.get(own(c))), 200),
    )
    .openapi(
      createRoute({
        ...route("Choose by which channel I am told what, and whether outcomes come in one digest a day"),
        method: "put",
        request: body(Preference.Wish),
        responses: answers(PreferenceView, "What I have chosen"),
      }),
      async (c) => {
        const wish = c.req.valid("json");
        const saved = await preferences.change(own(c), (before) => Preference.prefer(before, wish));
        return c.json(PreferenceView.parse(saved), 200);
      },
    );
};
