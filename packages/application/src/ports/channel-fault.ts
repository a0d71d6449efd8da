import { Refusal } from "@yigong/core/lib/error.ts";

/** The channel is down, slow or busy: the same message may be sent later. Never names an address or a secret. */
export const unavailable = (channel: string, what: string): Refusal =>
  new Refusal("unavailable", "channel.unavailable", `${channel} ${what}. It is tried again later.`);

/** The channel will not take this message, however often it is sent. @param answer - its code for that, such as `93000` */
export const rejected = (channel: string, what: string, answer?: number): Rejection =>
  Object.assign(new Refusal("invalid", "channel.rejected", `${channel} ${what}. It is not tried again.`), { answer });

export type Rejection = Refusal & { answer?: number | undefined };

export const isUnavailable = (error: unknown): boolean => error instanceof Refusal && error.kind === "unavailable";

export const isRejected = (error: unknown): error is Rejection =>
  error instanceof Refusal && error.code === "channel.rejected";
