import * as z from "zod";
import { Instant } from "../lib/time.ts";

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
  test: z.object({ id: z.string(), at: Instant, outcome: TestOutcome }).optional(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** A channel of which nothing was told yet. */
export const unknown = (channel: ChannelName): Info => ({ channel, configured: false, settings: [], version: 0 });
