import { createRoute, z } from "@hono/zod-openapi";
import { createToken, revokeToken, type TokenDeps } from "@yigong/application/token/create-token.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Token } from "@yigong/core/token/index.ts";
import { actorOf, answers, body, routes, STEP_UP, security } from "../lib/edge.ts";

const tags = ["Tokens"];
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const TokenView = Token.Info.omit({ memberId: true }).openapi("Token");
const NewTokenView = TokenView.extend({ token: z.string() }).openapi("NewToken");

/** Bearer tokens by which programs act for me, in what I choose and may. */
export const tokenRoutes = (deps: TokenDeps & { now: () => string }) =>
  routes()
    .openapi(
      createRoute({
        ...route("/me/tokens", "The tokens that I made for programs, the newest first"),
        method: "get",
        responses: answers(
          z.object({ items: z.array(TokenView), choices: z.array(z.string()) }),
          "My tokens, expired ones included, and the actions that a new one may be for",
        ),
      }),
      async (c) => {
        const actor = actorOf(c);
        allow(actor, "token.own", { ownerId: actor.memberId });
        const items = await deps.tokens.ofMember(actor.memberId);
        const choices = Token.actionsFor(actor);
        return c.json({ items: items.map((token) => TokenView.parse(token)), choices }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/tokens", "Make a token for a program"),
        ...STEP_UP,
        method: "post",
        request: body(Token.Wish),
        responses: answers(NewTokenView, "The token, which is told this once"),
      }),
      async (c) => {
        const who = { actor: actorOf(c), at: deps.now() };
        const { secret, token } = await createToken(deps, c.req.valid("json"), who);
        c.header("cache-control", "no-store");
        return c.json(NewTokenView.parse({ ...token, token: secret }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/tokens/{id}", "Revoke a token"),
        method: "delete",
        request: { params: z.object({ id: Token.Id }) },
        responses: answers(z.object({ revoked: z.boolean() }), "It is no longer good"),
      }),
      async (c) => {
        await revokeToken(deps, c.req.valid("param").id, { actor: actorOf(c), at: deps.now() });
        return c.json({ revoked: true }, 200);
      },
    );
