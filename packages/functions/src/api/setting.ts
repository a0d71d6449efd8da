import { createRoute, z } from "@hono/zod-openapi";
import { type Language, text } from "@yigong/core/language/index.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { ChannelStates } from "@yigong/core/message/channel-state.store.ts";
import { CHANNEL_NAMES, ChannelName, type Info as State, TestOutcome } from "@yigong/core/message/channel-state.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { SIGN_IN_SETTINGS, type SignInSetup } from "../sign-in/ways-from-settings.ts";

const tags = ["Organization"];
/** The settings that belong to each way to sign in; the trial of one machine has none. */
const PREFIX = { wecom: "Wecom", dingtalk: "Dingtalk", feishu: "Feishu", oidc: "Oidc" } as const;
const WAYS = ["wecom", "dingtalk", "feishu", "oidc"] as const;

const Tested = z.object({ at: z.string(), outcome: TestOutcome, text: z.string() });
const ChannelsView = z
  .object({
    items: z.array(
      z.object({
        channel: ChannelName,
        name: z.string(),
        configured: z.boolean(),
        settings: z.array(z.object({ name: z.string(), set: z.boolean() })),
        lastSentAt: z.string().optional(),
        lastFailedAt: z.string().optional(),
        lastFault: z.string().optional(),
        failingSince: z.string().optional(),
        lastTest: Tested.optional(),
      }),
    ),
  })
  .openapi("ChannelSettings");
const TestView = z
  .object({ channel: ChannelName, outcome: z.enum([...TestOutcome.options, "sending"]), text: z.string() })
  .openapi("ChannelTest");
const SignInView = z
  .object({
    items: z.array(
      z.object({
        way: z.enum([...WAYS, "code"]),
        name: z.string(),
        configured: z.boolean(),
        /** What is entered at the provider as the address to lead back to. */
        callback: z.string().optional(),
        settings: z.array(z.string()),
      }),
    ),
  })
  .openapi("SignInSettings");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const LOOK_MS = 200;

export interface SettingRouteDeps {
  channelStates: ChannelStates;
  outbox: Pick<OutboxRows, "add">;
  wake: () => void;
  newId: NewId;
  now: () => string;
  origin: () => string;
  /** How long an answer may wait for the outbox; not at all without it. */
  patienceMs?: number | undefined;
}

const channelView = ({ channel, test, version: _, alarmedAt: __, ...state }: State, language: Language) => ({
  channel,
  name: text(language, `channel.${channel}`),
  ...state,
  ...(test
    ? { lastTest: { at: test.at, outcome: test.outcome, text: text(language, `channel.outcome.${test.outcome}`) } }
    : {}),
});

/** What an installation has set up, for administrators: never a secret. */
export const settingRoutes = (deps: SettingRouteDeps, signIn: Pick<SignInSetup, "ways" | "codes" | "oidcName">) => {
  const administrator = (actor: Actor) => allow(actor, "organization.change");
  async function outcomeOf(channel: ChannelName, id: string): Promise<z.output<typeof TestView>["outcome"]> {
    for (let waited = 0; ; waited += LOOK_MS) {
      const { test } = await deps.channelStates.get(channel);
      if (test?.id === id) return test.outcome;
      if (waited >= (deps.patienceMs ?? 0)) return "sending";
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
  return routes()
    .openapi(
      createRoute({
        ...route("/settings/channels", "The channels of messages: what is set up, and how they fared last"),
        method: "get",
        responses: answers(ChannelsView, "Each channel, without its secrets"),
      }),
      async (c) => {
        administrator(actorOf(c));
        const states = await Promise.all(CHANNEL_NAMES.map((channel) => deps.channelStates.get(channel)));
        return c.json({ items: states.map((state) => channelView(state, languageFor(c))) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/settings/channels/{channel}/test", "Send myself a test message through a channel"),
        method: "post",
        request: { params: z.object({ channel: ChannelName }) },
        responses: answers(TestView, "How it went"),
      }),
      async (c) => {
        const [{ actorId: memberId }, { channel }, at] = [administrator(actorOf(c)), c.req.valid("param"), deps.now()];
        const id = `channel.test:${channel}:${deps.newId("tst")}`;
        await deps.outbox.add([{ kind: "channel.test", id, dueAt: at, channel, memberId }], at);
        deps.wake();
        const outcome = await outcomeOf(channel, id);
        return c.json({ channel, outcome, text: text(languageFor(c), `channel.outcome.${outcome}`) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/settings/sign-in", "The ways to sign in: what is set up, and the address to enter at each provider"),
        method: "get",
        responses: answers(SignInView, "Each way, without its secrets"),
      }),
      async (c) => {
        administrator(actorOf(c));
        const language = languageFor(c);
        const providers = WAYS.map((way) => ({
          way,
          name: (way === "oidc" ? signIn.oidcName : undefined) ?? text(language, `identity.provider.${way}`),
          configured: signIn.ways.some(({ name }) => name === way),
          callback: `${deps.origin()}/sign-in/${way}/callback`,
          settings: SIGN_IN_SETTINGS.filter((setting) => setting.startsWith(PREFIX[way])) as string[],
        }));
        const code = {
          way: "code" as const,
          name: text(language, "identity.byCode"),
          configured: signIn.codes,
          settings: ["CodeSignIn"],
        };
        return c.json({ items: [...providers, code] }, 200);
      },
    );
};
