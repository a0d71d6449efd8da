import { text } from "@yigong/core/language/index.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type { ChannelStates } from "@yigong/core/message/channel-state.store.ts";
import type { ChannelName, TestOutcome } from "@yigong/core/message/channel-state.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { isRejected, isUnavailable } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";
import { done, type Handled } from "../ports/effect-handler.ts";

export interface ChannelTestDeps {
  channels: Channels;
  channelStates: ChannelStates;
  members: Pick<Members, "get">;
  now: () => string;
}

/** Sends a test message to whoever asked for it, once: what a channel answers is what they want to know. Safe to run twice. */
export const testChannel =
  (deps: ChannelTestDeps) =>
  async ({ id, channel, memberId }: EffectOf<"channel.test">): Promise<Handled> => {
    const name = channel as ChannelName;
    const outcome = await outcomeOf(deps, { id, channel: name, memberId });
    const at = deps.now();
    await deps.channelStates.note(name, (state) =>
      state.test?.id === id ? state : { ...state, test: { id, at, outcome } },
    );
    return done;
  };

async function outcomeOf(
  { channels, members }: ChannelTestDeps,
  { id: key, channel, memberId }: { id: string; channel: ChannelName; memberId: string },
): Promise<TestOutcome> {
  const { language = "zh-CN", employeeNumber, mobile, email } = await members.get(memberId);
  const [subject, body] = [text(language, "channel.test.subject"), text(language, "channel.test.body")];
  try {
    if (channel === "board") {
      if (!channels.board) return "notConfigured";
      await channels.board.post({ key, title: subject, paragraphs: [body] });
      return "sent";
    }
    const way = channels[channel];
    if (!way) return "notConfigured";
    const to = { im: employeeNumber, sms: mobile, mail: email }[channel];
    if (!to) return "noAddress";
    await way.send({ key, to, subject, body });
    return "sent";
  } catch (error) {
    if (isRejected(error)) return "rejected";
    if (isUnavailable(error)) return "unavailable";
    throw error;
  }
}
