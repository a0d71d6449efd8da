import { plusHours } from "@yigong/core/lib/time.ts";
import type { ChannelStates } from "@yigong/core/message/channel-state.store.ts";
import { CHANNEL_NAMES, type ChannelName } from "@yigong/core/message/channel-state.ts";
import { isRejected, isUnavailable } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";

export interface WatchDeps {
  channelStates: ChannelStates;
  now: () => string;
  report: (what: string, error: unknown) => void;
}

/** The settings of each channel by name, and whether each is set: never their values. */
export type ChannelSetup = Readonly<Record<ChannelName, readonly { name: string; set: boolean }[]>>;

/** A success is noted at most once in so long: it says that a channel works, not how much it sends. */
const NOTED_HOURS = 1 / 60;

/** The same channels, which tell how they fare. What cannot be noted is reported, and nothing fails by it. */
export function watched(channels: Channels, deps: WatchDeps): Channels {
  const lastNoted = new Map<ChannelName, string>();
  const note = async (channel: ChannelName, change: Parameters<ChannelStates["note"]>[1]) => {
    await deps.channelStates.note(channel, change).catch((error: unknown) => deps.report("channel state", error));
  };
  async function watch<Result>(channel: ChannelName, send: () => Promise<Result>): Promise<Result> {
    try {
      const result = await send();
      const at = deps.now();
      const last = lastNoted.get(channel);
      if (last === undefined || last > at || plusHours(last, NOTED_HOURS) <= at) {
        lastNoted.set(channel, at);
        await note(channel, (state) => ({ ...state, configured: true, lastSentAt: at }));
      }
      return result;
    } catch (error) {
      const lastFailedAt = deps.now();
      if (isUnavailable(error) || isRejected(error)) {
        const lastFault = isRejected(error) ? "channel.rejected" : "channel.unavailable";
        await note(channel, (state) => ({ ...state, configured: true, lastFailedAt, lastFault }));
      }
      throw error;
    }
  }
  const { im, sms, mail, board } = channels;
  return {
    ...channels,
    ...(im ? { im: { send: (...sent) => watch("im", () => im.send(...sent)) } } : {}),
    ...(sms ? { sms: { send: (...sent) => watch("sms", () => sms.send(...sent)) } } : {}),
    ...(mail ? { mail: { send: (...sent) => watch("mail", () => mail.send(...sent)) } } : {}),
    ...(board ? { board: { post: (...sent) => watch("board", () => board.post(...sent)) } } : {}),
  };
}

/** Tells once, at a start, which channels there are and what is set of each. */
export async function declareChannels(channels: Channels, setup: ChannelSetup, deps: WatchDeps): Promise<void> {
  for (const channel of CHANNEL_NAMES)
    await deps.channelStates
      .note(channel, (state) => ({
        ...state,
        configured: channels[channel] !== undefined,
        settings: [...setup[channel]],
      }))
      .catch((error: unknown) => deps.report("channel state", error));
}
