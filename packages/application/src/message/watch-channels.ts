import { text } from "@yigong/core/language/index.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { ChannelStates } from "@yigong/core/message/channel-state.store.ts";
import {
  CHANNEL_NAMES,
  type ChannelName,
  failed,
  type Info as State,
  worked,
} from "@yigong/core/message/channel-state.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { isRejected, isUnavailable } from "../ports/channel-fault.ts";
import type { Channels } from "../ports/channels.ts";

export interface WatchDeps {
  channelStates: ChannelStates;
  outbox: Pick<OutboxRows, "add">;
  now: () => string;
  report: (what: string, error: unknown) => void;
}

/** The settings of each channel by name, and whether each is set: never their values. */
export type ChannelSetup = Readonly<Record<ChannelName, readonly { name: string; set: boolean }[]>>;

/** A success is noted at most once in so long: it says that a channel works, not how much it sends. */
const NOTED_HOURS = 1 / 60;

/** Who can do something about a channel. */
const RESPONSIBLE = ["administrator", "alliance"] as const;

/** What people are told of a channel: that it has been down for a while, and that it is back; the first by the other channels. */
function alarmsOf(before: State, after: State): Effect[] {
  const { channel } = after;
  const named = {
    channel: text("zh-CN", `channel.${channel}`),
    [Message.paramIn("en", "channel")]: text("en", `channel.${channel}`),
  };
  const about = (role: string) => ({
    to: { kind: "role", role } as const,
    cause: `${channel}#${before.failingSince}#${role}`,
  });
  const sinceAt = before.failingSince;
  if (sinceAt === undefined) return [];
  if (before.alarmedAt === undefined && after.alarmedAt !== undefined) {
    const dueAt = after.alarmedAt;
    const params = { ...named, sinceAt };
    return RESPONSIBLE.map((role) =>
      Message.tell({ ...about(role), template: "alarm.channelDown", params, dueAt, avoid: channel }),
    );
  }
  if (before.alarmedAt === undefined || after.failingSince !== undefined) return [];
  const untilAt = after.lastSentAt ?? sinceAt;
  const params = { ...named, sinceAt, untilAt };
  return RESPONSIBLE.map((role) =>
    Message.tell({ ...about(role), template: "alarm.channelUp", params, dueAt: untilAt }),
  );
}

/** The same channels, which tell how they fare. What cannot be noted is reported, and nothing fails by it. */
export function watched(channels: Channels, deps: WatchDeps): Channels {
  const lastNoted = new Map<ChannelName, string>();
  const note = async (channel: ChannelName, change: Parameters<ChannelStates["note"]>[1]) => {
    try {
      const { before, after } = await deps.channelStates.note(channel, change);
      await deps.outbox.add(alarmsOf(before, after), deps.now());
    } catch (error) {
      deps.report("channel state", error);
    }
  };
  async function watch<Result>(channel: ChannelName, send: () => Promise<Result>): Promise<Result> {
    try {
      const result = await send();
      const at = deps.now();
      const last = lastNoted.get(channel);
      if (last === undefined || last > at || plusHours(last, NOTED_HOURS) <= at) {
        lastNoted.set(channel, at);
        await note(channel, (state) => worked(state, at));
      }
      return result;
    } catch (error) {
      const lastFailedAt = deps.now();
      // The next success is noted at once: it may be the end of an outage.
      lastNoted.delete(channel);
      const refused = { configured: true, lastFailedAt, lastFault: "channel.rejected" };
      if (isUnavailable(error)) await note(channel, (state) => failed(state, lastFailedAt));
      else if (isRejected(error)) await note(channel, (state) => ({ ...state, ...refused }));
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
