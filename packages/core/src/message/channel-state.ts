import * as z from "zod";
import { Instant, plusHours } from "../lib/time.ts";

/** The ways out of the house that a company sets up. */
export const CHANNEL_NAMES = ["im", "sms", "mail", "board"] as const;
export const ChannelName = z.enum(CHANNEL_NAMES);
export type ChannelName = z.infer<typeof ChannelName>;

/** How a test message went: it was taken, it may go later, or it will never go. */
export const TestOutcome = z.enum(["sent", "unavailable", "rejected", "noAddress", "notConfigured"]);
export type TestOutcome = z.infer<typeof TestOutcome>;

/** What is known of a channel, as the process that sends tells it: never a setting's value. */
export const Info = z.object({
  channel: ChannelName,
  configured: z.boolean(),
  settings: z.array(z.object({ name: z.string(), set: z.boolean() })),
  lastSentAt: Instant.optional(),
  lastFailedAt: Instant.optional(),
  /** The code of the last fault, such as `channel.unavailable`. */
  lastFault: z.string().max(80).optional(),
  /** Since when it has been down without a success in between; not for an address that it refuses. */
  failingSince: Instant.optional(),
  /** When people were told that it is down. */
  alarmedAt: Instant.optional(),
  test: z.object({ id: z.string(), at: Instant, outcome: TestOutcome }).optional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** A channel of which nothing was told yet. */
export const unknown = (channel: ChannelName): Info => ({ channel, configured: false, settings: [], version: 0 });

/** How long a channel is down before people are told: what is over sooner is caught up by itself. */
const ALARMED_HOURS = 0.25;

/** A channel that could not be reached. Once it has been down for a quarter of an hour people are told, once. */
export function failed(state: Info, at: string): Info {
  const failingSince = state.failingSince ?? at;
  const isLong = plusHours(failingSince, ALARMED_HOURS) <= at;
  const alarmedAt = state.alarmedAt ?? (isLong ? at : undefined);
  const down = { configured: true, lastFailedAt: at, lastFault: "channel.unavailable", failingSince };
  return { ...state, ...down, ...(alarmedAt === undefined ? {} : { alarmedAt }) };
}

/** A channel that took something: whatever was wrong is over. */
export function worked({ failingSince: _, alarmedAt: __, ...state }: Info, at: string): Info {
  return { ...state, configured: true, lastSentAt: at };
}
