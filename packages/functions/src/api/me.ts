import { createRoute, z } from "@hono/zod-openapi";
import { findHome } from "@yigong/application/todo/find-home.ts";
import { findTasks } from "@yigong/application/todo/list-tasks.ts";
import type { HomeDeps } from "@yigong/application/todo/todo-stores.ts";
import { LANGUAGES } from "@yigong/core/language/catalogue.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Todo } from "@yigong/core/todo/index.ts";
import type { Context } from "hono";
import { languageOf } from "../lib/accept-language.ts";
import { actorOf, answers, body, type Env, ownRowOf, routes, security } from "../lib/edge.ts";
import { HomeView, homeView, TodosView } from "./me.view.ts";

const tags = ["Me"];
const Reader = z.object({ "accept-language": z.string().optional() });
const Chosen = z.object({ language: z.enum(LANGUAGES).nullable() });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface MeDeps extends HomeDeps {
  members: Pick<Members, "get" | "getMany" | "change">;
  now: () => string;
}

/** What a signed-in person sees first: one call for the home, one for all that is asked of them. */
export const meRoutes = (deps: MeDeps) => {
  const { zone } = deps;
  const asking = async (c: Context<Env>) => {
    const [actor, at] = [actorOf(c), deps.now()];
    return { actor, at, member: ownRowOf(c) ?? (await deps.members.get(actor.memberId)) };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/me/home", "All that my home shows: what is next, my points, the activities that concern me"),
        method: "get",
        request: { headers: Reader },
        responses: answers(HomeView, "My home"),
      }),
      async (c) => {
        const who = await asking(c);
        const language = languageOf(who.member.language, c.req.valid("header")["accept-language"]);
        c.header("cache-control", "private, no-cache");
        const seen = { language, setting: { zone }, day: dayOf(who.at, zone) };
        return c.json(homeView(await findHome(deps, who), who, seen), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/todo", "What is asked of me, in the order in which it is due"),
        method: "get",
        request: { headers: Reader },
        responses: answers(TodosView, "Tasks, each with the page where it is done"),
      }),
      async (c) => {
        const who = await asking(c);
        const language = languageOf(who.member.language, c.req.valid("header")["accept-language"]);
        c.header("cache-control", "private, no-cache");
        const { tasks } = await findTasks(deps, who);
        return c.json({ items: tasks.map((task) => Todo.worded(task, language, { zone, asOf: who.at })) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/language", "Choose the language in which I am spoken to; null leaves it to my program"),
        method: "put",
        request: body(Chosen),
        responses: answers(Chosen, "The language chosen"),
      }),
      async (c) => {
        const [{ language }, { memberId }, at] = [c.req.valid("json"), actorOf(c), deps.now()];
        allow(actorOf(c), "member.speak", { ownerId: memberId });
        const changed = await deps.members.change(memberId, (member) => ({
          to: Member.speak(member, language ?? undefined),
          at,
        }));
        return c.json({ language: changed.language ?? null }, 200);
      },
    );
};
