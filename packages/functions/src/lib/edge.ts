import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import type { Info as Session } from "@yigong/core/session/session.ts";
import { needed } from "@yigong/core/session/step-up.ts";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { NO_SUCH_FIELD } from "./issue-words.ts";
import { InputRefusal, refuseInput } from "./refuse-input.ts";
import { unknownFields } from "./unknown-fields.ts";

/** What every request carries once it is signed in. */
export interface Env {
  Variables: {
    actor: Actor;
    /** The row that signing in read; undefined before the roster has an administrator. */
    member?: Member | undefined;
    /** The session of a browser; undefined for a program with a bearer token. */
    session?: Session | undefined;
    /** Whether a session has to enter a fresh one-time code before it does something delicate. */
    stepUpNeeded?: boolean | undefined;
  };
}

/** Inputs of which every field is known; others, such as headers, are shared with everybody on the way. */
const CLOSED: Record<string, (c: Context) => unknown> = {
  json: async (c) => c.req.json(),
  query: (c) => c.req.query(),
};

/**
 * A group of routes whose inputs are refused with `input.invalid` before a handler runs: also for a field that there is
 * not, since what is misspelt would otherwise be taken for not said.
 */
export function routes() {
  const app = new OpenAPIHono<Env>({
    defaultHook: async (result, c) => {
      if (!result.success) throw refuseInput(result.error.issues);
      const unknown = unknownFields(await CLOSED[result.target]?.(c), result.data);
      if (unknown.length > 0) throw new InputRefusal(unknown.map((path) => ({ path, said: NO_SUCH_FIELD })));
    },
  });
  const openapi = app.openapi;
  app.openapi = ((route, ...rest) => {
    const stepUp = STEP_UP_KEY in route && route[STEP_UP_KEY] === true ? { middleware: steppedUp } : {};
    return openapi({ ...route, ...stepUp, request: { query: NOTHING, ...route.request } }, ...rest);
  }) as typeof openapi;
  return app;
}

const STEP_UP_KEY = "x-step-up";

/** In the description of a route: asked by a session, it takes a fresh one-time code. */
export const STEP_UP = {
  [STEP_UP_KEY]: true,
  description: "A session enters a fresh one-time code first (`/me/step-up`); a program's token needs none.",
} as const;

/** The same for a route that asks for it when money is granted, with `requireSteppedUp`. */
export const STEP_UP_FOR_MONEY = {
  [STEP_UP_KEY]: "money",
  description: "To grant money, a session enters a fresh one-time code first (`/me/step-up`).",
} as const;

/**
 * Lets a session go on that has entered a fresh one-time code. A program's token needs none: a person made it for just
 * this, with a code.
 *
 * @throws `auth.step_up_needed`
 */
export function requireSteppedUp(c: Context<Env>): void {
  if (c.get("stepUpNeeded")) throw needed();
}

const steppedUp = createMiddleware<Env>(async (c, next) => {
  requireSteppedUp(c);
  await next();
});

/** A route that asks for no query takes none. */
const NOTHING = z.object({});

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

/** A page of items that says how many there are in all, as lists with page numbers answer. */
export const countedPageOf = <Schema extends z.ZodType>(item: Schema) => pageOf(item).extend({ total: z.int() });

/** How many items come before a page that is asked for by its number. */
export const Offset = z.coerce.number().int().min(0).max(100_000).optional();

/** For `refine`: a span that is asked for begins before it ends. */
export const inOrder = [
  ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
    from === undefined || to === undefined || from < to,
  { path: ["to"], message: "must be after from" },
] satisfies [unknown, unknown];

/** A program has a bearer token, a browser the cookie of its session. */
export const security = [{ bearer: [] }, { session: [] }];
