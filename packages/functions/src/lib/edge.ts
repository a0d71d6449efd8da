import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import type { Context } from "hono";
import { refuseInput } from "./refuse-input.ts";

/** What every request carries once it is signed in. */
export interface Env {
  Variables: {
    actor: Actor;
    /** The row that signing in read; undefined before the roster has an administrator. */
    member?: Member | undefined;
  };
}

/** A group of routes whose inputs are refused with `input.invalid` before a handler runs. */
export const routes = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw refuseInput(result.error.issues);
    },
  });

/** Who acts. */
export const actorOf = (c: Context<Env>): Actor => c.get("actor");

/** The actor's row as signing in read it, so that handlers need no second read. */
export const ownRowOf = (c: Context<Env>): Member | undefined => c.get("member");

/** A JSON body of a route's description. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

/** A JSON answer of a route's description; problems are documented once for all routes. */
export const answers = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
});

/** A page of items, as every list answers. */
export const pageOf = <Schema extends z.ZodType>(item: Schema) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });

export const security = [{ bearer: [] }];
