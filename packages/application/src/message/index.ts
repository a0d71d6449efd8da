import type { Table } from "@yigong/core/lib/table.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { type ChannelStates, dynamoChannelStates } from "@yigong/core/message/channel-state.store.ts";
import { dynamoMessages } from "@yigong/core/message/message.store.ts";
import { withCurrentWords } from "../lifecycle/current-words.ts";
import { isStillTrue } from "../lifecycle/is-still-true.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { done } from "../ports/effect-handler.ts";
import { type FindDeps, findPeople } from "./find-recipients.ts";
import { resendMessage } from "./resend-message.ts";
import { type Sending, sendMessage } from "./send-message.ts";
import { type ChannelTestDeps, testChannel } from "./test-channel.ts";

interface MessageHandlerDeps extends Omit<FindDeps, "attended">, Omit<Sending, "find" | "personal" | "zone"> {
  lifecycles: Lifecycles;
  channelStates: ChannelStates;
  members: FindDeps["members"] & ChannelTestDeps["members"];
  pageAttended: FindDeps["attended"];
  personalPoints: NonNullable<Sending["personal"]>;
}

const sendingOf = (deps: MessageHandlerDeps): Sending => ({
  messages: deps.messages,
  channels: deps.channels,
  zone: deps.zone,
  origin: deps.origin,
  now: deps.now,
  outbox: deps.outbox,
  find: findPeople({ ...deps, attended: deps.pageAttended }),
  personal: deps.personalPoints,
});

export const message = {
  name: "message",
  stores: (table: Table) => ({ messages: dynamoMessages(table), channelStates: dynamoChannelStates(table) }),
  handlers(deps: MessageHandlerDeps): Handles<"message.send" | "message.resend" | "channel.test"> {
    const sending = sendingOf(deps);
    return {
      "channel.test": testChannel(deps),
      "message.resend": (effect, attempt) => resendMessage(effect, attempt, sending),
      "message.send": async (effect, attempt) =>
        (await isStillTrue(deps, effect))
          ? sendMessage(await withCurrentWords(deps, effect, attempt.attempts > 0), attempt, sending)
          : done,
    };
  },
} as const satisfies Manifest;
