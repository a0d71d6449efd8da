import { Refusal } from "@yigong/core/lib/error.ts";

/** The channel is down, slow or busy: the same message may be sent later. Never names an address or a secret. */
export const unavailable = (channel: string, what: string): Refusal =>
  new Refusal("unavailable", "channel.unavailable", `${channel} ${what}. It is tried again later.`);

/** The channel will not take this message, however often it is sent. */
export const rejected = (channel: string, what: string): Refusal =>
  new Refusal("invalid", "channel.rejected", `${channel} ${what}. It is not tried again.`);

export const isUnavailable = (error: unknown): boolean => error instanceof Refusal && error.kind === "unavailable";

export const isRejected = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.code === "channel.rejected";
